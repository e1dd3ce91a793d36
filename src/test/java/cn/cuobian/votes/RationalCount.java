package cn.cuobian.votes;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import cn.cuobian.votes.TallyRules.Tie;

/**
 * Counts votes the slow way, for comparison: every share is a fraction of big numbers, every question is asked of every
 * ballot again, and candidates are placed by counting who stands before them. Shares nothing with the tally but its input.
 */
final class RationalCount {

	private final Weight all;
	private final TallyRules rules;
	private final List<Paper> papers;
	private final StringBuilder text = new StringBuilder();
	private final Map<Paper, Map<Integer, Answer>> answers = new IdentityHashMap<>();

	private RationalCount(Weight all, TallyRules rules, List<Paper> papers) {
		this.all = all;
		this.rules = rules;
		this.papers = papers;
	}

	static String text(Weight all, TallyRules rules, List<Question> questions, List<Paper> papers) {
		var count = new RationalCount(all, rules, papers);
		count.text.append("all ").append(weight(all)).append('\n');
		questions.forEach(count::question);
		return count.text.toString();
	}

	private void question(Question q) {
		boolean election = q.seats() > 0;
		var invalid = sum(paper -> isInvalid(paper, q));
		var participating = rules.invalidParticipates() ? sum(paper -> true) : sum(paper -> !isInvalid(paper, q));
		text.append(election ? "question %d seats=%d alternates=%d gate=%s\n".formatted(q.no(), q.seats(), q.alternates(), q.gate().code())
				: "question %d motion gate=%s\n".formatted(q.no(), q.gate().code()));
		text.append("participating ").append(weight(participating)).append("\nabstain ").append(weight(sum(paper -> answer(paper, q).words().equals("abstain"))))
				.append("\ninvalid ").append(weight(invalid)).append('\n');
		boolean turnout = reached("2/3", participating.area(), all.area()) && reached("2/3", participating.heads(), all.heads());
		if (election) {
			seats(q, participating, turnout);
		} else {
			motion(q, participating, turnout);
		}
	}

	private void motion(Question q, Weight participating, boolean turnout) {
		var yes = sum(paper -> answer(paper, q).words().equals("yes"));
		var base = q.item() == 279 ? all : participating;
		text.append("yes ").append(weight(yes)).append("\nno ").append(weight(sum(paper -> answer(paper, q).words().equals("no")))).append('\n');
		turnoutLine(participating);
		boolean byArea = reached(share(q), yes.area(), base.area());
		boolean byHeads = reached(share(q), yes.heads(), base.heads());
		text.append("approval area=").append(byArea).append(" heads=").append(byHeads).append("\noutcome ")
				.append(!turnout ? "no-quorum" : byArea && byHeads ? "passed" : "failed").append('\n');
	}

	private void seats(Question q, Weight participating, boolean turnout) {
		turnoutLine(participating);
		var remaining = new ArrayList<>(q.candidates());
		boolean tied = false;
		while (!remaining.isEmpty()) {
			int next = remaining.stream().filter(one -> remaining.stream().noneMatch(other -> before(q, participating, other, one)))
					.min(Integer::compare).orElseThrow();
			remaining.remove(Integer.valueOf(next));
			long better = q.candidates().stream().filter(other -> before(q, participating, other, next)).count();
			long asGood = q.candidates().stream().filter(other -> !before(q, participating, other, next) && !before(q, participating, next, other)).count();
			var place = !turnout || !majority(q, participating, next) ? "not-elected" : place(q, better, asGood);
			tied |= place.equals("tied");
			var votes = votes(q, next);
			text.append("candidate ").append(next).append(' ').append(weight(votes)).append(" majority area=")
					.append(reached("1/2", votes.area(), participating.area())).append(" heads=")
					.append(reached("1/2", votes.heads(), participating.heads())).append(' ').append(place).append('\n');
		}
		text.append("outcome ").append(!turnout ? "no-quorum" : tied ? "tied" : "decided").append('\n');
	}

	private static String place(Question q, long better, long asGood) {
		if (better + asGood <= q.seats()) {
			return "elected";
		}
		if (better < q.seats()) {
			return "tied";
		}
		if (better + asGood <= q.seats() + q.alternates()) {
			return "alternate";
		}
		return better < q.seats() + q.alternates() ? "tied" : "not-elected";
	}

	private boolean before(Question q, Weight participating, int one, int other) {
		boolean mine = majority(q, participating, one);
		if (mine != majority(q, participating, other)) {
			return mine;
		}
		var my = votes(q, one);
		var his = votes(q, other);
		if (my.heads() != his.heads()) {
			return my.heads() > his.heads();
		}
		if (rules.tie() == Tie.AREA && my.area() != his.area()) {
			return my.area() > his.area();
		}
		var lots = rules.lots().get(q.no());
		return lots != null && lots.contains(one) && (!lots.contains(other) || lots.indexOf(one) < lots.indexOf(other));
	}

	private boolean majority(Question q, Weight participating, int candidate) {
		var votes = votes(q, candidate);
		return reached("1/2", votes.area(), participating.area()) && reached("1/2", votes.heads(), participating.heads());
	}

	private Weight votes(Question q, int candidate) {
		return sum(paper -> !isInvalid(paper, q) && answer(paper, q).named().contains(String.valueOf(candidate)));
	}

	private boolean isInvalid(Paper paper, Question q) {
		return answer(paper, q).invalid();
	}

	/** Read from the text of the ballot once for each question: a hundred thousand elections ask for it often. */
	private Answer answer(Paper paper, Question q) {
		return answers.computeIfAbsent(paper, one -> new HashMap<>()).computeIfAbsent(q.no(), no -> Answer.of(paper, q));
	}

	/** What a ballot says to a question. */
	private record Answer(String words, List<String> named, boolean invalid) {

		static Answer of(Paper paper, Question q) {
			var line = ";" + Choices.text(paper.choices()) + ";";
			int at = line.indexOf(";" + q.no() + "=");
			var words = at < 0 ? "abstain" : line.substring(line.indexOf('=', at) + 1, line.indexOf(';', at + 1));
			var named = List.of(words.split(","));
			return new Answer(words, named, isInvalid(words, named, q));
		}

		private static boolean isInvalid(String words, List<String> named, Question q) {
			boolean numbers = words.matches("[0-9,]+");
			if (words.equals("abstain")) {
				return false;
			}
			return q.seats() > 0 ? !numbers || named.size() > q.most() : numbers || words.equals("invalid");
		}
	}

	private static String share(Question q) {
		return switch (q.item()) {
			case 279 -> "1/1";
			case 6, 7, 8 -> "3/4";
			default -> "1/2";
		};
	}

	/** Half must be passed, every other share reached; of nothing, everything but half is. */
	private static boolean reached(String share, long some, long of) {
		if (of == 0) {
			return !share.equals("1/2");
		}
		var parts = share.split("/");
		var left = new BigInteger[] { BigInteger.valueOf(some), BigInteger.valueOf(of) };
		var right = new BigInteger[] { new BigInteger(parts[0]), new BigInteger(parts[1]) };
		int compared = left[0].multiply(right[1]).subtract(right[0].multiply(left[1])).signum();
		return share.equals("1/2") ? compared > 0 : compared >= 0;
	}

	private void turnoutLine(Weight participating) {
		text.append("turnout area=").append(reached("2/3", participating.area(), all.area())).append(" heads=")
				.append(reached("2/3", participating.heads(), all.heads())).append('\n');
	}

	private Weight sum(Predicate<Paper> which) {
		long area = 0;
		int heads = 0;
		for (var paper : papers) {
			if (which.test(paper)) {
				area += paper.area();
				heads++;
			}
		}
		return new Weight(area, heads);
	}

	private static String weight(Weight weight) {
		return "area=" + weight.area() + " heads=" + weight.heads();
	}
}

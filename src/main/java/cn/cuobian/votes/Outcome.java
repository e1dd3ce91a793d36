package cn.cuobian.votes;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was counted, question by question. */
public record Outcome(Weight all, List<Result> results) {

	/** How one question ended. */
	public sealed interface Result permits MotionResult, SeatsResult {

		Question question();

		Count count();

		/** Whether enough took part. */
		Ruling turnout();
	}

	/** @param participating without invalid ballots, unless the rules count them */
	public record Count(Weight participating, Weight abstain, Weight invalid) {
	}

	public record MotionResult(Question question, Count count, Weight yes, Weight no, Ruling turnout, Ruling approval) implements Result {

		public boolean isPassed() {
			return turnout.passed() && approval.passed();
		}
	}

	/** @param standings by rank */
	public record SeatsResult(Question question, Count count, Ruling turnout, List<Standing> standings) implements Result {

		/** Whether a lot has to be drawn first. */
		public boolean isTied() {
			return standings.stream().anyMatch(each -> each.place() == Place.TIED);
		}

		public List<Integer> at(Place place) {
			return standings.stream().filter(each -> each.place() == place).map(Standing::candidate).toList();
		}
	}

	/** @param majority of those who took part, for this candidate */
	public record Standing(int candidate, Weight votes, Ruling majority, Place place) {
	}

	/** What became of a candidate. */
	public enum Place {
		ELECTED, ALTERNATE, NOT_ELECTED, TIED
	}

	public Result of(int question) {
		return results.stream().filter(each -> each.question().no() == question).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("There is no question " + question));
	}

	/** The whole result as lines, the same for the same result: what is signed, published and counted again. */
	public String text() {
		return "all %s\n%s".formatted(text(all), results.stream().map(Outcome::text).collect(Collectors.joining()));
	}

	private static String text(Result result) {
		return result instanceof MotionResult motion ? text(motion) : text((SeatsResult) result);
	}

	private static String text(MotionResult motion) {
		return """
				question %d motion gate=%s
				%syes %s
				no %s
				%sapproval %s
				outcome %s
				""".formatted(motion.question().no(), motion.question().gate().code(), text(motion.count()), text(motion.yes()),
				text(motion.no()), turnout(motion), text(motion.approval()),
				!motion.turnout().passed() ? "no-quorum" : motion.isPassed() ? "passed" : "failed");
	}

	private static String text(SeatsResult seats) {
		var question = seats.question();
		return """
				question %d seats=%d alternates=%d gate=%s
				%s%s%soutcome %s
				""".formatted(question.no(), question.seats(), question.alternates(), question.gate().code(), text(seats.count()),
				turnout(seats), seats.standings().stream().map(Outcome::text).collect(Collectors.joining()),
				!seats.turnout().passed() ? "no-quorum" : seats.isTied() ? "tied" : "decided");
	}

	private static String text(Standing standing) {
		return "candidate %d %s majority %s %s\n".formatted(standing.candidate(), text(standing.votes()), text(standing.majority()),
				standing.place().name().toLowerCase(Locale.ROOT).replace('_', '-'));
	}

	private static String text(Count count) {
		return "participating %s\nabstain %s\ninvalid %s\n".formatted(text(count.participating()), text(count.abstain()), text(count.invalid()));
	}

	private static String turnout(Result result) {
		return "turnout " + text(result.turnout()) + "\n";
	}

	private static String text(Weight weight) {
		return "area=%d heads=%d".formatted(weight.area(), weight.heads());
	}

	private static String text(Ruling ruling) {
		return "area=%s heads=%s".formatted(ruling.byArea(), ruling.byHeads());
	}
}

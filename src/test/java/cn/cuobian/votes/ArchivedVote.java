package cn.cuobian.votes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import cn.cuobian.vault.Sha256;
import cn.cuobian.votes.Archive.AnchorLine;
import cn.cuobian.votes.Archive.BoxLine;
import cn.cuobian.votes.Archive.CodeLine;
import cn.cuobian.votes.Archive.HeadLine;
import cn.cuobian.votes.Archive.PaperLine;
import cn.cuobian.votes.Choice.Mark;
import cn.cuobian.votes.Choice.Named;
import cn.cuobian.votes.TallyRules.Tie;

/** A made-up vote with everything that goes into its archive; the same for the same seed, and with number 3 missing for an odd one. Its parts may be changed before it is archived. */
final class ArchivedVote {

	static final Instant OPENS = Instant.parse("2026-11-01T00:00:00Z");
	static final Instant CLOSES = Instant.parse("2026-11-05T10:00:00Z");

	final Random random;
	final boolean secret;
	final boolean replacing;
	final boolean invalidParticipates;
	final Tie tie;
	final List<String> rollLines = new ArrayList<>();
	final List<HeadLine> heads = new ArrayList<>();
	final List<Question> questions = new ArrayList<>();
	final List<BoxLine> box = new ArrayList<>();
	final List<PaperLine> papers = new ArrayList<>();
	final List<AnchorLine> anchors = new ArrayList<>();
	final List<CodeLine> codes = new ArrayList<>();
	final Map<Integer, List<Integer>> lots = new TreeMap<>();
	private final Map<Integer, Long> areas = new HashMap<>();
	/** What counts of each head. */
	final Map<Integer, Paper> last = new TreeMap<>();

	ArchivedVote(long seed, int headCount, int units, int voters) {
		random = new Random(seed);
		secret = random.nextInt(3) == 0;
		replacing = !secret && random.nextBoolean();
		invalidParticipates = random.nextBoolean();
		tie = random.nextBoolean() ? Tie.AREA : Tie.LOT;
		for (int i = 0; i < units; i++) {
			rollLines.add(Sha256.hex(seed + ":" + i));
		}
		for (int i = 1; i <= headCount; i++) {
			heads.add(new HeadLine(seed % 2 == 1 && i > 2 ? i + 1 : i, i == headCount ? "DEVELOPER" : "OWNER", 3000 + random.nextInt(5) * 1000L, 1 + random.nextInt(2)));
		}
		heads.forEach(head -> areas.put(head.no(), head.area()));
		ask();
		fill(voters);
	}

	private void ask() {
		questions.add(new Question(1, 3, SomeVotes.HALF, 3, 1, 3, List.of(1, 2, 4, 5, 6)));
		questions.add(Question.motion(2, 4, SomeVotes.HALF));
		questions.add(Question.motion(3, 7, SomeVotes.THREE_QUARTERS));
		if (random.nextInt(4) == 0) {
			questions.add(Question.motion(4, 279, SomeVotes.ALL));
		}
		if (random.nextBoolean()) {
			lots.put(1, List.of(5, 1, 2));
		}
	}

	private void fill(int voters) {
		add("OPENED", 0, "-", Sha256.hex(sheet()));
		var order = heads.stream().map(HeadLine::no).collect(Collectors.toList());
		Collections.shuffle(order, random);
		for (int head : order.subList(0, voters)) {
			cast("CAST", head);
			if (replacing && random.nextInt(10) == 0) {
				cast("REPLACED", head);
			}
			if (random.nextInt(20) == 0) {
				anchor();
			}
		}
		papers.sort(Comparator.comparing(PaperLine::paper));
		heads.forEach(head -> codes.add(new CodeLine("K-%06d".formatted(head.no()), last.containsKey(head.no()) ? "CAST" : "ISSUED")));
		add("CLOSED", 0, "-", secret ? Sha256.hex(Archive.papers(papers)) : "-");
		anchor();
	}

	private void cast(String kind, int head) {
		var choices = choices();
		String text = Choices.text(choices);
		String channel = List.of("ONLINE", "PAPER", "PROXY", "HOME").get(random.nextInt(4));
		add(kind, head, channel, secret ? "-" : "%016x|%s".formatted(random.nextLong(), text));
		last.put(head, new Paper(area(head), choices));
		if (secret) {
			papers.add(new PaperLine("%016x%016x".formatted(random.nextLong(), random.nextLong()), area(head), text));
		}
	}

	private Map<Integer, Choice> choices() {
		var choices = new TreeMap<Integer, Choice>();
		for (var question : questions) {
			int mood = random.nextInt(20);
			if (mood > 0) {
				choices.put(question.no(), mood == 1 ? Mark.ABSTAIN : mood == 2 ? Mark.INVALID : question.isElection() ? named()
						: mood < 8 ? Mark.NO : Mark.YES);
			}
		}
		return choices.isEmpty() ? Map.of(1, Mark.ABSTAIN) : choices;
	}

	private Choice named() {
		var named = new TreeSet<Integer>();
		for (int i = 0; i <= random.nextInt(5); i++) {
			named.add(1 + random.nextInt(6));
		}
		return new Named(named);
	}

	private void add(String kind, int head, String channel, String payload) {
		long seq = box.size() + 1;
		Instant at = kind.equals("OPENED") ? OPENS : kind.equals("CLOSED") ? CLOSES : OPENS.plusMillis(seq);
		box.add(chained(box.isEmpty() ? Sha256.hex(roll()) : box.get(box.size() - 1).hash(), new BoxLine(seq, at, kind, head, channel, payload, "")));
	}

	/** The hash by the rule of the archive's README. */
	static BoxLine chained(String before, BoxLine line) {
		String hash = Sha256.hex(String.join("\n", before, "" + line.seq(), line.at().toString(), line.kind(),
				line.head() == 0 ? "-" : "" + line.head(), line.channel(), line.payload()));
		return new BoxLine(line.seq(), line.at(), line.kind(), line.head(), line.channel(), line.payload(), hash);
	}

	/** As a dishonest operator would: every hash anew. */
	void chainAnew() {
		String before = Sha256.hex(roll());
		Collections.sort(papers, Comparator.comparing(PaperLine::paper));
		for (int i = 0; i < box.size(); i++) {
			var line = box.get(i);
			String payload = line.kind().equals("CLOSED") && secret ? Sha256.hex(Archive.papers(papers)) : line.payload();
			box.set(i, chained(before, new BoxLine(i + 1, line.at(), line.kind(), line.head(), line.channel(), payload, "")));
			before = box.get(i).hash();
		}
		anchors.replaceAll(each -> each.seq() > box.size() ? null : new AnchorLine(each.seq(), box.get((int) each.seq() - 1).hash(), each.at()));
		anchors.removeIf(each -> each == null);
	}

	/** As if the box had been closed after so many lines: everything in it fits, only the published end does not. */
	void cutAfter(int lines) {
		var gone = new ArrayList<>(box.subList(lines, box.size() - 1));
		box.subList(lines, box.size() - 1).clear();
		gone.stream().filter(each -> each.kind().equals("CAST")).forEach(each -> papers.remove(papers.stream()
				.filter(paper -> paper.area() == area(each.head())).findFirst().orElse(null)));
		recount();
		chainAnew();
		anchors.removeIf(each -> each.seq() > lines);
		anchor();
	}

	/** What counts, from what the box holds now. */
	void recount() {
		last.clear();
		box.stream().filter(each -> each.head() > 0).forEach(each -> last.put(each.head(), new Paper(area(each.head()),
				secret ? Map.of() : Choices.parse(each.payload().substring(17)))));
		codes.replaceAll(each -> new CodeLine(each.serial(), last.containsKey(Integer.parseInt(each.serial().substring(2))) ? "CAST" : "ISSUED"));
	}

	private List<Paper> counted() {
		return secret ? papers.stream().map(each -> new Paper(each.area(), Choices.parse(each.choices()))).toList() : List.copyOf(last.values());
	}

	private void anchor() {
		var line = box.get(box.size() - 1);
		anchors.add(new AnchorLine(line.seq(), line.hash(), line.at()));
	}

	private String roll() {
		return String.join("\n", rollLines) + "\n";
	}

	private long area(int head) {
		return areas.get(head);
	}

	Weight all() {
		return heads.stream().map(head -> new Weight(head.area(), 1)).reduce(Weight.NONE, Weight::plus);
	}

	String sheet() {
		var text = new StringBuilder("""
				format=cuobian-vote-1
				vote=17
				title=选举第一届业主委员会
				place=350502001001
				roll=3
				fingerprint=%s
				units=%d
				heads=%d
				area=%d
				heads-sha256=%s
				openness=%s
				replacing=%s
				invalid-participates=%s
				receipt=INCLUSION
				proxy-cap=3
				tie=%s
				opens=%s
				closes=%s
				extendable=true
				turnout=PARTICIPATION 2/3 at-least
				""".formatted(Sha256.hex(roll()), rollLines.size(), heads.size(), all().area(), Sha256.hex(Archive.heads(heads)),
				secret ? "SECRET" : "REAL_NAME", replacing, invalidParticipates, tie, OPENS, CLOSES));
		questions.forEach(each -> ask(text, each));
		return text.toString();
	}

	/** Candidate 3 had withdrawn before the opening. */
	private static void ask(StringBuilder text, Question question) {
		String start = "question." + question.no() + ".";
		var gate = question.gate();
		text.append("""
				%1$sitem=%2$d
				%1$sgate=%3$s %4$d/%5$d %6$s
				%1$sseats=%7$d
				%1$salternates=%8$d
				%1$smost=%9$d
				%1$swords=是否同意?
				""".formatted(start, question.item(), gate.code(), gate.part(), gate.whole(), gate.more() ? "more" : "at-least",
				question.seats(), question.alternates(), question.most()));
		if (question.isElection()) {
			for (int no = 1; no <= 6; no++) {
				text.append(start).append("candidate.").append(no).append(no == 3 ? ".withdrawn" : "").append("=候选人").append(no).append('\n');
			}
		}
	}

	Archive archive() {
		var rules = new TallyRules(SomeVotes.TWO_THIRDS, invalidParticipates, tie, lots);
		String result = Tally.count(all(), rules, questions, counted()).text();
		int onPaper = (int) box.stream().filter(each -> each.head() > 0 && !each.channel().equals("ONLINE")).count();
		var reconciled = List.of(new Reconciled(Reconciled.CODES, codes.size(), last.size(), 0, codes.size() - last.size(), ""),
				new Reconciled(Reconciled.SHEETS, onPaper + 5, onPaper, 2, 3, ""));
		return new Archive("说明\n", sheet(), rollLines, heads, box, papers, anchors, codes, lots, reconciled, result, "会议记录\n第二行\n");
	}

	byte[] zip(Signer signer) {
		return SealedZip.of(archive().files(), signer);
	}

	/** seq:hash of the last published state. */
	String lastAnchor() {
		var anchor = anchors.get(anchors.size() - 1);
		return anchor.seq() + ":" + anchor.hash();
	}
}

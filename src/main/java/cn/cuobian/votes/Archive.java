package cn.cuobian.votes;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that somebody needs to count a vote again, as text files. {@code Verifier.java} reads exactly this; who
 * changes one changes the other and {@code format} in vote.txt.
 *
 * @param sheet rules, questions and candidates as they stood when the box was opened ({@link VoteSheet})
 * @param rollLines the hash of each unit's line, in order of the unit's code; together they give the fingerprint
 * @param papers of a secret vote; empty in a real-name one, where the ballots stand in the box
 * @param lots by the number of the question: candidates in the order in which lots were drawn
 */
record Archive(String readme, String sheet, List<String> rollLines, List<HeadLine> heads, List<BoxLine> box, List<PaperLine> papers,
		List<AnchorLine> anchors, List<CodeLine> codes, Map<Integer, List<Integer>> lots, List<Reconciled> reconciliation, String result,
		String minutes) {

	/** @param area in 0.01 m² */
	record HeadLine(int no, String kind, long area, int units) {
	}

	/** @param head number of the head, 0 where the line is about none */
	record BoxLine(long seq, Instant at, String kind, int head, String channel, String payload, String hash) {
	}

	/** @param paper random, so that the order says nothing */
	record PaperLine(String paper, long area, String choices) {
	}

	record AnchorLine(long seq, String hash, Instant at) {
	}

	record CodeLine(String serial, String state) {
	}

	Map<String, String> files() {
		var files = new LinkedHashMap<String, String>();
		files.put("README.txt", readme);
		files.put("vote.txt", sheet);
		files.put("roll-lines.txt", lines(rollLines, line -> line));
		files.put("heads.csv", heads(heads));
		files.put("box.csv", "seq,at,kind,head,channel,payload,hash\n" + lines(box, Archive::line));
		files.put("papers.csv", papers(papers));
		files.put("anchors.csv", "seq,hash,at\n" + lines(anchors, each -> csv(each.seq(), each.hash(), each.at())));
		files.put("codes.csv", "serial,state\n" + lines(codes, each -> csv(each.serial(), each.state())));
		files.put("lots.txt", lines(List.copyOf(lots.entrySet()), Archive::lot));
		files.put("reconciliation.csv", "kind,issued,cast,spoiled,unused,explanation\n" + lines(reconciliation, Archive::line));
		files.put("result.txt", result);
		files.put("minutes.txt", minutes);
		return files;
	}

	/** heads.csv; its hash is part of what the box is opened with, so that no weight changes afterwards. */
	static String heads(List<HeadLine> heads) {
		return "head,kind,area,units\n" + lines(heads, each -> csv(each.no(), each.kind(), each.area(), each.units()));
	}

	/** papers.csv; its hash is the last line of the chain of a secret vote. */
	static String papers(List<PaperLine> papers) {
		return "paper,area,choices\n" + lines(papers, each -> csv(each.paper(), each.area(), each.choices()));
	}

	private static String line(BoxLine each) {
		return csv(each.seq(), each.at(), each.kind(), each.head() == 0 ? "-" : each.head(), each.channel(), each.payload(), each.hash());
	}

	private static String line(Reconciled each) {
		return csv(each.kind(), each.issued(), each.cast(), each.spoiled(), each.unused(), each.explanation());
	}

	private static String lot(Map.Entry<Integer, List<Integer>> drawn) {
		return drawn.getKey() + ":" + drawn.getValue().stream().map(String::valueOf).collect(Collectors.joining(","));
	}

	private static <T> String lines(List<T> all, Function<T, String> line) {
		return all.stream().map(each -> line.apply(each) + "\n").collect(Collectors.joining());
	}

	private static String csv(Object... values) {
		return Arrays.stream(values).map(value -> quoted(value.toString())).collect(Collectors.joining(","));
	}

	private static String quoted(String value) {
		return value.indexOf(',') < 0 && value.indexOf('"') < 0 ? value : '"' + value.replace("\"", "\"\"") + '"';
	}
}

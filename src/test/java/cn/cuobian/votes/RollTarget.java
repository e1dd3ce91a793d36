package cn.cuobian.votes;

import cn.cuobian.faults.Fuzzed;

/** F14: a sheet of owners as it is uploaded; what is wrong with each line has a sentence. */
public final class RollTarget {

	private static final Declared DECLARED = new Declared(8, 705_57);

	private RollTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		Fuzzed.hand(() -> preview(input));
	}

	static void preview(byte[] sheet) {
		var preview = RollDraft.of(RollFile.of(sheet), true, DECLARED);
		preview.errors().forEach(error -> Fuzzed.requireSentence(error.refusal()));
		preview.remarks().forEach(remark -> Fuzzed.requireSentence(remark.refusal()));
	}
}

package cn.cuobian.matters;

import cn.cuobian.faults.Fuzzed;

/** F14: a list of matters as it is uploaded. */
public final class ListTarget {

	private ListTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		Fuzzed.hand(() -> ListFile.read(input));
	}
}

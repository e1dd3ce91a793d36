package cn.cuobian.clocks;

import cn.cuobian.faults.Fuzzed;

/** F14: the notice of a year's days off as it is uploaded. */
public final class CalendarTarget {

	private CalendarTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		Fuzzed.hand(() -> CalendarFile.of(input));
	}
}

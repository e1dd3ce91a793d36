package cn.cuobian.engine.camunda;

import cn.cuobian.faults.Fuzzed;

/** F14: a decision table as bytes, through the guard and the engine's parser, which touches nothing. */
public final class TableTarget {

	private TableTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		Fuzzed.hand(() -> Deploying.read("fuzzed.dmn", input));
	}
}

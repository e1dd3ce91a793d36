package cn.cuobian.engine.camunda;

import cn.cuobian.faults.Fuzzed;

/** F14: a decision table as bytes, through the guard and the engine's parser, which touches nothing. */
public final class TableTarget {

	private static final Deploying ENGINE = new Deploying();

	private TableTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		Fuzzed.hand(() -> ENGINE.read("fuzzed.dmn", input));
	}
}

package cn.cuobian.engine.camunda;

import cn.cuobian.faults.Fuzzed;

/** F14: a drawing as bytes, through the guard and the engine's parser, which touches nothing. */
public final class DrawingTarget {

	private static final Deploying ENGINE = new Deploying();

	private DrawingTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		Fuzzed.hand(() -> ENGINE.read("fuzzed.bpmn", input));
	}
}

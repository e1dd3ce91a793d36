package cn.cuobian.engine.camunda;

import cn.cuobian.faults.Fuzzed;

/** F14: a drawing as bytes, through the guard and the engine's parser, which touches nothing. */
public final class DrawingTarget {

	private DrawingTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		Fuzzed.hand(() -> Deploying.read("fuzzed.bpmn", input));
	}
}

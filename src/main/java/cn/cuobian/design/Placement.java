package cn.cuobian.design;

import java.time.Instant;

/**
 * What somebody said about the matters that wait at a step.
 *
 * @param target a step of the draft; null when they finish on their old version
 */
record Placement(String model, String element, String target, long person, Instant at) {

	boolean isStaying() {
		return target == null;
	}
}

package cn.cuobian.matters;

import cn.cuobian.refusals.Refusal;

/**
 * A line of a list of matters that is to be taken over.
 *
 * @param line  counted as an editor does, from 1
 * @param fault why it cannot be taken over, or null
 * @param taken the number it got when it was taken over before, or null
 */
record ListLine(long line, String ref, String place, String building, String title, String kind, String scope,
		Refusal fault, String taken) {

	ListLine refused(Refusal why) {
		return new ListLine(line, ref, place, building, title, kind, scope, why, taken);
	}

	ListLine takenAs(String number) {
		return new ListLine(line, ref, place, building, title, kind, scope, fault, number);
	}

	boolean isNew() {
		return fault == null && taken == null;
	}
}

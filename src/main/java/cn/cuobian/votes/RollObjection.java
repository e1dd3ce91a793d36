package cn.cuobian.votes;

import java.time.Instant;

/**
 * Something said against a line of the roll.
 *
 * @param answer empty while it is open
 * @param answered null while it is open
 * @param answeredBy null while it is open
 */
record RollObjection(long id, String unit, String words, Instant raised, long raisedBy, ObjectionState state, String answer,
		Instant answered, Long answeredBy) {

	public boolean isOpen() {
		return state == ObjectionState.OPEN;
	}
}

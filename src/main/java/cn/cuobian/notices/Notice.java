package cn.cuobian.notices;

import java.time.Instant;

/**
 * Something published.
 *
 * @param version 1 and up; a later version replaces the one before, which stays readable
 * @param reason why it was withdrawn or replaced
 * @param ended when it was over: past {@code ends} and every objection decided
 */
public record Notice(long id, String subject, String kind, String place, String title, String body, String basis, String shownAt,
		Instant begins, Instant ends, boolean objectable, int version, Long replaces, State state, String reason, Instant ended) {

	/** {@code OVER}: every objection is decided too. */
	public enum State {
		OPEN, OVER, WITHDRAWN, REPLACED
	}

	/** Whether an objection can still be made. */
	public boolean takesObjections(Instant now) {
		return objectable && state == State.OPEN && now.isBefore(ends);
	}
}

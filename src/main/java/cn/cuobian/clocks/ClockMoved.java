package cn.cuobian.clocks;

import java.time.Instant;

/**
 * A clock is due at another instant than before.
 *
 * @param part as the model numbers its parallel parts; 0 where there is one
 * @param from {@link Clocks#NEVER} if it was paused
 * @param to {@link Clocks#NEVER} if it is paused now
 * @param words the reason that was given
 * @param by the person who did it; null for the calendar
 */
public record ClockMoved(long clockId, String subject, String code, long part, String taskId, Instant from, Instant to,
		Cause cause, String words, Long by) {

	/** Why it moved. */
	public enum Cause {
		PAUSED, RESUMED, EXTENDED, CALENDAR
	}
}

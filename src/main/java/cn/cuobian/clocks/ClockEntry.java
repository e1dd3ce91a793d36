package cn.cuobian.clocks;

import java.time.Instant;

/**
 * One thing that happened to a clock; entries are added, never changed.
 *
 * @param at when it was written down
 * @param effective from when it holds: earlier than {@code at} for a pause that was entered afterwards
 * @param amount units asked for or granted, else null
 * @param by who did it; null for the procedure or the calendar
 * @param reason a code, such as that of {@link Pause.Reason}; null where there is none
 */
record ClockEntry(long clockId, Kind kind, Instant at, Instant effective, Integer amount, Long by, Long approvedBy,
		String reason, String words, String evidence, Instant dueBefore, Instant dueAfter) {

	enum Kind {
		OPENED, PAUSED, RESUMED, EXTENSION_ASKED, EXTENDED, EXTENSION_REFUSED, RECOUNTED, MET, EXPIRED, CANCELLED
	}

	/** An entry of the procedure itself. */
	static ClockEntry own(long clockId, Kind kind, Instant at, Instant dueBefore, Instant dueAfter) {
		return new ClockEntry(clockId, kind, at, at, null, null, null, null, null, null, dueBefore, dueAfter);
	}
}

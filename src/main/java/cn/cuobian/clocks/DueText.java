package cn.cuobian.clocks;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** Writes due instants the way both languages read them; midnight is 24:00 of the day that ends, as in the Civil Code. */
public final class DueText {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	private DueText() {
	}

	/** Shanghai time, like {@code 2026-03-05 24:00}. */
	public static String of(Instant due) {
		return of(due, DateTimeFormatter.ISO_LOCAL_DATE);
	}

	static String of(Instant due, DateTimeFormatter dayFormat) {
		var local = due.atZone(WorkingCalendar.ZONE).toLocalDateTime();
		if (local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
			return dayFormat.format(local.minusDays(1)) + " 24:00";
		}
		return dayFormat.format(local) + " " + TIME.format(local);
	}
}

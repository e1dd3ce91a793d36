package cn.cuobian.design;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Writes a clock of a recording for people: {@code LADDER.HALL 2026-03-16 24:00}. */
final class ClockText {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

	private ClockText() {
	}

	/** @param clock code, state and due instant */
	static String of(String clock) {
		String[] parts = clock.split(" ");
		return parts[0] + " " + moment(Instant.parse(parts[2]));
	}

	/** The end of a day is 24:00, not the next day's 00:00. */
	static String moment(Instant at) {
		String text = FORMAT.format(at);
		return text.endsWith("00:00") ? FORMAT.format(at.minusSeconds(60)).substring(0, 10) + " 24:00" : text;
	}

	static String day(Instant at) {
		return FORMAT.format(at).substring(0, 10);
	}
}

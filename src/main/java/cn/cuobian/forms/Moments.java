package cn.cuobian.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Dates and times as ISO 8601 text, to the minute; with an offset they are turned to the clock on our walls. */
final class Moments {

	/** What a field that asks for a moment may ask for. */
	static final Set<String> KINDS = Set.of("date", "time", "datetime");
	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private Moments() {
	}

	static Optional<Object> read(String subtype, String text) {
		try {
			return Optional.of(switch (subtype) {
				case "time" -> LocalTime.parse(text).truncatedTo(ChronoUnit.MINUTES).toString();
				case "datetime" -> dateTime(text).truncatedTo(ChronoUnit.MINUTES).toString();
				default -> LocalDate.parse(text).toString();
			});
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	private static LocalDateTime dateTime(String text) {
		var local = !text.endsWith("Z") && !text.matches(".*[+-]\\d\\d:\\d\\d$");
		return local ? LocalDateTime.parse(text)
				: OffsetDateTime.parse(text).atZoneSameInstant(ZONE).toLocalDateTime();
	}
}

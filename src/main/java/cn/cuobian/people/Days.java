package cn.cuobian.people;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import org.springframework.stereotype.Component;

import cn.cuobian.refusals.Refusal;

/** People think in days and mean the last one too; the rows hold instants. */
@Component
class Days {

	private final Clock clock;

	Days(Clock clock) {
		this.clock = clock;
	}

	/** The beginning of the day; now when it is empty or today. */
	Instant from(String day) {
		if (day == null || day.isBlank() || parse("from", day).equals(LocalDate.now(clock))) {
			return clock.instant();
		}
		return start(parse("from", day));
	}

	/** The end of the day; null when it is empty. */
	Instant until(String day) {
		return day == null || day.isBlank() ? null : start(parse("until", day).plusDays(1));
	}

	private Instant start(LocalDate day) {
		return day.atStartOfDay(clock.getZone()).toInstant();
	}

	private static LocalDate parse(String field, String day) {
		try {
			return LocalDate.parse(day.strip());
		} catch (DateTimeParseException unreadable) {
			throw Refusal.onField(field, "people.bad-date");
		}
	}
}

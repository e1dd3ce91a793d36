package cn.cuobian.clocks;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When business is open in a week, in Shanghai time. A day of which nothing is said, such as a weekend day that is worked
 * to make up for a holiday, keeps the hours of the first open day of the week.
 *
 * @param week no windows for a day on which the place is closed
 */
record OpeningHours(Map<DayOfWeek, List<Window>> week) {

	/** No hours are kept: a day is a whole day. */
	static final OpeningHours NONE = new OpeningHours(Map.of());

	OpeningHours {
		week = Map.copyOf(week);
	}

	boolean isEmpty() {
		return week.isEmpty();
	}

	/** In the order of the day. */
	List<Window> on(DayOfWeek day) {
		return week.getOrDefault(day, firstOpen().map(week::get).orElse(List.of()));
	}

	/** The day that others follow; empty if the place keeps no hours. */
	Optional<DayOfWeek> firstOpen() {
		return Arrays.stream(DayOfWeek.values()).filter(day -> !week.getOrDefault(day, List.of()).isEmpty()).findFirst();
	}

	/** Whether business is ever open on a day that is a working day in an ordinary week: otherwise opening hours never pass. */
	boolean opensOnWeekdays() {
		return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream().anyMatch(day -> !on(day).isEmpty());
	}

	/** From opening to closing on one day. */
	record Window(LocalTime opens, LocalTime closes) {
	}
}

package cn.cuobian.clocks;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * When business is open in a week, in Shanghai time. A weekend day that is worked to make up for a holiday keeps the
 * hours of Monday, unless it has hours of its own.
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
		return week.getOrDefault(day, week.getOrDefault(DayOfWeek.MONDAY, List.of()));
	}

	/** From opening to closing on one day. */
	record Window(LocalTime opens, LocalTime closes) {
	}
}

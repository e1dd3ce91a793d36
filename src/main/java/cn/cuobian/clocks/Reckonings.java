package cn.cuobian.clocks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** Works out how clocks run, by the calendar as it is now and the hours of the place. */
@Component
class Reckonings {

	private final ClockEntries entries;
	private final WorkingCalendar calendar;
	private final OpeningHoursByPlace hours;

	Reckonings(ClockEntries entries, WorkingCalendar calendar, OpeningHoursByPlace hours) {
		this.entries = entries;
		this.calendar = calendar;
		this.hours = hours;
	}

	/** Of a clock that begins. */
	Reckoning from(Limit limit, Instant started, String place) {
		return new Reckoning(Counting.of(limit), started, Pauses.NONE, 0, days(place, calendar));
	}

	/** Of an open clock; a pause that lasts is taken to end at the instant. */
	Reckoning until(ClockRow row, Instant instant) {
		var closed = entries.pauses(List.of(row.id())).getOrDefault(row.id(), Pauses.NONE);
		return of(row, row.isPaused() ? closed.and(row.pausedSince(), instant) : closed, calendar);
	}

	/** Of many running clocks by a calendar that need not hold yet. */
	Map<ClockRow, Reckoning> of(List<ClockRow> running, WorkingCalendar candidate) {
		var pauses = entries.pauses(running.stream().map(ClockRow::id).toList());
		return running.stream().collect(Collectors.toMap(row -> row,
				row -> of(row, pauses.getOrDefault(row.id(), Pauses.NONE), candidate)));
	}

	private Reckoning of(ClockRow row, Pauses pauses, WorkingCalendar calendar) {
		return new Reckoning(Counting.of(row.limit()), row.started(), pauses, row.extra(), days(row.place(), calendar));
	}

	private Days days(String place, WorkingCalendar calendar) {
		return new Days(calendar, hours.at(place));
	}
}

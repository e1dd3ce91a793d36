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
		return new Reckoning(Counting.of(limit), started, Pauses.NONE, 0, days(place));
	}

	/** Of an open clock; a pause that lasts is taken to end at the instant. */
	Reckoning until(ClockRow row, Instant instant) {
		var closed = pauses(List.of(row)).getOrDefault(row.id(), Pauses.NONE);
		return of(row, row.isPaused() ? closed.and(row.pausedSince(), instant) : closed);
	}

	/** Of many running clocks, as things are. */
	Map<ClockRow, Reckoning> of(List<ClockRow> running) {
		return of(running, calendar, hours);
	}

	/** Of many running clocks by a calendar and hours that need not hold yet. */
	Map<ClockRow, Reckoning> of(List<ClockRow> running, WorkingCalendar supposed, OpeningHoursByPlace supposedHours) {
		var pauses = pauses(running);
		return running.stream().collect(Collectors.toMap(row -> row,
				row -> of(row, pauses.getOrDefault(row.id(), Pauses.NONE), new Days(supposed, supposedHours.at(row.place())))));
	}

	/** Nobody has paused what is as it was opened: nothing is read for it. */
	private Map<Long, Pauses> pauses(List<ClockRow> rows) {
		return entries.pauses(rows.stream().filter(ClockRow::wasChanged).map(ClockRow::id).toList());
	}

	private Reckoning of(ClockRow row, Pauses pauses) {
		return of(row, pauses, days(row.place()));
	}

	private static Reckoning of(ClockRow row, Pauses pauses, Days days) {
		return new Reckoning(Counting.of(row.limit()), row.started(), pauses, row.extra(), days);
	}

	private Days days(String place) {
		return new Days(calendar, hours.at(place));
	}
}

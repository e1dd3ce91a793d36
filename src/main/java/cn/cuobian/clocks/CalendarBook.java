package cn.cuobian.clocks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import cn.cuobian.clocks.CalendarFile.Day;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Places;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the working calendar: a year from its notice, or a single day; each change is drafted, shown with what it would do,
 * and only then applied. Opening hours are kept with it.
 */
@Component
class CalendarBook {

	private static final int LONGEST_REASON = 500;
	private static final int LONGEST_NAME = 60;

	private final CalendarRows rows;
	private final WorkingCalendar calendar;
	private final OpeningHoursRows hoursRows;
	private final OpeningHoursByPlace hours;
	private final Places places;
	private final HeldCalendar held;
	private final Recount recount;
	private final Clock clock;

	CalendarBook(CalendarRows rows, WorkingCalendar calendar, OpeningHoursRows hoursRows, OpeningHoursByPlace hours, Places places,
			HeldCalendar held, Recount recount, Clock clock) {
		this.rows = rows;
		this.calendar = calendar;
		this.hoursRows = hoursRows;
		this.hours = hours;
		this.places = places;
		this.held = held;
		this.recount = recount;
		this.clock = clock;
	}

	/** A day whose meaning changes. */
	record Changed(LocalDate day, boolean worked, String name) {
	}

	/**
	 * What a drafted change would do.
	 *
	 * @param before what the place keeps now, and {@code after} what it would keep; both without hours where days change
	 */
	record Preview(CalendarChange change, List<Changed> days, OpeningHours before, OpeningHours after, Recount.Effect effect) {
	}

	/** @return id of the draft */
	@Transactional
	long draftYear(byte[] content, String reason, long by) {
		var file = CalendarFile.of(content);
		return rows.draft(CalendarChange.ofYear(file.year(), file.source(), reason(reason), by, rows.edition()), file.days(),
				clock.instant());
	}

	/** @return id of the draft */
	@Transactional
	long draftDay(LocalDate day, boolean worked, String name, String reason, long by) {
		if (day.getYear() < 2000 || day.getYear() > 2100) {
			throw Refusal.onField("day", "clocks.calendar-date", day);
		}
		if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
			throw Refusal.onField("name", "clocks.calendar-name", LONGEST_NAME);
		}
		return rows.draft(CalendarChange.ofDay(reason(reason), by, rows.edition()),
				Map.of(day, new Day(worked, name.strip())), clock.instant());
	}

	/**
	 * Lets a place keep other hours; {@link OpeningHours#NONE} gives them up.
	 *
	 * @return id of the draft
	 */
	@Transactional
	long draftHours(String place, OpeningHours wanted, String reason, long by) {
		if (places.find(place).isEmpty()) {
			throw Refusal.onField("place", "clocks.hours-place", place);
		}
		long id = rows.draft(CalendarChange.ofHours(place, reason(reason), by, rows.edition()), Map.of(), clock.instant());
		hoursRows.draft(id, wanted);
		return id;
	}

	/** Counts all open clocks by the calendar and the hours as they would be; nothing changes. */
	Preview preview(long id) {
		var change = draft(id);
		return change.place() == null ? previewOfDays(change) : previewOfHours(change);
	}

	private Preview previewOfDays(CalendarChange change) {
		var days = rows.daysOf(change.id());
		var candidate = WorkingCalendar.supposing(supposed(change, days));
		return new Preview(change, changed(change, days, candidate), OpeningHours.NONE, OpeningHours.NONE,
				recount.effect(candidate, hours));
	}

	private Preview previewOfHours(CalendarChange change) {
		var kept = new HashMap<>(hoursRows.all());
		var before = kept.getOrDefault(change.place(), OpeningHours.NONE);
		var after = hoursRows.of(change.id());
		if (after.isEmpty()) {
			kept.remove(change.place());
		} else {
			kept.put(change.place(), after);
		}
		return new Preview(change, List.of(), before, after, recount.effect(calendar, hours.supposing(kept)));
	}

	/** Makes it hold, and begins to count all open clocks anew in the background. */
	@Transactional
	void apply(long id, long by) {
		var change = draft(id);
		if (!rows.apply(change, rows.daysOf(id), clock.instant())) {
			throw new Refusal("clocks.calendar-changed").status(HttpStatus.CONFLICT);
		}
		if (change.place() != null) {
			hoursRows.replace(change.place(), hoursRows.of(id));
		}
		recount.begin(id);
		held.refreshAfterwards();
	}

	/** The hours that places keep, by code of the place. */
	Map<String, OpeningHours> hours() {
		return hoursRows.all();
	}

	/** Names of the days of the year that were loaded or edited. */
	Map<LocalDate, Day> named(int year) {
		return rows.named(year);
	}

	private CalendarChange draft(long id) {
		var change = rows.change(id).orElseThrow(Refusal::notFound);
		if (change.applied()) {
			throw new Refusal("clocks.calendar-applied").status(HttpStatus.CONFLICT);
		}
		return change;
	}

	private KnownDays supposed(CalendarChange change, Map<LocalDate, Day> days) {
		var worked = CalendarRows.worked(days);
		var known = rows.known();
		return change.year() == null ? known.withDays(worked) : known.withYear(change.year(), worked);
	}

	/** The days of a change that mean something else than before, forgotten ones included. */
	private List<Changed> changed(CalendarChange change, Map<LocalDate, Day> days, WorkingCalendar candidate) {
		var spoken = new TreeMap<LocalDate, Day>(days);
		if (change.year() != null) {
			LocalDate.of(change.year(), 1, 1).datesUntil(LocalDate.of(change.year() + 1, 1, 1))
					.forEach(day -> spoken.putIfAbsent(day, new Day(candidate.isWorkingDay(day), "")));
		}
		return spoken.entrySet().stream().filter(each -> calendar.isWorkingDay(each.getKey()) != candidate.isWorkingDay(each.getKey()))
				.map(each -> new Changed(each.getKey(), each.getValue().worked(), each.getValue().name())).toList();
	}

	private static String reason(String reason) {
		var said = reason == null ? "" : reason.strip();
		if (said.isEmpty() || said.length() > LONGEST_REASON) {
			throw Refusal.onField("reason", "clocks.words", LONGEST_REASON);
		}
		return said;
	}
}

package cn.cuobian.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How a limit is counted. Days and months follow Civil Code 200–204: the first day is not counted, the last one ends at
 * 24:00 in Shanghai.
 */
sealed interface Counting {

	/** The term that begins at the given instant. */
	Term from(Instant start, WorkingCalendar calendar);

	/** The counting a row of the time-limit table asks for; a row that makes no sense is a defect of the table. */
	static Counting of(Limit limit) {
		if (limit.amount() < 1) {
			throw new IllegalStateException("Time limit " + limit.code() + " must be at least 1");
		}
		return switch (limit.counting() + "/" + limit.unit()) {
			case "working/day" -> new WorkingDays(limit.amount());
			case "calendar/day" -> new CalendarDays(limit.amount());
			case "calendar/month" -> new CalendarMonths(limit.amount());
			case "hours/hour" -> new Hours(limit.amount());
			default -> throw new IllegalStateException("Time limit %s cannot count %s by %s"
					.formatted(limit.code(), limit.unit(), limit.counting()));
		};
	}

	/** Only working days count, make-up working days among them. */
	record WorkingDays(int days) implements Counting {

		@Override
		public Term from(Instant start, WorkingCalendar calendar) {
			var day = dayOf(start);
			for (int counted = 0; counted < days; counted++) {
				day = calendar.workingDayFrom(day.plusDays(1));
			}
			return endOf(start, day, calendar);
		}
	}

	/** Every day counts; a last day of rest moves to the first working day after it (Civil Code 203). */
	record CalendarDays(int days) implements Counting {

		@Override
		public Term from(Instant start, WorkingCalendar calendar) {
			return endOf(start, calendar.workingDayFrom(dayOf(start).plusDays(days)), calendar);
		}
	}

	/** Ends on the same day of the month, else on the month's last one (Civil Code 202), moved like calendar days. */
	record CalendarMonths(int months) implements Counting {

		@Override
		public Term from(Instant start, WorkingCalendar calendar) {
			return endOf(start, calendar.workingDayFrom(dayOf(start).plusMonths(months)), calendar);
		}
	}

	/** Runs at once and through nights and holidays: for what cannot wait. */
	record Hours(int hours) implements Counting {

		@Override
		public Term from(Instant start, WorkingCalendar calendar) {
			return new Term(start.plusSeconds(hours * 3600L), List.of(), List.of(), false);
		}
	}

	private static LocalDate dayOf(Instant instant) {
		return instant.atZone(WorkingCalendar.ZONE).toLocalDate();
	}

	private static Term endOf(Instant start, LocalDate last, WorkingCalendar calendar) {
		var rest = new ArrayList<LocalDate>();
		var makeUp = new ArrayList<LocalDate>();
		var provisional = false;
		for (var day = dayOf(start).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
			provisional |= !calendar.isOfficial(day.getYear());
			if (!calendar.isWorkingDay(day)) {
				rest.add(day);
			} else if (calendar.isMakeUpDay(day)) {
				makeUp.add(day);
			}
		}
		return new Term(last.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant(), rest, makeUp, provisional);
	}
}

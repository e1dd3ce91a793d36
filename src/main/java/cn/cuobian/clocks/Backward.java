package cn.cuobian.clocks;

import java.time.LocalDate;

/**
 * A limit that is counted back from an event, such as a notice 15 days before an assembly. Neither the day of the event
 * nor the day of the act counts, so that the full number of days lies between them; a day of rest moves the act
 * earlier, never later, for later would cut the notice short.
 */
sealed interface Backward {

	/** The last day on which the act is in time. */
	LocalDate latest(LocalDate event, WorkingCalendar calendar);

	/** The backward counting a row of the time-limit table asks for; any other row is a defect of the table. */
	static Backward of(Limit limit) {
		return switch (limit.counting() + "/" + limit.unit()) {
			case "backward/day" -> new CalendarDays(limit.amount());
			case "backward-working/day" -> new WorkingDays(limit.amount());
			case "backward/month" -> new Months(limit.amount());
			default -> throw new IllegalStateException("Time limit %s cannot count %s by %s backward"
					.formatted(limit.code(), limit.unit(), limit.counting()));
		};
	}

	record CalendarDays(int amount) implements Backward {

		@Override
		public LocalDate latest(LocalDate event, WorkingCalendar calendar) {
			return calendar.workingDayUntil(event.minusDays(amount + 1L));
		}
	}

	record WorkingDays(int amount) implements Backward {

		@Override
		public LocalDate latest(LocalDate event, WorkingCalendar calendar) {
			var day = event;
			for (int left = amount + 1; left > 0; left--) {
				day = calendar.workingDayUntil(day.minusDays(1));
			}
			return day;
		}
	}

	/** The same day of the month, else the month's last one, is the first day that counts. */
	record Months(int amount) implements Backward {

		@Override
		public LocalDate latest(LocalDate event, WorkingCalendar calendar) {
			return calendar.workingDayUntil(event.minusMonths(amount).minusDays(1));
		}
	}
}

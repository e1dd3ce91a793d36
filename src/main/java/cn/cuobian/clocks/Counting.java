package cn.cuobian.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import cn.cuobian.clocks.Pauses.Span;

/**
 * How a limit is counted forward from a start. Days and months follow Civil Code 200–204: the first day is not counted,
 * the last one ends at 24:00 in Shanghai or, where business hours are kept, when business ends. A day counts when the
 * clock ran at its 24:00: an hour's pause within a day gains nothing, a pause over a midnight gives that day back.
 */
sealed interface Counting {

	/** What may be used up, {@code extra} units granted by an extension included. */
	Duration budget(Instant start, int extra);

	/** The time that counts on one day, in order; nothing before the start, nothing in a pause. */
	List<Span> counted(LocalDate day, Instant start, Pauses pauses, Days days);

	/** When the time is over, if the budget is used up at this instant. */
	default Instant over(Instant usedUp, Pauses pauses, Days days) {
		return days.endOf(days.of(usedUp.minusNanos(1)));
	}

	/** Whether whole days are counted, not hours. */
	default boolean isByDays() {
		return true;
	}

	/** The counting a row of the time-limit table asks for; a row that makes no sense is a defect of the table. */
	static Counting of(Limit limit) {
		return switch (limit.counting() + "/" + limit.unit()) {
			case "working/day" -> new WorkingDays(limit.amount());
			case "calendar/day" -> new CalendarDays(limit.amount());
			case "exact/day" -> new ExactDays(limit.amount());
			case "calendar/month" -> new CalendarMonths(limit.amount());
			case "hours/hour" -> new Hours(limit.amount());
			case "opening/hour" -> new OpeningTime(limit.amount());
			default -> throw new IllegalStateException("Time limit %s cannot count %s by %s forward"
					.formatted(limit.code(), limit.unit(), limit.counting()));
		};
	}

	/** Only working days count, make-up working days among them. */
	record WorkingDays(int amount) implements Counting {

		@Override
		public Duration budget(Instant start, int extra) {
			return Duration.ofDays(amount + extra);
		}

		@Override
		public List<Span> counted(LocalDate day, Instant start, Pauses pauses, Days days) {
			return days.isWorkingDay(day) ? wholeDay(day, start, pauses, days) : List.of();
		}
	}

	/** Every day counts; a last day of rest moves to the first working day after it (Civil Code 203). */
	record CalendarDays(int amount) implements Counting {

		@Override
		public Duration budget(Instant start, int extra) {
			return Duration.ofDays(amount + extra);
		}

		@Override
		public List<Span> counted(LocalDate day, Instant start, Pauses pauses, Days days) {
			return wholeDay(day, start, pauses, days);
		}

		@Override
		public Instant over(Instant usedUp, Pauses pauses, Days days) {
			return rolled(usedUp, pauses, days);
		}
	}

	/** Every day counts and the last one stays the last, day of rest or not: where a rule says so. */
	record ExactDays(int amount) implements Counting {

		@Override
		public Duration budget(Instant start, int extra) {
			return Duration.ofDays(amount + extra);
		}

		@Override
		public List<Span> counted(LocalDate day, Instant start, Pauses pauses, Days days) {
			return wholeDay(day, start, pauses, days);
		}
	}

	/** Ends on the same day of the month, else on the month's last one (Civil Code 202), moved like calendar days. */
	record CalendarMonths(int amount) implements Counting {

		@Override
		public Duration budget(Instant start, int extra) {
			var first = start.atZone(WorkingCalendar.ZONE).toLocalDate();
			return Duration.ofDays(ChronoUnit.DAYS.between(first, first.plusMonths(amount + extra)));
		}

		@Override
		public List<Span> counted(LocalDate day, Instant start, Pauses pauses, Days days) {
			return wholeDay(day, start, pauses, days);
		}

		@Override
		public Instant over(Instant usedUp, Pauses pauses, Days days) {
			return rolled(usedUp, pauses, days);
		}
	}

	/** Runs at once and through nights and holidays: for what cannot wait. */
	record Hours(int amount) implements Counting {

		@Override
		public Duration budget(Instant start, int extra) {
			return Duration.ofHours(amount + extra);
		}

		@Override
		public List<Span> counted(LocalDate day, Instant start, Pauses pauses, Days days) {
			return since(start, List.of(days.wholeDay(day)), pauses);
		}

		@Override
		public boolean isByDays() {
			return false;
		}

		@Override
		public Instant over(Instant usedUp, Pauses pauses, Days days) {
			return usedUp;
		}
	}

	/** Runs while business is open on working days; where no opening hours are kept, all day long. */
	record OpeningTime(int amount) implements Counting {

		@Override
		public Duration budget(Instant start, int extra) {
			return Duration.ofHours(amount + extra);
		}

		@Override
		public List<Span> counted(LocalDate day, Instant start, Pauses pauses, Days days) {
			return days.isWorkingDay(day) ? since(start, days.open(day), pauses) : List.of();
		}

		@Override
		public boolean isByDays() {
			return false;
		}

		@Override
		public Instant over(Instant usedUp, Pauses pauses, Days days) {
			return usedUp;
		}
	}

	private static List<Span> wholeDay(LocalDate day, Instant start, Pauses pauses, Days days) {
		var whole = days.wholeDay(day);
		return whole.from().isAfter(start) && !pauses.cover(whole.to()) ? List.of(whole) : List.of();
	}

	private static List<Span> since(Instant start, List<Span> open, Pauses pauses) {
		return open.stream().filter(span -> span.to().isAfter(start))
				.map(span -> span.from().isBefore(start) ? new Span(start, span.to()) : span)
				.flatMap(span -> pauses.cutFrom(span).stream()).toList();
	}

	private static Instant rolled(Instant usedUp, Pauses pauses, Days days) {
		var last = days.of(usedUp.minusNanos(1));
		while (!days.isWorkingDay(last) || pauses.cover(days.wholeDay(last).to())) {
			last = last.plusDays(1);
		}
		return days.endOf(last);
	}
}

package cn.cuobian.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;

import cn.cuobian.clocks.Pauses.Span;

/**
 * How one clock runs: a limit counted from a start, with what was paused and what an extension added. All of it is
 * worked out here, nothing is kept.
 *
 * @param extra units an extension added
 */
record Reckoning(Counting counting, Instant start, Pauses pauses, int extra, Days days) implements Rung.Course {

	private static final int WHOLE = 1000;

	@Override
	public Instant due() {
		return counting.over(usedUp(budget()), pauses, days);
	}

	@Override
	public Instant used(int percent) {
		return usedUp(budget().multipliedBy(percent).dividedBy(100));
	}

	@Override
	public Instant workingDaysFromDue(int more) {
		var due = due();
		// the end of a day belongs to the day that ends
		var last = days.of(due.minusNanos(1));
		var day = last;
		for (int left = Math.abs(more); left > 0; left--) {
			day = more > 0 ? days.calendar().workingDayFrom(day.plusDays(1)) : days.calendar().workingDayUntil(day.minusDays(1));
		}
		return due.plus(Duration.between(days.wholeDay(last).from(), days.wholeDay(day).from()));
	}

	/** Which share of the budget was used until then, in thousandths; more than 1000 once the clock is overdue. */
	int usedPermille(Instant until) {
		var used = Duration.ZERO;
		for (var day = days.of(start); days.wholeDay(day).from().isBefore(until); day = day.plusDays(1)) {
			for (var span : counting.counted(day, start, pauses, days)) {
				if (span.from().isBefore(until)) {
					used = used.plus(Duration.between(span.from(), span.to().isBefore(until) ? span.to() : until));
				}
			}
		}
		long share = WHOLE * used.toSeconds() / budget().toSeconds();
		// a rest day onto which a deadline cannot fall is still in time
		return (int) (until.isBefore(due()) ? Math.min(share, WHOLE) : Math.max(share, WHOLE));
	}

	/** The term with what explains it. */
	Term term() {
		var due = due();
		var rest = new ArrayList<LocalDate>();
		var makeUp = new ArrayList<LocalDate>();
		var provisional = false;
		var last = days.of(due.minusNanos(1));
		if (!(counting instanceof Counting.Hours)) {
			for (var day = days.of(start).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
				provisional |= !days.calendar().isOfficial(day.getYear());
				if (!days.isWorkingDay(day)) {
					rest.add(day);
				} else if (days.calendar().isMakeUpDay(day)) {
					makeUp.add(day);
				}
			}
		}
		return new Term(due, rest, makeUp, provisional);
	}

	/** What a pause gave back: days, or hours rounded up where hours are counted. */
	long givenBack(Span pause) {
		var alone = Pauses.NONE.and(pause.from(), pause.to());
		var back = Duration.ZERO;
		for (var day = days.of(pause.from()); !day.isAfter(days.of(pause.to())); day = day.plusDays(1)) {
			back = back.plus(length(day, Pauses.NONE)).minus(length(day, alone));
		}
		return counting.isByDays() ? back.toDays() : back.plusMinutes(59).toHours();
	}

	private Duration length(LocalDate day, Pauses without) {
		return counting.counted(day, start, without, days).stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
	}

	private Duration budget() {
		return counting.budget(start, extra);
	}

	/** The first instant at which so much has been counted. */
	private Instant usedUp(Duration wanted) {
		var left = wanted;
		for (var day = days.of(start);; day = day.plusDays(1)) {
			for (var span : counting.counted(day, start, pauses, days)) {
				if (span.length().compareTo(left) >= 0) {
					return span.from().plus(left);
				}
				left = left.minus(span.length());
			}
		}
	}
}

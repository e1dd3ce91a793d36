package cn.cuobian.figures;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.YearMonth;

import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.refusals.Refusal;

/** Whole months, both included, in Shanghai. */
record Period(YearMonth since, YearMonth until) {

	/** @throws Refusal if a month cannot be read, or they are the wrong way round */
	static Period of(String since, String until, YearMonth now) {
		var period = new Period(month(since, now), month(until, now));
		if (period.until().isBefore(period.since())) {
			throw Refusal.onField("since", "figures.period-backwards", since, until);
		}
		return period;
	}

	/** The month as browsers send it; {@code now} for none. */
	static YearMonth month(String text, YearMonth now) {
		try {
			return text == null || text.isBlank() ? now : YearMonth.parse(text);
		} catch (DateTimeException e) {
			throw Refusal.onField("month", "figures.unknown-month", text);
		}
	}

	Timestamp from() {
		return start(since);
	}

	/** Exclusive. */
	Timestamp to() {
		return start(until.plusMonths(1));
	}

	private static Timestamp start(YearMonth month) {
		return Timestamp.from(month.atDay(1).atStartOfDay(WorkingCalendar.ZONE).toInstant());
	}
}

package cn.cuobian.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import cn.cuobian.clocks.Pauses.Span;

/**
 * The days as one place lives them: the country's working days, and the place's opening hours if it keeps any.
 */
record Days(WorkingCalendar calendar, OpeningHours hours) {

	boolean isWorkingDay(LocalDate day) {
		return calendar.isWorkingDay(day);
	}

	/** The day in Shanghai on which the instant lies. */
	LocalDate of(Instant instant) {
		return instant.atZone(WorkingCalendar.ZONE).toLocalDate();
	}

	/** From 00:00 to 24:00. */
	Span wholeDay(LocalDate day) {
		return new Span(midnight(day), midnight(day.plusDays(1)));
	}

	/** The stretches in which business is open; the whole day where no hours are kept. */
	List<Span> open(LocalDate day) {
		var windows = hours.on(day.getDayOfWeek());
		return hours.isEmpty() ? List.of(wholeDay(day))
				: windows.stream().map(window -> new Span(at(day, window.opens()), at(day, window.closes()))).toList();
	}

	/** When the day is over for a deadline: at 24:00, or when business closes (Civil Code 203 II). */
	Instant endOf(LocalDate day) {
		var open = open(day);
		return open.isEmpty() ? wholeDay(day).to() : open.get(open.size() - 1).to();
	}

	private static Instant at(LocalDate day, LocalTime time) {
		return day.atTime(time).atZone(WorkingCalendar.ZONE).toInstant();
	}

	private static Instant midnight(LocalDate day) {
		return day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
	}
}

package cn.cuobian.clocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.springframework.stereotype.Component;

/**
 * Working and rest days of mainland China, make-up working days included. Years for which the State Council's notice is
 * known are exact; every other year is provisional: weekends and the statutory days of the Regulation on Public Holidays
 * (2024 amendment) rest, shifted days are unknown. What an administrator loaded or edited goes before all.
 */
@Component
public class WorkingCalendar {

	/** All days are days of this zone. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final ConcurrentMap<Integer, Set<LocalDate>> statutory = new ConcurrentHashMap<>();
	private volatile KnownDays known;

	WorkingCalendar() {
		this(KnownDays.NOTICES);
	}

	/** A calendar that need not hold yet, to see what it would change. */
	static WorkingCalendar supposing(KnownDays known) {
		return new WorkingCalendar(known);
	}

	private WorkingCalendar(KnownDays known) {
		this.known = known;
	}

	/** From now on these days hold. */
	void hold(KnownDays days) {
		known = days;
	}

	/** Is the day worked: neither a weekend nor a holiday, or a weekend day that makes up for one. */
	public boolean isWorkingDay(LocalDate day) {
		var said = known.worked().get(day);
		if (said != null) {
			return said;
		}
		return !isWeekend(day) && (isOfficial(day.getYear()) || !statutoryDays(day.getYear()).contains(day));
	}

	/** Is this a weekend day on which people work to make up for a holiday. */
	public boolean isMakeUpDay(LocalDate day) {
		return isWeekend(day) && isWorkingDay(day);
	}

	/** Is the official notice for the year known, so that no deadline in it will move. */
	public boolean isOfficial(int year) {
		return known.official().contains(year);
	}

	/** The day itself if it is worked, else the first working day after it. */
	public LocalDate workingDayFrom(LocalDate day) {
		var candidate = day;
		while (!isWorkingDay(candidate)) {
			candidate = candidate.plusDays(1);
		}
		return candidate;
	}

	/** The day itself if it is worked, else the last working day before it. */
	public LocalDate workingDayUntil(LocalDate day) {
		var candidate = day;
		while (!isWorkingDay(candidate)) {
			candidate = candidate.minusDays(1);
		}
		return candidate;
	}

	/** The working days after the first day up to and with the last one; negative if the last day lies before the first. */
	public int workingDaysBetween(LocalDate first, LocalDate last) {
		if (last.isBefore(first)) {
			return -workingDaysBetween(last, first);
		}
		return (int) first.plusDays(1).datesUntil(last.plusDays(1)).filter(this::isWorkingDay).count();
	}

	private Set<LocalDate> statutoryDays(int year) {
		return statutory.computeIfAbsent(year, StatutoryHolidays::of);
	}

	private static boolean isWeekend(LocalDate day) {
		return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
	}
}

package cn.cuobian.clocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import com.tyme.holiday.LegalHoliday;
import org.springframework.stereotype.Component;

/**
 * Working and rest days of mainland China, make-up working days included. Years for which the State Council's notice is
 * known are exact; every other year is provisional: weekends and the statutory days of the Regulation on Public Holidays
 * (2024 amendment) rest, shifted days are unknown.
 */
@Component
public class WorkingCalendar {

	/** All days are days of this zone. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final ConcurrentMap<Integer, Set<LocalDate>> statutory = new ConcurrentHashMap<>();

	/** Is the day worked: neither a weekend nor a holiday, or a weekend day that makes up for one. */
	public boolean isWorkingDay(LocalDate day) {
		if (isOfficial(day.getYear())) {
			var notice = notice(day);
			return notice == null ? !isWeekend(day) : notice.isWork();
		}
		return !isWeekend(day) && !statutoryDays(day.getYear()).contains(day);
	}

	/** Is this a weekend day on which people work to make up for a holiday. */
	public boolean isMakeUpDay(LocalDate day) {
		return isWeekend(day) && isWorkingDay(day);
	}

	/** Is the official notice for the year known, so that no deadline in it will move. */
	public boolean isOfficial(int year) {
		// every notice lists the National Day holiday, and no data set lists it before the notice is out
		return LegalHoliday.fromYmd(year, 10, 1) != null;
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

	private Set<LocalDate> statutoryDays(int year) {
		return statutory.computeIfAbsent(year, StatutoryHolidays::of);
	}

	private static LegalHoliday notice(LocalDate day) {
		return LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
	}

	private static boolean isWeekend(LocalDate day) {
		return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
	}
}

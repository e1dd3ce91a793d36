package cn.cuobian.clocks;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTerm;

/** The thirteen statutory days off of one year (Regulation on Public Holidays, amended 2024-11-10), without shifted days. */
final class StatutoryHolidays {

	private static final List<MonthDay> FIXED = List.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(5, 2),
			MonthDay.of(10, 1), MonthDay.of(10, 2), MonthDay.of(10, 3));

	private StatutoryHolidays() {
	}

	static Set<LocalDate> of(int year) {
		var days = new HashSet<LocalDate>();
		FIXED.forEach(day -> days.add(day.atYear(year)));
		var newYear = lunar(year, 1, 1);
		for (int offset = -1; offset <= 2; offset++) {
			days.add(newYear.plusDays(offset));
		}
		days.add(date(SolarTerm.fromName(year, "清明").getSolarDay()));
		days.add(lunar(year, 5, 5));
		days.add(lunar(year, 8, 15));
		return Set.copyOf(days);
	}

	private static LocalDate lunar(int year, int month, int day) {
		return date(LunarDay.fromYmd(year, month, day).getSolarDay());
	}

	private static LocalDate date(SolarDay day) {
		return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
	}
}

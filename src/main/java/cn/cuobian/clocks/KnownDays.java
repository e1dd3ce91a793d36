package cn.cuobian.clocks;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.tyme.holiday.LegalHoliday;

/**
 * The days about which something is known beyond weekends and the statutory holidays.
 *
 * @param worked days that a notice or an administrator speaks of: worked, or off
 * @param official years whose notice is known
 */
record KnownDays(Map<LocalDate, Boolean> worked, Set<Integer> official) {

	/** Deadlines before these years are history. */
	private static final int FIRST = 2024;
	private static final int LAST = 2040;

	/** What the State Council's notices say, as far as the library has them. */
	static final KnownDays NOTICES = fromLibrary();

	KnownDays {
		worked = Map.copyOf(worked);
		official = Set.copyOf(official);
	}

	private static KnownDays fromLibrary() {
		var worked = new HashMap<LocalDate, Boolean>();
		var official = new HashSet<Integer>();
		for (int year = FIRST; year <= LAST; year++) {
			// every notice lists the National Day holiday, and no data set lists it before the notice is out
			if (LegalHoliday.fromYmd(year, 10, 1) != null) {
				official.add(year);
				for (var day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
					var notice = LegalHoliday.fromYmd(year, day.getMonthValue(), day.getDayOfMonth());
					if (notice != null) {
						worked.put(day, notice.isWork());
					}
				}
			}
		}
		return new KnownDays(worked, official);
	}

	/** With a year as a loaded notice has it; whatever was known of that year's days is forgotten. */
	KnownDays withYear(int year, Map<LocalDate, Boolean> days) {
		var all = new HashMap<>(worked);
		all.keySet().removeIf(day -> day.getYear() == year);
		all.putAll(days);
		var years = new HashSet<>(official);
		years.add(year);
		return new KnownDays(all, years);
	}

	KnownDays withDays(Map<LocalDate, Boolean> days) {
		var all = new HashMap<>(worked);
		all.putAll(days);
		return new KnownDays(all, official);
	}
}

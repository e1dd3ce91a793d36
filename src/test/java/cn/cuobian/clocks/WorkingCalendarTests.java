package cn.cuobian.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTests {

	private final WorkingCalendar calendar = new WorkingCalendar();

	@ParameterizedTest
	@CsvSource({
			// notice of 2024-11-12
			"2025-01-01, 2025-01-01", "2025-01-28, 2025-02-04", "2025-04-04, 2025-04-06", "2025-05-01, 2025-05-05",
			"2025-05-31, 2025-06-02", "2025-10-01, 2025-10-08",
			// notice of 2025-11-04
			"2026-01-01, 2026-01-03", "2026-02-15, 2026-02-23", "2026-04-04, 2026-04-06", "2026-05-01, 2026-05-05",
			"2026-06-19, 2026-06-21", "2026-09-25, 2026-09-27", "2026-10-01, 2026-10-07" })
	void holidaysOfTheOfficialNoticesRest(LocalDate first, LocalDate last) {
		assertThat(first.datesUntil(last.plusDays(1))).noneMatch(calendar::isWorkingDay);
		// the days around are worked unless they are ordinary weekend days
		assertThat(Stream.of(first.minusDays(1), last.plusDays(1)).filter(day -> !weekend(day)))
				.allMatch(calendar::isWorkingDay);
	}

	@ParameterizedTest
	@CsvSource({ "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04", "2026-02-14",
			"2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10" })
	void makeUpDaysAreWorked(LocalDate day) {
		assertThat(calendar.isWorkingDay(day)).isTrue();
		assertThat(calendar.isMakeUpDay(day)).isTrue();
		assertThat(weekend(day)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "2025, 5, 248", "2026, 6, 248" })
	void aYearHasAsManyWorkingDaysAsTheNoticeLeaves(int year, int makeUpDays, int workingDays) {
		assertThat(days(year).filter(calendar::isMakeUpDay)).hasSize(makeUpDays);
		assertThat(days(year).filter(calendar::isWorkingDay)).hasSize(workingDays);
		assertThat(calendar.isOfficial(year)).isTrue();
	}

	@Test
	void aYearWithoutANoticeIsProvisionalAndRestsOnStatutoryDays() {
		assertThat(calendar.isOfficial(2027)).isFalse();
		var statutory = Stream.of("01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02", "06-09",
				"09-15", "10-01", "10-02", "10-03").map(day -> LocalDate.parse("2027-" + day)).toList();
		assertThat(statutory).noneMatch(calendar::isWorkingDay);
		assertThat(restOnWeekdays(2027)).isSubsetOf(Set.copyOf(statutory)).hasSize(7);
		assertThat(calendar.isMakeUpDay(LocalDate.of(2027, 2, 14))).isFalse();
	}

	@Test
	void theNextWorkingDaySkipsAHolidayAndTakesAMakeUpDay() {
		assertThat(calendar.workingDayFrom(LocalDate.of(2026, 2, 15))).isEqualTo("2026-02-24");
		assertThat(calendar.workingDayFrom(LocalDate.of(2026, 10, 10))).isEqualTo("2026-10-10");
	}

	private List<LocalDate> restOnWeekdays(int year) {
		return days(year).filter(day -> !weekend(day) && !calendar.isWorkingDay(day)).collect(Collectors.toList());
	}

	private static Stream<LocalDate> days(int year) {
		return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
	}

	private static boolean weekend(LocalDate day) {
		return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
	}
}

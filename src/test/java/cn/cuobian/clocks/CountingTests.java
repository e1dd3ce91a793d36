package cn.cuobian.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingTests {

	private final WorkingCalendar calendar = new WorkingCalendar();

	@ParameterizedTest(name = "{1} working days from {0} end before {2}")
	@CsvSource({
			"2026-11-20T09:00, 3, 2026-11-26T00:00",
			"2026-11-20T23:59, 3, 2026-11-26T00:00",
			// Spring Festival 02-15 … 02-23, make-up day Sat 02-28
			"2026-02-13T10:00, 1, 2026-02-15T00:00",
			"2026-02-13T10:00, 6, 2026-03-01T00:00",
			// National Day 10-01 … 10-07, make-up day Sat 10-10
			"2026-09-30T10:00, 3, 2026-10-11T00:00",
			// begun on a day of rest
			"2026-11-21T10:00, 1, 2026-11-24T00:00" })
	void workingDaysSkipRestAndCountMakeUpDays(LocalDateTime start, int days, LocalDateTime due) {
		assertThat(due(new Counting.WorkingDays(days), start)).isEqualTo(at(due));
	}

	@ParameterizedTest(name = "{1} calendar days from {0} end before {2}")
	@CsvSource({
			"2026-11-18T00:00, 7, 2026-11-26T00:00",
			// last day Saturday, moved to Monday
			"2026-11-14T12:00, 7, 2026-11-24T00:00",
			// last day in the Spring Festival, moved to the first day after it
			"2026-02-10T12:00, 7, 2026-02-25T00:00",
			// last day a Saturday that is worked
			"2026-10-03T12:00, 7, 2026-10-11T00:00" })
	void calendarDaysRollFromRestToTheNextWorkingDay(LocalDateTime start, int days, LocalDateTime due) {
		assertThat(due(new Counting.CalendarDays(days), start)).isEqualTo(at(due));
	}

	@ParameterizedTest(name = "{1} months from {0} end before {2}")
	@CsvSource({ "2026-11-20T09:00, 1, 2026-12-22T00:00", "2026-01-30T09:00, 1, 2026-03-01T00:00",
			"2026-03-31T09:00, 3, 2026-07-01T00:00" })
	void monthsEndOnTheSameDayNumberOrTheLastOfTheMonth(LocalDateTime start, int months, LocalDateTime due) {
		assertThat(due(new Counting.CalendarMonths(months), start)).isEqualTo(at(due));
	}

	@Test
	void hoursRunThroughTheNightAndTheHoliday() {
		assertThat(due(new Counting.Hours(24), LocalDateTime.parse("2026-09-30T18:30")))
				.isEqualTo(at(LocalDateTime.parse("2026-10-01T18:30")));
	}

	@Test
	void aTermNamesItsRestAndMakeUpDaysAndWhetherItMayStillMove() {
		var term = reckoning(new Counting.WorkingDays(3), LocalDateTime.parse("2026-09-30T10:00")).term();
		assertThat(term.restDays()).hasSize(7);
		assertThat(term.makeUpDays()).singleElement().hasToString("2026-10-10");
		assertThat(term.provisional()).isFalse();
		assertThat(reckoning(new Counting.WorkingDays(3), LocalDateTime.parse("2026-12-30T10:00")).term().provisional()).isTrue();
	}

	@Test
	void aRowThatMakesNoSenseIsNamed() {
		assertThatIllegalStateException()
				.isThrownBy(() -> Counting.of(new Limit("X.Y", "", 3, "hour", "working", "", 0, "nobody")))
				.withMessageContaining("X.Y");
		assertThatIllegalStateException()
				.isThrownBy(() -> new Limit("X.Y", "", 0, "day", "working", "", 0, "nobody"));
	}

	private Instant due(Counting counting, LocalDateTime start) {
		return reckoning(counting, start).due();
	}

	private Reckoning reckoning(Counting counting, LocalDateTime start) {
		return new Reckoning(counting, at(start), Pauses.NONE, 0, new Days(calendar, OpeningHours.NONE));
	}

	private static Instant at(LocalDateTime shanghai) {
		return shanghai.atZone(WorkingCalendar.ZONE).toInstant();
	}
}

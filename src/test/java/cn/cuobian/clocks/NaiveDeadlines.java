package cn.cuobian.clocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Deadlines counted on fingers: day by day and minute by minute, from holiday lists typed in from the State Council's
 * notices of 2024-11-12 and 2025-11-04. Shares nothing with the code it checks.
 */
final class NaiveDeadlines {

	enum Kind {
		WORKING, CALENDAR, EXACT, MONTHS, HOURS, OPENING
	}

	private static final Set<LocalDate> OFF = new HashSet<>();
	private static final Set<LocalDate> MADE_UP = new HashSet<>();

	static {
		off("2025-01-01", "2025-01-01");
		off("2025-01-28", "2025-02-04", "2025-01-26", "2025-02-08");
		off("2025-04-04", "2025-04-06");
		off("2025-05-01", "2025-05-05", "2025-04-27");
		off("2025-05-31", "2025-06-02");
		off("2025-10-01", "2025-10-08", "2025-09-28", "2025-10-11");
		off("2026-01-01", "2026-01-03", "2026-01-04");
		off("2026-02-15", "2026-02-23", "2026-02-14", "2026-02-28");
		off("2026-04-04", "2026-04-06");
		off("2026-05-01", "2026-05-05", "2026-05-09");
		off("2026-06-19", "2026-06-21");
		off("2026-09-25", "2026-09-27");
		off("2026-10-01", "2026-10-07", "2026-09-20", "2026-10-10");
		// provisional: statutory days only, in case a pause carries a deadline over the year's end
		off("2027-01-01", "2027-01-01");
		off("2027-02-05", "2027-02-08");
		off("2027-04-05", "2027-04-05");
		off("2027-05-01", "2027-05-02");
		off("2027-06-09", "2027-06-09");
	}

	private NaiveDeadlines() {
	}

	static LocalDateTime due(Kind kind, int amount, LocalDateTime start, List<LocalDateTime[]> pauses, boolean office) {
		return switch (kind) {
			case WORKING, EXACT -> endOf(nth(kind, amount, start, pauses), office);
			case CALENDAR -> endOf(rolled(nth(kind, amount, start, pauses), pauses), office);
			case MONTHS -> endOf(rolled(nth(kind, daysOfMonths(start.toLocalDate(), amount), start, pauses), pauses), office);
			case HOURS, OPENING -> minutes(kind, amount * 60, start, pauses, office);
		};
	}

	static LocalDate latest(Backward backward, LocalDate event) {
		var day = event.minusDays(1);
		if (backward instanceof Backward.Months months) {
			day = event;
			var month = event.getMonthValue() - months.amount();
			var year = event.getYear();
			while (month < 1) {
				month += 12;
				year--;
			}
			var wanted = LocalDate.of(year, month, Math.min(event.getDayOfMonth(), LocalDate.of(year, month, 1).lengthOfMonth()));
			while (!day.isBefore(wanted)) {
				day = day.minusDays(1);
			}
		} else {
			boolean all = backward instanceof Backward.CalendarDays;
			int between = all ? ((Backward.CalendarDays) backward).amount() : ((Backward.WorkingDays) backward).amount();
			while (between > 0) {
				between -= all || worked(day) ? 1 : 0;
				day = day.minusDays(1);
			}
		}
		while (!worked(day)) {
			day = day.minusDays(1);
		}
		return day;
	}

	private static LocalDate nth(Kind kind, int amount, LocalDateTime start, List<LocalDateTime[]> pauses) {
		var day = start.toLocalDate();
		for (int counted = 0; counted < amount;) {
			day = day.plusDays(1);
			if ((kind != Kind.WORKING || worked(day)) && !paused(day.plusDays(1).atStartOfDay(), pauses)) {
				counted++;
			}
		}
		return day;
	}

	private static LocalDate rolled(LocalDate last, List<LocalDateTime[]> pauses) {
		var day = last;
		while (!worked(day) || paused(day.plusDays(1).atStartOfDay(), pauses)) {
			day = day.plusDays(1);
		}
		return day;
	}

	private static LocalDateTime minutes(Kind kind, int amount, LocalDateTime start, List<LocalDateTime[]> pauses, boolean office) {
		var now = start;
		for (int left = amount; left > 0; now = now.plusMinutes(1)) {
			if ((kind == Kind.HOURS || worked(now.toLocalDate()) && (!office || open(now.toLocalTime()))) && !stands(now, pauses)) {
				left--;
			}
		}
		return now;
	}

	private static int daysOfMonths(LocalDate start, int months) {
		var month = start.getMonthValue() + months;
		var year = start.getYear() + (month - 1) / 12;
		month = (month - 1) % 12 + 1;
		var last = LocalDate.of(year, month, Math.min(start.getDayOfMonth(), LocalDate.of(year, month, 1).lengthOfMonth()));
		int days = 0;
		for (var day = start; day.isBefore(last); day = day.plusDays(1)) {
			days++;
		}
		return days;
	}

	private static LocalDateTime endOf(LocalDate day, boolean office) {
		return office ? day.atTime(17, 30) : day.plusDays(1).atStartOfDay();
	}

	private static boolean open(LocalTime time) {
		int minute = time.getHour() * 60 + time.getMinute();
		return minute >= 9 * 60 && minute < 12 * 60 || minute >= 14 * 60 + 30 && minute < 17 * 60 + 30;
	}

	/** Whether it stands still in the minute that begins now. */
	private static boolean stands(LocalDateTime minute, List<LocalDateTime[]> pauses) {
		return pauses.stream().anyMatch(pause -> !minute.isBefore(pause[0]) && minute.isBefore(pause[1]));
	}

	private static boolean paused(LocalDateTime midnight, List<LocalDateTime[]> pauses) {
		return pauses.stream().anyMatch(pause -> pause[0].isBefore(midnight) && midnight.isBefore(pause[1]));
	}

	private static boolean worked(LocalDate day) {
		boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
		return MADE_UP.contains(day) || !weekend && !OFF.contains(day);
	}

	private static void off(String first, String last, String... madeUp) {
		for (var day = LocalDate.parse(first); !day.isAfter(LocalDate.parse(last)); day = day.plusDays(1)) {
			OFF.add(day);
		}
		for (var day : madeUp) {
			MADE_UP.add(LocalDate.parse(day));
		}
	}
}

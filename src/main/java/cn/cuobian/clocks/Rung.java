package cn.cuobian.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reminder on the way of a clock, as the column {@code rungs} of the time-limit table writes it: {@code 80%} of the
 * budget, {@code due}, or so many working days or hours before or after due ({@code -2wd}, {@code +1wd}, {@code +4h}).
 */
sealed interface Rung {

	/** The instant at which it rings for a clock that runs like this. */
	Instant at(Course course);

	/** As the table writes it; unique within a clock. */
	String text();

	/** How one clock runs, all its pauses and extensions included. */
	interface Course {

		Instant due();

		/** When this share of the budget is used up. */
		Instant used(int percent);

		/** So many working days after the due instant, before it if negative, at the same time of the day. */
		Instant workingDaysFromDue(int days);
	}

	record Share(int percent) implements Rung {

		@Override
		public Instant at(Course course) {
			return course.used(percent);
		}

		@Override
		public String text() {
			return percent + "%";
		}
	}

	record AtDue() implements Rung {

		@Override
		public Instant at(Course course) {
			return course.due();
		}

		@Override
		public String text() {
			return "due";
		}
	}

	record WorkingDays(int days) implements Rung {

		@Override
		public Instant at(Course course) {
			return course.workingDaysFromDue(days);
		}

		@Override
		public String text() {
			return "%+dwd".formatted(days);
		}
	}

	record Hours(int hours) implements Rung {

		@Override
		public Instant at(Course course) {
			return course.due().plus(Duration.ofHours(hours));
		}

		@Override
		public String text() {
			return "%+dh".formatted(hours);
		}
	}

	/** At most so many on one clock: more is a slip of the pen, not a policy. */
	int MOST = 12;
	Pattern TEXT = Pattern.compile("([1-9][0-9]?)%|(due)|([+-][1-9][0-9]?)wd|([+-][1-9][0-9]{0,2})h");

	/**
	 * The rungs of a policy, in the order written; none for a blank text.
	 *
	 * @throws IllegalArgumentException for a text that makes no sense: a defect of the table
	 */
	static List<Rung> ladder(String text) {
		if (text == null || text.isBlank()) {
			return List.of();
		}
		var ladder = Arrays.stream(text.strip().split("\\s+")).map(Rung::of).toList();
		if (ladder.size() > MOST || new LinkedHashSet<>(ladder).size() < ladder.size()) {
			throw new IllegalArgumentException("Rungs \"" + text + "\": at most " + MOST + ", each once");
		}
		return ladder;
	}

	private static Rung of(String word) {
		Matcher matcher = TEXT.matcher(word);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("Rung \"" + word + "\" is none of 1% to 99%, due, ±1wd to ±99wd, ±1h to ±999h");
		}
		if (matcher.group(1) != null) {
			return new Share(Integer.parseInt(matcher.group(1)));
		}
		if (matcher.group(2) != null) {
			return new AtDue();
		}
		return matcher.group(3) != null ? new WorkingDays(Integer.parseInt(matcher.group(3)))
				: new Hours(Integer.parseInt(matcher.group(4)));
	}
}

package cn.cuobian.clocks;

/**
 * A row of {@code bpmn/clocks/time-limits.dmn}.
 *
 * @param place code of the place the row speaks for, empty for everywhere
 * @param unit {@code day}, {@code month} or {@code hour}
 * @param counting {@code working}, {@code calendar}, {@code exact}, {@code hours}, {@code opening}, or counted back from
 *        an event {@code backward} or {@code backward-working}
 * @param rungs when people are reminded, such as {@code 80% due +1wd}; empty: never
 * @param extension how many units an extension may add; 0 where none is allowed
 * @param source the law, document or programme the number comes from
 * @throws IllegalStateException for a row that makes no sense: a defect of the table
 */
public record Limit(String code, String place, int amount, String unit, String counting, String rungs, int extension, String source) {

	/** Ten years in any unit: more is a slip of the pen. */
	private static final int MOST_HOURS = 10 * 366 * 24;

	public Limit {
		int hours = switch (unit) {
			case "hour" -> 1;
			case "day" -> 24;
			case "month" -> 31 * 24;
			default -> throw new IllegalStateException("Time limit %s: unknown unit %s".formatted(code, unit));
		};
		if (amount < 1 || amount > MOST_HOURS / hours) {
			throw new IllegalStateException("Time limit %s: %d is no sensible number of %ss".formatted(code, amount, unit));
		}
		if (extension < 0 || extension > amount) {
			throw new IllegalStateException("Time limit %s: an extension adds 0 to %d, not %d".formatted(code, amount, extension));
		}
		try {
			Rung.ladder(rungs);
		} catch (IllegalArgumentException e) {
			throw new IllegalStateException("Time limit %s: %s".formatted(code, e.getMessage()), e);
		}
	}

	/** Whether it counts back from an event, not forward from a start. */
	public boolean isBackward() {
		return counting.startsWith("backward");
	}

	/** @throws IllegalStateException if this unit is not counted in this way */
	public void mustCount() {
		if (isBackward()) {
			Backward.of(this);
		} else {
			Counting.of(this);
		}
	}
}

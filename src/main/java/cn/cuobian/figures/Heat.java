package cn.cuobian.figures;

/**
 * How hot one step of a procedure runs.
 *
 * @param ended   clocks of the step that ended in the period
 * @param median  share of the limit half of them had used, in thousandths; null if none ended
 * @param p90     the same for nine of ten
 * @param open    clocks running there now
 * @param overdue how many of these are late
 */
record Heat(String element, String name, long ended, Integer median, Integer p90, long open, long overdue) {

	private static final int WHOLE = 1_000;
	private static final int HOT = 800;
	private static final int WARM = 500;
	private static final int PER_PERCENT = 10;

	/** Percent; null for too few clocks. */
	public Integer medianPercent() {
		return ended < Kpi.MINIMUM ? null : median / PER_PERCENT;
	}

	/** Percent; null for too few clocks. */
	public Integer p90Percent() {
		return ended < Kpi.MINIMUM ? null : p90 / PER_PERCENT;
	}

	/** {@code few}, {@code cool}, {@code warm}, {@code hot} or {@code late}, by the share nine of ten stay within. */
	public String level() {
		if (ended < Kpi.MINIMUM) {
			return "few";
		}
		if (p90 >= WHOLE) {
			return "late";
		}
		return p90 >= HOT ? "hot" : p90 >= WARM ? "warm" : "cool";
	}

	/** What stands on the step in the drawing: the shares, then what is open. */
	public String mark() {
		String shares = ended < Kpi.MINIMUM ? "n<" + Kpi.MINIMUM : medianPercent() + "·" + p90Percent() + "%";
		return shares + " | " + open + (overdue > 0 ? " (" + overdue + "!)" : "");
	}
}

package cn.cuobian.figures;

import java.util.EnumMap;
import java.util.Map;

/**
 * The figures of one month and place: whole numbers only, so that a recount can be compared exactly.
 *
 * @param handled    matters whose handling time is known
 * @param medianDays working days; null without any
 * @param p90Days    working days nine of ten did not exceed; null without any
 */
record Kpi(Map<Measure, Long> counts, int handled, Integer medianDays, Integer p90Days) {

	/** Shares, averages and medians of fewer cases say more about chance than about work, and are not shown. */
	static final int MINIMUM = 10;

	private static final double WHOLE = 100;

	Kpi {
		Map<Measure, Long> all = new EnumMap<>(Measure.class);
		for (Measure measure : Measure.values()) {
			all.put(measure, counts.getOrDefault(measure, 0L));
		}
		counts = Map.copyOf(all);
	}

	long of(Measure measure) {
		return counts.get(measure);
	}

	/** By the name of the measure, for pages. */
	public long count(String measure) {
		return of(Measure.valueOf(measure));
	}

	/** Percent of the clocks that ended in time; null below the minimum. */
	public Double inTime() {
		return share(Measure.CLOCKS_IN_TIME, Measure.CLOCKS_ENDED, WHOLE);
	}

	/** Average rating from 1 to 5; null below the minimum. */
	public Double satisfaction() {
		return share(Measure.RATING_POINTS, Measure.RATINGS, 1);
	}

	/** Percent of the ratings that were 4 or 5; null below the minimum. */
	public Double content() {
		return share(Measure.RATINGS_GOOD, Measure.RATINGS, WHOLE);
	}

	/** The median in working days; null below the minimum. */
	public Integer median() {
		return handled < MINIMUM ? null : medianDays;
	}

	/** The 90th percentile in working days; null below the minimum. */
	public Integer p90() {
		return handled < MINIMUM ? null : p90Days;
	}

	public boolean isEmpty() {
		return handled == 0 && counts.values().stream().allMatch(count -> count == 0);
	}

	private Double share(Measure part, Measure whole, double scale) {
		return of(whole) < MINIMUM ? null : scale * of(part) / of(whole);
	}
}

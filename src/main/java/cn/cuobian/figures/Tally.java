package cn.cuobian.figures;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was counted at one place in one month; tallies of places add up. */
final class Tally {

	private final Map<Measure, Long> counts = new EnumMap<>(Measure.class);
	private final List<Integer> days = new ArrayList<>();

	void count(Measure measure, long more) {
		counts.merge(measure, more, Long::sum);
	}

	/** One matter more that took so many working days. */
	void took(int workingDays) {
		days.add(workingDays);
	}

	void add(Tally other) {
		other.counts.forEach(this::count);
		days.addAll(other.days);
	}

	Kpi kpi() {
		return new Kpi(counts, days.size(), Ranks.of(days, 50), Ranks.of(days, 90));
	}
}

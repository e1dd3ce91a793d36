package cn.cuobian.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * One figure as it is held and as it is counted now.
 *
 * @param key of its name, under {@code figures.column.}
 */
record Difference(String key, Number before, Number now) {

	/** Every figure, also those that are the same. */
	static List<Difference> between(Kpi before, Kpi now) {
		List<Difference> lines = new ArrayList<>();
		for (Measure measure : Measure.values()) {
			lines.add(new Difference(measure.column().replace('_', '-'), before.of(measure), now.of(measure)));
		}
		lines.add(new Difference("handled", before.handled(), now.handled()));
		lines.add(new Difference("median-days", before.medianDays(), now.medianDays()));
		lines.add(new Difference("p90-days", before.p90Days(), now.p90Days()));
		return lines;
	}

	public boolean isSame() {
		return before == null ? now == null : before.equals(now);
	}
}

package cn.cuobian.clocks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cn.cuobian.clocks.Peal.Step;
import org.springframework.stereotype.Component;

/** Projects the rungs of clocks onto time. */
@Component
class Rungs {

	private final RungRows rows;

	Rungs(RungRows rows) {
		this.rows = rows;
	}

	/** Of a clock that starts. */
	static NextRung first(Limit limit, Instant started, Rung.Course course) {
		return NextRung.of(steps(limit, started, course));
	}

	/** Of an open clock after something moved it: a rung that was told never rings again, a paused clock rings nothing. */
	NextRung next(ClockRow row, Rung.Course course) {
		return row.isPaused() ? NextRung.NONE : NextRung.of(untold(row, course, told(List.of(row.id()))));
	}

	/** Which rungs of these clocks were told already. */
	Map<Long, Set<String>> told(Collection<Long> clocks) {
		return rows.told(clocks);
	}

	/** The rungs of a clock that were not told yet, in the order of time. */
	static List<Step> untold(ClockRow row, Rung.Course course, Map<Long, Set<String>> told) {
		var gone = told.getOrDefault(row.id(), Set.of());
		return steps(row.limit(), row.started(), course).stream().filter(step -> !gone.contains(step.rung().text())).toList();
	}

	/** Those that would lie before the clock started do not exist: the limit is too short for them. */
	private static List<Step> steps(Limit limit, Instant started, Rung.Course course) {
		var timed = Rung.ladder(limit.rungs()).stream().map(rung -> new Step(rung, 0, rung.at(course)))
				.filter(step -> step.at().isAfter(started)).sorted(Comparator.comparing(Step::at)).toList();
		var steps = new ArrayList<Step>();
		timed.forEach(step -> steps.add(new Step(step.rung(), steps.size(), step.at())));
		return steps;
	}
}

package cn.cuobian.clocks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import cn.cuobian.clocks.ReachedRung.Stage;

/**
 * What one sweep does to one clock.
 *
 * @param passed the rungs that were not told yet and whose time has come, in the order of time
 * @param next the first one that is still ahead
 */
record Peal(ClockRow clock, List<Step> passed, NextRung next) {

	/** One rung of a clock that was not told yet, with its place in the order of time. */
	record Step(Rung rung, int index, Instant at) {
	}

	/** A line of {@code clock_rung}. */
	record Told(long clockId, String rung, Instant at, boolean covered) {
	}

	/** @param untold in the order of time */
	static Peal of(ClockRow clock, List<Step> untold, Instant now) {
		var passed = untold.stream().filter(step -> !step.at().isAfter(now)).toList();
		return new Peal(clock, passed, NextRung.of(untold.subList(passed.size(), untold.size())));
	}

	/** Only the highest is told; it tells for those below. */
	List<Told> records() {
		return passed.stream().map(step -> new Told(clock.id(), step.rung().text(), step.at(), step != highest())).toList();
	}

	List<ReachedRung> reached() {
		return passed.isEmpty() ? List.of() : List.of(new ReachedRung(clock.id(), clock.subject(), clock.code(), clock.taskId(),
				clock.place(), highest().rung().text(), highest().index(), stage(highest()), clock.due(),
				passed.subList(0, passed.size() - 1).stream().map(step -> step.rung().text()).toList()));
	}

	/** The instant at which the rung lay that is told. */
	Optional<Instant> rang() {
		return passed.isEmpty() ? Optional.empty() : Optional.of(highest().at());
	}

	private Step highest() {
		return passed.get(passed.size() - 1);
	}

	private Stage stage(Step step) {
		if (step.rung() instanceof Rung.AtDue) {
			return Stage.DUE;
		}
		return step.at().isBefore(clock.due()) ? Stage.NEAR : Stage.OVERDUE;
	}
}

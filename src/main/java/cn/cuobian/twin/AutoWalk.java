package cn.cuobian.twin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import cn.cuobian.design.walk.Answer.Tour;
import cn.cuobian.matters.ResidentMessages;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.worklist.WorkItem;

/**
 * Walks through by itself until nothing is left to do or its steps are used up. What a person would be refused, because
 * something is missing that no form asks for, is left to its deadline; any other failure is a fault of the models.
 */
@ForTwin
@Component
class AutoWalk {

	private static final int MOST_STEPS = 120;
	private static final int MOST_JUMPS = 120;
	private static final int TRIES = 3;
	/** A round in which nobody does anything in time. */
	static final int IDLE = 2;

	private final Look look;
	private final Parts parts;
	private final Guesses guesses;
	private final Time time;

	AutoWalk(Look look, Parts parts, Guesses guesses, Time time) {
		this.look = look;
		this.parts = parts;
		this.guesses = guesses;
		this.time = time;
	}

	/** @param round 0, 1: different answers; {@link #IDLE}: every deadline passes before somebody acts */
	Tour run(int round) {
		var tour = new Course(round);
		while (tour.steps < MOST_STEPS && tour.jumps < MOST_JUMPS) {
			if (!tour.goOn()) {
				return tour.told(true);
			}
		}
		return tour.told(false);
	}

	private final class Course {

		private final int round;
		private final Map<String, Integer> turns = new HashMap<>();
		private final Set<String> refused = new HashSet<>();
		private final Set<String> stuck = new LinkedHashSet<>();
		private int steps;
		private int jumps;

		Course(int round) {
			this.round = round;
		}

		private Tour told(boolean finished) {
			return new Tour(steps, jumps, List.copyOf(stuck), finished);
		}

		/** False when nothing is left. */
		private boolean goOn() {
			return round == IDLE ? jumped() || worked() : worked() || rated() || jumped();
		}

		private boolean worked() {
			Optional<WorkItem> next = look.open().stream().filter(item -> !refused.contains(item.taskId())).findFirst();
			next.ifPresent(this::work);
			return next.isPresent();
		}

		private void work(WorkItem item) {
			for (int tried = 0; tried < TRIES; tried++) {
				try {
					parts.complete(item.taskId(), guesses.values(parts.form(item.taskId()), round + turns.merge(item.elementId(), 1, Integer::sum) - 1));
					steps++;
					return;
				} catch (Refusal nextTurn) {
					continue;
				}
			}
			refused.add(item.taskId());
			stuck.add(item.elementId());
		}

		private boolean rated() {
			if (round == 0 || !look.awaits(ResidentMessages.RATED)) {
				return false;
			}
			parts.resident(ResidentMessages.RATED, Map.of("satisfaction", 1));
			steps++;
			return true;
		}

		private boolean jumped() {
			if (time.deadline().isEmpty()) {
				return false;
			}
			time.jumpToDeadline();
			jumps++;
			return true;
		}
	}
}

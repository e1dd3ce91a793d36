package cn.cuobian.design;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import cn.cuobian.design.walk.Order;
import cn.cuobian.design.walk.Picture;
import cn.cuobian.design.walk.Picture.Waiting;

/**
 * A walk as it was played: how it began, what was done, and how things stood after each step.
 *
 * @param start the kind of matter, or the model of elections
 * @param at the instant at which it began
 */
record Recording(String start, String place, Instant at, Stand begun, List<Step> steps) {

	Recording {
		steps = List.copyOf(steps);
	}

	/** Something the player did. */
	enum Deed {
		COMPLETE, RESIDENT, JUMP
	}

	/**
	 * @param element of the task, as {@code model:element}; of a deed of the resident its message, of a jump how far
	 * @param name what people call the step
	 */
	record Step(Deed deed, String element, String name, Map<String, Object> values, Stand after) {

		/** How to do it again; empty when no such task waits. */
		Optional<Order> again(Picture picture) {
			return switch (deed) {
				case JUMP -> Optional.of(Order.jump(element));
				case RESIDENT -> Optional.of(Order.resident(element, values));
				case COMPLETE -> picture.open().stream().filter(task -> element.equals(key(task))).findFirst()
						.map(task -> Order.complete(task.id(), values));
			};
		}

		Step with(Stand stand) {
			return new Step(deed, element, name, values, stand);
		}
	}

	/**
	 * How things stood.
	 *
	 * @param active where it waits, each as {@code model:element}
	 * @param passed where it has been
	 * @param clocks each as code, state and due instant
	 */
	record Stand(Instant now, List<String> active, List<String> passed, List<String> clocks) {

		static Stand of(Picture picture) {
			var active = new TreeSet<String>();
			var passed = new TreeSet<String>();
			picture.flows().forEach(flow -> {
				flow.active().forEach(element -> active.add(flow.model() + ":" + element));
				flow.passed().forEach(element -> passed.add(flow.model() + ":" + element));
			});
			return new Stand(picture.now(), List.copyOf(active), List.copyOf(passed),
					picture.clocks().stream().map(clock -> clock.code() + " " + clock.state() + " " + clock.due()).toList());
		}
	}

	static String key(Waiting task) {
		return task.model() + ":" + task.element();
	}

	Recording and(Step step) {
		var more = new ArrayList<>(steps);
		more.add(step);
		return new Recording(start, place, at, begun, more);
	}

	/** How it ended, or stands now. */
	Stand last() {
		return steps.isEmpty() ? begun : steps.get(steps.size() - 1).after();
	}
}

package cn.cuobian.engine.inspection;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Nobody waits at a dead end: from every step a path leads to an end, and every step can be reached. */
final class PathRule implements Rule {

	@Override
	public void inspect(Drawing drawing, House house, Findings findings) {
		List<Step> ends = drawing.steps().stream().filter(step -> step.isEnd() || step.isStartedByEvent()).toList();
		List<Step> entries = drawing.steps().stream().filter(Step::isEntry).toList();
		Set<String> closing = reached(ends, drawing::before);
		Set<String> opened = reached(entries, drawing::after);
		for (Step step : drawing.steps()) {
			if (!closing.contains(step.id())) {
				findings.add(step.id(), "no-end");
			}
			if (!opened.contains(step.id())) {
				findings.add(step.id(), "unreachable");
			}
		}
	}

	private static Set<String> reached(Collection<Step> from, Function<Step, List<Step>> along) {
		Set<String> reached = new HashSet<>();
		Deque<Step> open = new ArrayDeque<>(from);
		while (!open.isEmpty()) {
			Step step = open.pop();
			if (reached.add(step.id())) {
				open.addAll(along.apply(step));
			}
		}
		return reached;
	}
}

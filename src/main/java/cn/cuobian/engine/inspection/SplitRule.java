package cn.cuobian.engine.inspection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Branches that run at the same time come together at a parallel join, or end by themselves. Where they meet anywhere
 * else, all that follows happens twice, and after eighteen such places a quarter of a million times.
 */
final class SplitRule implements Rule {

	private static final Set<String> CHOICES = Set.of("exclusiveGateway", "eventBasedGateway");
	private static final Set<String> JOINS = Set.of("parallelGateway", "inclusiveGateway");

	@Override
	public void inspect(Drawing drawing, House house, Findings findings) {
		for (Step step : drawing.steps()) {
			Set<String> seen = new HashSet<>();
			for (Step branch : branches(step, drawing)) {
				Set<String> reached = alongOneToken(branch, drawing);
				if (reached.stream().anyMatch(seen::contains)) {
					findings.add(step.id(), "unjoined-split");
					break;
				}
				seen.addAll(reached);
			}
		}
	}

	/** The steps after a split, and after events that leave the task running. */
	private static List<Step> branches(Step step, Drawing drawing) {
		List<Step> branches = new ArrayList<>(CHOICES.contains(step.type()) ? List.of() : drawing.after(step));
		drawing.next(step).stream().filter(event -> event.type().equals("boundaryEvent") && !event.isInterruptingBoundary())
				.flatMap(event -> drawing.after(event).stream()).forEach(branches::add);
		return branches;
	}

	/** Up to a join or an end; interrupting events carry the same token on. */
	private static Set<String> alongOneToken(Step from, Drawing drawing) {
		Set<String> reached = new HashSet<>();
		Deque<Step> open = new ArrayDeque<>(List.of(from));
		while (!open.isEmpty()) {
			Step step = open.pop();
			boolean joins = JOINS.contains(step.type()) && drawing.before(step).size() > 1;
			if (!joins && !step.isEnd() && reached.add(step.id())) {
				open.addAll(drawing.next(step));
			}
		}
		return reached;
	}
}

package cn.cuobian.engine.inspection;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.w3c.dom.Element;

/** A loop that waits for nobody runs until the memory is full; so does one of a hundred thousand tasks. */
final class LoopRule implements Rule {

	private static final int MOST = 200;

	@Override
	public void inspect(Drawing drawing, House house, Findings findings) {
		Set<String> harmless = new HashSet<>();
		drawing.steps().stream().flatMap(step -> repeated(step, drawing, house, new HashSet<>(), harmless).stream())
				.findFirst().ifPresent(step -> findings.add(step.id(), "endless-loop"));
		drawing.all(Xml.BPMN, "loopCardinality").forEach(count -> inspect(count, findings));
	}

	private static void inspect(Element count, Findings findings) {
		String written = count.getTextContent().strip();
		if (!written.matches("\\d{1,3}") || Integer.parseInt(written) > MOST) {
			findings.add(Steps.idAround(count), "many-times", MOST);
		}
	}

	/** Depth-first, along steps that do not wait: the first step that the same walk comes back to. */
	private static Optional<Step> repeated(Step step, Drawing drawing, House house, Set<String> walk, Set<String> harmless) {
		if (harmless.contains(step.id()) || waits(step, drawing, house, new HashSet<>())) {
			return Optional.empty();
		}
		if (!walk.add(step.id())) {
			return Optional.of(step);
		}
		Optional<Step> repeated = drawing.next(step).stream()
				.flatMap(next -> repeated(next, drawing, house, walk, harmless).stream()).findFirst();
		walk.remove(step.id());
		harmless.add(step.id());
		return repeated;
	}

	/** A call or a process inside waits if no path leads through it without waiting. */
	private static boolean waits(Step step, Drawing drawing, House house, Set<String> calls) {
		if (step.waits()) {
			return true;
		}
		if (step.type().equals("callActivity")) {
			String called = step.element().getAttribute("calledElement");
			return calls.add(called) && house.drawing(called)
					.map(inner -> inner.processes().stream().noneMatch(process -> runsThrough(process, inner, house, calls))).orElse(false);
		}
		return step.type().equals("subProcess") && !runsThrough(step.element(), drawing, house, calls);
	}

	private static boolean runsThrough(Element scope, Drawing drawing, House house, Set<String> calls) {
		return drawing.steps("startEvent").stream().filter(start -> start.scope() == scope)
				.anyMatch(start -> reachesEnd(start, drawing, house, calls, new HashSet<>()));
	}

	private static boolean reachesEnd(Step step, Drawing drawing, House house, Set<String> calls, Set<String> seen) {
		if (step.isEnd()) {
			return true;
		}
		return seen.add(step.id()) && !waits(step, drawing, house, calls)
				&& drawing.next(step).stream().anyMatch(next -> reachesEnd(next, drawing, house, calls, seen));
	}
}

package cn.cuobian.engine.inspection;

import java.util.List;

import org.w3c.dom.Element;

import cn.cuobian.engine.Expressions;
import cn.cuobian.engine.Expressions.Call;

/** Time is counted by the clock ledger alone: no literal dates, durations or cycles, and one clock per task. */
final class TimerRule implements Rule {

	private final Expressions expressions;

	TimerRule(Expressions expressions) {
		this.expressions = expressions;
	}

	@Override
	public void inspect(Drawing drawing, House house, Findings findings) {
		for (Element timer : drawing.all(Xml.BPMN, "timerEventDefinition")) {
			Step event = new Step((Element) timer.getParentNode());
			List<Call> calls = calls(timer);
			if (calls.isEmpty()) {
				findings.add(event.id(), "literal-time");
			} else {
				inspect(event, Calls.text(calls.get(0), 0), drawing, house, findings);
			}
		}
	}

	/** The calls of a date that is one expression of the ledger and nothing around it; none otherwise. */
	private List<Call> calls(Element timer) {
		List<Element> dates = Xml.children(timer, "timeDate");
		if (dates.size() != 1 || !dates.get(0).getTextContent().strip().matches("(?s)[$]\\{\\s*clocks\\.[^}]*}")) {
			return List.of();
		}
		return expressions.read(dates.get(0).getTextContent()).calls();
	}

	private static void inspect(Step event, String code, Drawing drawing, House house, Findings findings) {
		if (!house.hasClock(code)) {
			findings.add(event.id(), "unknown-clock", code);
		}
		Step task = drawing.step(event.element().getAttribute("attachedToRef"));
		if (event.isInterruptingBoundary() && task != null && task.type().equals("userTask")
				&& !code.equals(task.properties().get("clock"))) {
			findings.add(event.id(), "two-clocks", code);
		}
	}
}

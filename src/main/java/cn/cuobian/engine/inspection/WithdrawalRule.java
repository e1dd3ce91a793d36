package cn.cuobian.engine.inspection;

import java.util.Set;
import java.util.stream.Collectors;

import org.w3c.dom.Element;

/** Who reported may withdraw at any time: a kind of matter waits for that at its top, beside whatever else it does. */
final class WithdrawalRule implements Rule {

	private static final String WITHDRAWN = "matter_withdrawn";

	@Override
	public void inspect(Drawing drawing, House house, Findings findings) {
		for (Element process : drawing.processes()) {
			if (new Step(process).properties().containsKey("kind") && !mayBeWithdrawn(process, drawing)) {
				findings.add(process.getAttribute("id"), "no-withdrawal", WITHDRAWN);
			}
		}
	}

	private static boolean mayBeWithdrawn(Element process, Drawing drawing) {
		return drawing.steps("subProcess").stream().filter(inner -> inner.isStartedByEvent() && inner.scope() == process)
				.flatMap(inner -> Xml.children(inner.element(), "startEvent").stream())
				.anyMatch(start -> interrupts(start) && awaits(start, drawing));
	}

	/** Otherwise the tasks would stay open beside a matter that is over. */
	private static boolean interrupts(Element start) {
		return !"false".equals(start.getAttribute("isInterrupting"));
	}

	private static boolean awaits(Element start, Drawing drawing) {
		Set<String> messages = drawing.all(Xml.BPMN, "message").stream()
				.filter(message -> WITHDRAWN.equals(message.getAttribute("name")))
				.map(message -> message.getAttribute("id")).collect(Collectors.toSet());
		return Xml.children(start, "messageEventDefinition").stream()
				.anyMatch(definition -> messages.contains(definition.getAttribute("messageRef")));
	}
}

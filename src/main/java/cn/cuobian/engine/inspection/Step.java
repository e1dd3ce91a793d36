package cn.cuobian.engine.inspection;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.w3c.dom.Element;

/** A flow node of a drawing: a task, an event, a gateway, a call or a process inside. */
record Step(Element element) {

	private static final Set<String> TASKS = Set.of("userTask", "serviceTask", "businessRuleTask", "receiveTask", "manualTask",
			"task", "callActivity", "subProcess");
	private static final Set<String> EVENTS = Set.of("startEvent", "endEvent", "intermediateCatchEvent",
			"intermediateThrowEvent", "boundaryEvent");
	private static final Set<String> GATEWAYS = Set.of("exclusiveGateway", "parallelGateway", "inclusiveGateway",
			"eventBasedGateway");
	private static final Set<String> WAITING = Set.of("userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway");

	static boolean isStep(Element element) {
		String type = element.getLocalName();
		return Xml.BPMN.equals(element.getNamespaceURI())
				&& (TASKS.contains(type) || EVENTS.contains(type) || GATEWAYS.contains(type));
	}

	String id() {
		return element.getAttribute("id");
	}

	String type() {
		return element.getLocalName();
	}

	String name() {
		return element.getAttribute("name");
	}

	/** The process or inner process it stands in. */
	Element scope() {
		return (Element) element.getParentNode();
	}

	boolean isGateway() {
		return GATEWAYS.contains(type());
	}

	boolean isEnd() {
		return type().equals("endEvent");
	}

	/** For somebody or for a time; a job of the engine's own comes at once, and would come round for ever. */
	boolean waits() {
		return WAITING.contains(type());
	}

	/** Where a token may appear out of nothing: start events, what hangs on a border, and processes started by an event. */
	boolean isEntry() {
		return type().equals("startEvent") || type().equals("boundaryEvent") || isStartedByEvent();
	}

	boolean isStartedByEvent() {
		return "true".equals(element.getAttribute("triggeredByEvent"));
	}

	boolean isInterruptingBoundary() {
		return type().equals("boundaryEvent") && !"false".equals(element.getAttribute("cancelActivity"));
	}

	String camunda(String attribute) {
		return element.getAttributeNS(Xml.CAMUNDA, attribute);
	}

	/** Its own properties, not those of steps inside. */
	Map<String, String> properties() {
		return Xml.children(element, "extensionElements").stream()
				.flatMap(extensions -> Xml.within(extensions, Xml.CAMUNDA, "property").stream())
				.collect(Collectors.toMap(property -> property.getAttribute("name"),
						property -> property.getAttribute("value"), (first, second) -> second));
	}

	Optional<Element> timer() {
		return Xml.children(element, "timerEventDefinition").stream().findFirst();
	}
}

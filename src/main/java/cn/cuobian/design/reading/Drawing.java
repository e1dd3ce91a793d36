package cn.cuobian.design.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import cn.cuobian.forms.Label;

/** A BPMN file by its parts, and how each of them is drawn. */
public final class Drawing {

	private static final Set<String> PARTS = Set.of("process", "collaboration", "participant", "lane", "messageFlow", "textAnnotation", "association", "group",
			"dataObject", "dataObjectReference", "dataStoreReference", "sequenceFlow", "subProcess", "transaction", "adHocSubProcess", "callActivity", "task",
			"userTask", "serviceTask", "businessRuleTask", "sendTask", "receiveTask", "manualTask", "scriptTask", "startEvent", "endEvent",
			"intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "exclusiveGateway", "parallelGateway", "inclusiveGateway",
			"eventBasedGateway", "complexGateway");
	/** Things beside the procedure to which an event refers, and by what they are known. */
	private static final Map<String, String> REFERENCES = Map.of("messageRef", "name", "signalRef", "name", "errorRef", "errorCode", "escalationRef", "escalationCode");
	/** In order of the file. */
	private final Map<String, Part> parts = new LinkedHashMap<>();
	private final Map<String, Map<String, String>> looks = new LinkedHashMap<>();
	private final Map<String, Element> byId = new LinkedHashMap<>();

	public Drawing(Document document) {
		var root = document.getDocumentElement();
		Xml.children(root).forEach(child -> byId.put(child.getAttribute("id"), child));
		Xml.all(document, "*").stream().filter(Drawing::isPart).forEach(this::read);
		Xml.all(document, "*").stream().filter(shape -> shape.hasAttribute("bpmnElement")).forEach(this::look);
		parts.values().stream().filter(part -> part.type().equals("exclusiveGateway")).forEach(this::order);
	}

	private Drawing() {
	}

	/** A file that is not there. */
	public static Drawing none() {
		return new Drawing();
	}

	public Map<String, Part> parts() {
		return parts;
	}

	/** Where and how big it is drawn. */
	public Map<String, String> look(String part) {
		return looks.getOrDefault(part, Map.of());
	}

	private static boolean isPart(Element element) {
		return Xml.BPMN.equals(element.getNamespaceURI()) && PARTS.contains(element.getLocalName());
	}

	private void read(Element element) {
		var facts = Facts.of(element, child -> isPart(child) || child.getLocalName().equals("laneSet"));
		REFERENCES.forEach((reference, known) -> resolve(facts, reference, known));
		var around = around(element.getParentNode());
		if (!around.isEmpty()) {
			facts.put("inside", around);
		}
		var id = element.hasAttribute("id") ? element.getAttribute("id") : element.getLocalName() + parts.size();
		parts.put(id, new Part(id, element.getLocalName(), name(element, facts), facts));
	}

	/** The inner process in which it stands; empty at the top, so that a procedure may change its key. */
	private static String around(Node parent) {
		for (Node node = parent; node instanceof Element element; node = node.getParentNode()) {
			if (isPart(element)) {
				return Set.of("process", "collaboration").contains(element.getLocalName()) ? "" : element.getAttribute("id");
			}
		}
		return "";
	}

	/** A message is known by its name, an error by its code: their ids in the file mean nothing. */
	private void resolve(Map<String, String> facts, String reference, String known) {
		var names = facts.keySet().stream().filter(name -> name.endsWith("@" + reference)).toList();
		names.forEach(name -> {
			var referred = byId.get(facts.get(name));
			if (referred != null) {
				var said = Facts.of(referred, child -> false);
				facts.put(name, said.getOrDefault("@" + known, ""));
				said.forEach((what, value) -> facts.put(name + "/" + what, value));
				facts.remove(name + "/@" + known);
			}
		});
	}

	private static Label name(Element element, Map<String, String> facts) {
		var zh = element.getAttribute("name").isBlank() ? Xml.text(element, "text") : element.getAttribute("name");
		return new Label(zh.strip(), facts.get("camunda:property[name.en]@value"));
	}

	private void look(Element shape) {
		var look = Facts.of(shape, child -> child.hasAttribute("bpmnElement"));
		look.remove("@bpmnElement");
		looks.merge(shape.getAttribute("bpmnElement"), look, (first, second) -> first);
	}

	/** An exclusive gateway asks its conditions in the order in which the flows stand in the file. */
	private void order(Part gateway) {
		var asked = parts.values().stream().filter(part -> part.isFlow() && part.fact("@sourceRef").equals(gateway.id()) && part.facts().containsKey("conditionExpression"))
				.map(Part::id).toList();
		if (asked.size() > 1) {
			gateway.facts().put("asks", String.join(" ", asked));
		}
	}

	/** Conditions that both drawings ask at a gateway, in the order of this one. */
	public static String asked(Part here, Part there) {
		var known = List.of(there.fact("asks").split(" "));
		return List.of(here.fact("asks").split(" ")).stream().filter(known::contains).collect(Collectors.joining(" "));
	}
}

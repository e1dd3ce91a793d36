package cn.cuobian.design.reading;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * All that an element says, as pairs of a name and a value: {@code @camunda:formRef}, {@code camunda:property[clock]@value},
 * {@code timerEventDefinition/timeDate}. Left out is what means nothing: ids of parts, the order of attributes, white
 * space around texts, values that would hold anyway, and what only repeats something said elsewhere.
 */
public final class Facts {

	/** Wrappers that say nothing themselves. */
	private static final Set<String> WRAPPERS = Set.of("extensionElements", "camunda:properties", "camunda:inputOutput");
	private static final Set<String> REPEATED = Set.of("incoming", "outgoing");
	/** By what one of several children of the same name is known. */
	private static final Map<String, List<String>> KNOWN_BY = Map.of("camunda:property", List.of("name"), "camunda:inputParameter", List.of("name"),
			"camunda:outputParameter", List.of("name"), "camunda:field", List.of("name"), "camunda:in", List.of("target", "variables", "businessKey"),
			"camunda:out", List.of("target", "variables"), "camunda:taskListener", List.of("event"), "camunda:executionListener", List.of("event"),
			"camunda:entry", List.of("key"));
	/** What holds where nothing is written. */
	private static final Set<String> ANYWAY = Set.of("@cancelActivity=true", "@isInterrupting=true", "@isSequential=false", "@triggeredByEvent=false",
			"@parallelMultiple=false", "@isForCompensation=false", "@startQuantity=1", "@completionQuantity=1", "@isExecutable=false", "@isClosed=false",
			"@processType=None", "@gatewayDirection=Unspecified", "@instantiate=false", "@eventGatewayType=Exclusive", "@isCollection=false",
			"@camunda:asyncBefore=false", "@camunda:asyncAfter=false", "@camunda:exclusive=true", "@ordering=Parallel", "@hitPolicy=UNIQUE",
			"@textFormat=text/plain", "@implementation=##WebService", "@implementation=##unspecified");
	private static final String XML_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance";

	private final Map<String, String> said = new TreeMap<>();
	private final Map<String, Integer> seen = new HashMap<>();
	private final Predicate<Element> apart;

	private Facts(Predicate<Element> apart) {
		this.apart = apart;
	}

	/** @param apart children that speak for themselves */
	public static Map<String, String> of(Element element, Predicate<Element> apart) {
		var facts = new Facts(apart);
		facts.read(element, "", List.of());
		return facts.said;
	}

	private void read(Element element, String path, List<String> known) {
		Xml.attributes(element).stream().filter(attribute -> means(attribute) && !known.contains(attribute.getLocalName()))
				.forEach(attribute -> say(path, "@" + name(attribute.getNamespaceURI(), attribute.getLocalName()), attribute.getValue()));
		var children = Xml.children(element).stream().filter(child -> !apart.test(child) && !REPEATED.contains(child.getLocalName())).toList();
		children.forEach(child -> child(child, path));
	}

	private void child(Element child, String path) {
		var name = name(child.getNamespaceURI(), child.getLocalName());
		if (WRAPPERS.contains(name)) {
			read(child, path, List.of());
			return;
		}
		if (name.equals("flowNodeRef")) {
			said.put("flowNodeRef[" + Xml.text(child) + "]", Xml.text(child));
			return;
		}
		var known = KNOWN_BY.getOrDefault(name, List.of()).stream().filter(child::hasAttribute).limit(1).toList();
		var here = unused((path.isEmpty() ? "" : path + "/") + name + (known.isEmpty() ? "" : "[" + child.getAttribute(known.get(0)) + "]"));
		int before = said.size();
		read(child, here, known);
		if (Xml.children(child).isEmpty() && (!Xml.text(child).isEmpty() || said.size() == before)) {
			said.put(here, Xml.text(child));
		}
	}

	/** Several of the same name are told apart by their order, which means something for listeners. */
	private String unused(String path) {
		int count = seen.merge(path, 1, Integer::sum);
		return count == 1 ? path : path + "#" + count;
	}

	private void say(String path, String name, String value) {
		if (!ANYWAY.contains(name + "=" + value)) {
			said.put(path + name, value.strip());
		}
	}

	private static boolean means(Attr attribute) {
		return !attribute.getName().startsWith("xmlns") && !attribute.getName().equals("id") && !XML_SCHEMA.equals(attribute.getNamespaceURI());
	}

	/** Whatever prefix the file uses, ours is the same. */
	private static String name(String namespace, String local) {
		if (namespace == null || namespace.endsWith("/MODEL") || namespace.endsWith("/MODEL/")) {
			return local;
		}
		if (namespace.equals(Xml.CAMUNDA) || namespace.equals(Xml.CAMUNDA_DMN)) {
			return "camunda:" + local;
		}
		var parts = Arrays.stream(namespace.split("[/:]")).filter(part -> part.matches("[A-Za-z][A-Za-z0-9_-]*")).toList();
		return (parts.isEmpty() ? "" : parts.get(parts.size() - 1) + ":") + local;
	}
}

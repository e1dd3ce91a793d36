package cn.cuobian.engine.inspection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What each step of a drawing says, for rooms that compare drawings.
 *
 * @param steps by id, in the order of the file
 */
public record Outline(Map<String, Line> steps) {

	/** Where a step leads is drawn at both its ends; it is told from where it leaves. */
	private static final Set<String> DRAWN_TWICE = Set.of("incoming", "outgoing");

	/**
	 * @param clock code of its time limit; null if it has none
	 * @param form id of its form; null if it has none
	 * @param says all that is drawn of it in one fixed way, the events on its border and where it leads included
	 */
	public record Line(String id, String type, String name, String clock, String form, String says) {
	}

	/** @param file a drawing that the guard has let pass */
	public static Outline of(ModelFile file) {
		var drawing = new Drawing(file);
		Map<String, Line> steps = new LinkedHashMap<>();
		drawing.steps().forEach(step -> steps.put(step.id(), line(step, drawing)));
		return new Outline(steps);
	}

	private static Line line(Step step, Drawing drawing) {
		var says = new StringBuilder(said(step.element()));
		drawing.flows().stream().filter(flow -> flow.getAttribute("sourceRef").equals(step.id())).map(Outline::said).sorted().forEach(says::append);
		drawing.steps("boundaryEvent").stream().filter(event -> event.element().getAttribute("attachedToRef").equals(step.id()))
				.map(event -> line(event, drawing).says()).sorted().forEach(says::append);
		String form = step.camunda("formRef");
		return new Line(step.id(), step.type(), step.name(), step.properties().get("clock"), form.isEmpty() ? null : form, says.toString());
	}

	private static String said(Element element) {
		var said = new StringBuilder("<").append(element.getLocalName()).append(attributes(element)).append('>');
		for (Node child : children(element)) {
			if (child instanceof Element inner && !DRAWN_TWICE.contains(inner.getLocalName())) {
				said.append(said(inner));
			} else if (!(child instanceof Element)) {
				said.append(child.getNodeValue() == null ? "" : child.getNodeValue().strip());
			}
		}
		return said.append("</>").toString();
	}

	private static Map<String, String> attributes(Element element) {
		Map<String, String> attributes = new TreeMap<>();
		IntStream.range(0, element.getAttributes().getLength()).mapToObj(i -> (Attr) element.getAttributes().item(i))
				.filter(attribute -> !attribute.getName().startsWith("xmlns")).forEach(attribute -> attributes.put(attribute.getLocalName(), attribute.getValue()));
		return attributes;
	}

	private static List<Node> children(Element element) {
		return IntStream.range(0, element.getChildNodes().getLength()).mapToObj(element.getChildNodes()::item).toList();
	}
}

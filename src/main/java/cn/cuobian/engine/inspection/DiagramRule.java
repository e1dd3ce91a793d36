package cn.cuobian.engine.inspection;

import java.util.Set;
import java.util.stream.Collectors;

import org.w3c.dom.Element;

/** What runs is what is drawn: every step and every flow can be seen in the diagram. */
final class DiagramRule implements Rule {

	@Override
	public void inspect(Drawing drawing, House house, Findings findings) {
		Set<String> shapes = drawn(drawing, "BPMNShape");
		Set<String> edges = drawn(drawing, "BPMNEdge");
		drawing.steps().stream().map(Step::id).filter(id -> !shapes.contains(id))
				.forEach(id -> findings.add(id, "not-drawn"));
		drawing.flows().stream().map(flow -> flow.getAttribute("id")).filter(id -> !edges.contains(id))
				.forEach(id -> findings.add(id, "not-drawn"));
	}

	private static Set<String> drawn(Drawing drawing, String kind) {
		return drawing.all(Xml.BPMN_DI, kind).stream().map((Element shape) -> shape.getAttribute("bpmnElement"))
				.collect(Collectors.toSet());
	}
}

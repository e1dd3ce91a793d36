package cn.cuobian.design.handbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import cn.cuobian.design.handbook.Outlines.Box;
import cn.cuobian.design.handbook.Outlines.Point;
import cn.cuobian.design.reading.Xml;

/** Where the elements of a drawing stand, as the file says. */
final class Layout {

	private final Map<String, Box> shapes = new LinkedHashMap<>();
	private final Map<String, List<Point>> edges = new LinkedHashMap<>();
	private final Map<String, Box> labels = new LinkedHashMap<>();

	Layout(Document document) {
		Xml.all(document, "*").stream().filter(drawn -> drawn.hasAttribute("bpmnElement")).forEach(this::read);
	}

	private void read(Element drawn) {
		var id = drawn.getAttribute("bpmnElement");
		bounds(drawn).ifPresent(box -> shapes.putIfAbsent(id, box));
		var points = Xml.children(drawn, "waypoint").stream().map(point -> new Point(number(point, "x"), number(point, "y"))).toList();
		if (points.size() > 1) {
			edges.putIfAbsent(id, points);
		}
		Xml.children(drawn, "BPMNLabel").stream().flatMap(label -> bounds(label).stream()).forEach(box -> labels.putIfAbsent(id, box));
	}

	private static Optional<Box> bounds(Element drawn) {
		return Xml.children(drawn, "Bounds").stream().findFirst()
				.map(bounds -> new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height")));
	}

	/** A number that is none stands for 0: the gate has let the file pass, so it can be drawn in the editor. */
	private static double number(Element element, String name) {
		var text = element.getAttribute(name);
		return text.matches("-?[0-9]{1,7}(\\.[0-9]{1,9})?") ? Double.parseDouble(text) : 0;
	}

	Map<String, Box> shapes() {
		return shapes;
	}

	Map<String, List<Point>> edges() {
		return edges;
	}

	Optional<Box> label(String id) {
		return Optional.ofNullable(labels.get(id));
	}
}

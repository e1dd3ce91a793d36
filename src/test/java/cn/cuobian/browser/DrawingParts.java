package cn.cuobian.browser;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a drawing consists of, whatever prefixes and order a tool writes: elements with their ids, kinds, names and ends, and shapes. */
final class DrawingParts {

	private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
	private static final String SHAPES = "http://www.omg.org/spec/BPMN/20100524/DI";
	private static final Set<String> SAID = Set.of("name", "sourceRef", "targetRef", "attachedToRef", "processRef", "calledElement", "default", "isForCompensation", "triggeredByEvent");

	private final Map<String, String> elements = new TreeMap<>();
	private final Map<String, String> drawn = new TreeMap<>();

	private DrawingParts() {
	}

	static DrawingParts of(byte[] drawing) {
		var parts = new DrawingParts();
		try {
			XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
			factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
			var xml = factory.createXMLStreamReader(new ByteArrayInputStream(drawing));
			while (xml.hasNext()) {
				if (xml.next() == XMLStreamReader.START_ELEMENT) {
					parts.take(xml);
				}
			}
			return parts;
		} catch (XMLStreamException e) {
			throw new IllegalArgumentException(e);
		}
	}

	private void take(XMLStreamReader xml) {
		String id = xml.getAttributeValue(null, "id");
		if (BPMN.equals(xml.getNamespaceURI()) && id != null && !xml.getLocalName().equals("definitions")) {
			var said = new TreeSet<String>();
			for (int i = 0; i < xml.getAttributeCount(); i++) {
				String name = xml.getAttributeLocalName(i);
				if (SAID.contains(name) && !xml.getAttributeValue(i).equals("false") && !xml.getAttributeValue(i).isBlank()) {
					said.add(name + "=" + local(xml.getAttributeValue(i)).replaceAll("\\s+", " "));
				}
			}
			elements.put(id, xml.getLocalName() + " " + said);
		} else if (SHAPES.equals(xml.getNamespaceURI()) && xml.getAttributeValue(null, "bpmnElement") != null) {
			drawn.merge(xml.getLocalName() + " of " + local(xml.getAttributeValue(null, "bpmnElement")), "1", (one, more) -> one + "1");
		}
	}

	/** Some tools write names of elements with a prefix. */
	private static String local(String name) {
		return name.matches("[A-Za-z_][\\w.-]*:[A-Za-z_][\\w.-]*") ? name.substring(name.indexOf(':') + 1) : name;
	}

	/** What of this is not in the other, or is otherwise there. */
	Set<String> missingIn(DrawingParts other) {
		var missing = new TreeSet<String>();
		elements.forEach((id, said) -> {
			if (!said.equals(other.elements.get(id))) {
				missing.add(id + " " + said + ", found " + other.elements.get(id));
			}
		});
		drawn.forEach((what, times) -> {
			if (!times.equals(other.drawn.get(what))) {
				missing.add(what);
			}
		});
		return missing;
	}

	/** Ids of steps that nothing is drawn upon: those that end first: the palette covers the left margin. */
	List<String> movable() {
		return Stream.of("endEvent", "intermediate", "task", "Task", "startEvent").flatMap(kind -> elements.entrySet().stream()
				.filter(element -> element.getValue().split(" ")[0].contains(kind)).map(Map.Entry::getKey)).toList();
	}

	@Override
	public String toString() {
		return elements.size() + " elements, " + drawn.size() + " drawn";
	}
}

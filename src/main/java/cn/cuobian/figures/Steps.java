package cn.cuobian.figures;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The names of the tasks in a drawing that passed the gate; nothing outside the drawing is read. */
final class Steps {

	private Steps() {
	}

	/** Name by id, in the order of the drawing. */
	static Map<String, String> of(String bpmn) {
		var factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		Map<String, String> names = new LinkedHashMap<>();
		try {
			var reader = factory.createXMLStreamReader(new StringReader(bpmn));
			while (reader.hasNext()) {
				if (reader.next() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("userTask")) {
					names.put(attribute(reader, "id"), attribute(reader, "name"));
				}
			}
			return names;
		} catch (XMLStreamException e) {
			throw new IllegalStateException("A deployed drawing cannot be read", e);
		}
	}

	private static String attribute(XMLStreamReader reader, String name) {
		String value = reader.getAttributeValue(null, name);
		return value == null ? "" : value;
	}
}

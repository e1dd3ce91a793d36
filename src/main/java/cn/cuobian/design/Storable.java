package cn.cuobian.design;

import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import org.springframework.http.HttpStatus;

import cn.cuobian.refusals.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What may lie in a draft at all: a model, table or form that can be read. Whether it may be published is the gate's
 * question; a designer in the middle of a sentence must not lose his work over it.
 */
final class Storable {

	private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,80}\\.(bpmn|dmn|form)");
	private static final int LARGEST = 1 << 20;
	private static final int DEEPEST = 60;
	private static final JsonMapper JSON = new JsonMapper();

	private Storable() {
	}

	/** @throws Refusal 422, or 413 for more than 1 MB */
	static void check(String path, byte[] content) {
		name(Paths.name(path));
		if (content.length > LARGEST) {
			throw new Refusal("engine.model-too-large", Paths.name(path)).status(HttpStatus.CONTENT_TOO_LARGE);
		}
		if (Paths.kind(path).equals("form")) {
			form(path, content);
		} else {
			xml(path, content);
		}
	}

	static void name(String name) {
		if (!NAME.matcher(name).matches()) {
			throw new Refusal("engine.model-file-name", name);
		}
	}

	private static void form(String path, byte[] content) {
		try {
			if (!JSON.readTree(content).isObject()) {
				throw new Refusal("engine.model-no-form", path);
			}
		} catch (JacksonException e) {
			throw new Refusal("engine.model-no-form", path);
		}
	}

	private static void xml(String path, byte[] content) {
		XMLInputFactory parser = XMLInputFactory.newDefaultFactory();
		parser.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		parser.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		try {
			var xml = parser.createXMLStreamReader(new ByteArrayInputStream(content));
			for (int depth = 0; xml.hasNext();) {
				depth += step(path, xml.next(), xml.getLocation().getLineNumber());
				if (depth > DEEPEST) {
					throw new Refusal("engine.model-too-deep", path, xml.getLocation().getLineNumber());
				}
			}
		} catch (XMLStreamException e) {
			throw new Refusal("engine.model-unreadable", path, e.getLocation() == null ? 0 : e.getLocation().getLineNumber());
		}
	}

	private static int step(String path, int event, int line) {
		return switch (event) {
			case XMLStreamConstants.START_ELEMENT -> 1;
			case XMLStreamConstants.END_ELEMENT -> -1;
			case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new Refusal("engine.model-doctype", path, line);
			default -> 0;
		};
	}
}

package cn.cuobian.engine.camunda;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import cn.cuobian.engine.Expressions;
import cn.cuobian.engine.Expressions.Call;
import cn.cuobian.engine.Expressions.Unreadable;
import cn.cuobian.engine.Verbs;
import cn.cuobian.refusals.Refusal;

/** Reads one BPMN or DMN file from the first byte to the last and refuses whatever is not on the {@link Allowed} lists. */
final class GuardedReading {

	private static final int DEEPEST = 40;
	/** A drawing of five hundred steps has some ten thousand, with its shapes. */
	private static final int MOST_ELEMENTS = 20_000;

	private final String file;
	private final Expressions expressions;
	private final Verbs verbs;
	/** The text of each open element, gathered as the engine gathers it: around comments and children. */
	private final Deque<StringBuilder> texts = new ArrayDeque<>();
	private XMLStreamReader xml;
	private int elements;

	GuardedReading(String file, Expressions expressions, Verbs verbs) {
		this.file = file;
		this.expressions = expressions;
		this.verbs = verbs;
	}

	void read(byte[] bytes) {
		try {
			xml = parser().createXMLStreamReader(new ByteArrayInputStream(bytes));
			encoding();
			while (xml.hasNext()) {
				step(xml.next());
			}
		} catch (XMLStreamException e) {
			throw refusal("unreadable", e.getLocation() == null ? "" : e.getLocation().getLineNumber());
		}
	}

	private static XMLInputFactory parser() {
		XMLInputFactory parser = XMLInputFactory.newDefaultFactory();
		parser.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		parser.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		parser.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
		return parser;
	}

	/** Two parsers may disagree about an exotic encoding. */
	private void encoding() {
		String declared = xml.getCharacterEncodingScheme();
		if (declared != null && !declared.equalsIgnoreCase("UTF-8")) {
			throw refusal("encoding", declared);
		}
	}

	private void step(int event) {
		switch (event) {
			case XMLStreamConstants.START_ELEMENT -> open();
			case XMLStreamConstants.END_ELEMENT -> close();
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
			case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw refusal("doctype");
			default -> { }
		}
	}

	private void open() {
		String namespace = Objects.requireNonNullElse(xml.getNamespaceURI(), "");
		if (!Allowed.namespace(namespace)) {
			throw refusal("namespace", namespace);
		}
		if (!Allowed.element(namespace, xml.getLocalName())) {
			throw refusal("element", xml.getLocalName());
		}
		if (texts.size() >= DEEPEST) {
			throw refusal("too-deep");
		}
		if (++elements > MOST_ELEMENTS) {
			throw refusal("too-many-elements", MOST_ELEMENTS);
		}
		for (int i = 0; i < xml.getAttributeCount(); i++) {
			attribute(i);
		}
		texts.push(new StringBuilder());
	}

	private void attribute(int index) {
		String namespace = xml.getAttributeNamespace(index);
		String name = xml.getAttributeLocalName(index);
		if (name.endsWith("chemaLocation")) {
			throw refusal("schema-location");
		}
		if (!Allowed.attribute(namespace, name)) {
			throw refusal("attribute", name);
		}
		if (name.equals("expressionLanguage") && !Allowed.feel(xml.getAttributeValue(index))) {
			throw refusal("expression-language", xml.getAttributeValue(index));
		}
		expression(xml.getAttributeValue(index));
		if (name.equals("calledElement") && JuelExpressions.saysSomething(xml.getAttributeValue(index))) {
			throw refusal("dynamic-call", xml.getAttributeValue(index));
		}
	}

	private void text() {
		if (!texts.isEmpty()) {
			texts.peek().append(xml.getText());
		}
	}

	private void close() {
		String text = texts.pop().toString();
		expression(text);
		if (file.endsWith(".dmn") && xml.getLocalName().equals("text") && !SafeFeel.allows(text)) {
			throw refusal("feel", text.strip());
		}
	}

	private void expression(String text) {
		try {
			for (Call call : expressions.read(text).calls()) {
				noun(call);
			}
		} catch (Unreadable e) {
			throw refusal(e.getMessage(), text.strip());
		}
	}

	private void noun(Call call) {
		boolean asked = call.noun().equals("execution") && Allowed.question(call.verb());
		if (!asked && verbs.noun(call.noun()).isEmpty()) {
			throw refusal("noun", call.noun() + "." + call.verb());
		}
	}

	private Refusal refusal(String rule, Object... details) {
		Object[] arguments = new Object[details.length + 2];
		arguments[0] = file;
		arguments[1] = xml == null ? 0 : xml.getLocation().getLineNumber();
		System.arraycopy(details, 0, arguments, 2, details.length);
		return new Refusal("engine.model-" + rule, arguments);
	}
}

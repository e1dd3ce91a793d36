package cn.cuobian.engine.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads files that the guard has let pass. */
final class Xml {

	static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
	static final String BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI";
	static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
	static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
	static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";

	private Xml() {
	}

	static Document read(byte[] content) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
			return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
		} catch (SAXException | IOException | ParserConfigurationException e) {
			throw new IllegalArgumentException(e);
		}
	}

	static List<Element> all(Document document, String namespace, String name) {
		return elements(document.getElementsByTagNameNS(namespace, name));
	}

	static List<Element> within(Element element, String namespace, String name) {
		return elements(element.getElementsByTagNameNS(namespace, name));
	}

	/** The element itself and those inside it that bear this name in BPMN. */
	static List<Element> withSelf(Element element, String name) {
		List<Element> inside = within(element, BPMN, name);
		return name.equals(element.getLocalName()) ? Stream.concat(Stream.of(element), inside.stream()).toList() : inside;
	}

	static List<Element> children(Element element, String name) {
		return elements(element.getChildNodes()).stream().filter(child -> name.equals(child.getLocalName())).toList();
	}

	/** Its attributes, and its text if nothing stands inside it. */
	static Stream<String> said(Element element) {
		NamedNodeMap attributes = element.getAttributes();
		Stream<String> values = IntStream.range(0, attributes.getLength()).mapToObj(i -> attributes.item(i).getNodeValue());
		boolean leaf = element.getElementsByTagName("*").getLength() == 0;
		return leaf ? Stream.concat(values, Stream.of(element.getTextContent())) : values;
	}

	private static List<Element> elements(NodeList nodes) {
		return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item)
				.filter(Element.class::isInstance).map(Element.class::cast).toList();
	}
}

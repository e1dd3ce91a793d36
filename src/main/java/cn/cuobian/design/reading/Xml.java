package cn.cuobian.design.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads XML that others wrote: nothing is fetched, nothing is expanded. */
public final class Xml {

	public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
	public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
	public static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";

	private Xml() {
	}

	/** Empty for what is no XML. */
	public static Optional<Document> read(byte[] content) {
		try {
			var factory = DocumentBuilderFactory.newDefaultNSInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
			var builder = factory.newDocumentBuilder();
			builder.setErrorHandler(null);
			return Optional.of(builder.parse(new ByteArrayInputStream(content)));
		} catch (SAXException | IOException | ParserConfigurationException e) {
			return Optional.empty();
		}
	}

	public static List<Element> children(Element element) {
		return elements(element.getChildNodes()).toList();
	}

	public static List<Element> children(Element element, String name) {
		return elements(element.getChildNodes()).filter(child -> name.equals(child.getLocalName())).toList();
	}

	public static List<Element> all(Document document, String name) {
		return elements(document.getElementsByTagNameNS("*", name)).toList();
	}

	public static List<Attr> attributes(Element element) {
		var attributes = element.getAttributes();
		return IntStream.range(0, attributes.getLength()).mapToObj(i -> (Attr) attributes.item(i)).toList();
	}

	/** Text of the first child of that name; empty without one. */
	public static String text(Element element, String child) {
		return children(element, child).stream().findFirst().map(Xml::text).orElse("");
	}

	public static String text(Element element) {
		return element.getTextContent().replace("\r\n", "\n").strip();
	}

	private static Stream<Element> elements(NodeList nodes) {
		return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(Element.class::isInstance).map(Element.class::cast);
	}
}

package cn.cuobian.design;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import cn.cuobian.clocks.Limit;

/**
 * The table of time limits as a file: reads its rows, and writes one of them anew. Its columns are the inputs code and
 * path, and the outputs place, amount, unit, counting, rungs, extension and source.
 */
final class LimitTable {

	private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
	private static final int CODE = 0;
	private static final int PLACE = 2;
	private static final int AMOUNT = 3;
	private static final int COLUMNS = 9;

	private final Document document;

	/** @throws IllegalArgumentException for what is no such table */
	LimitTable(byte[] dmn) {
		try {
			var factory = DocumentBuilderFactory.newDefaultNSInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(dmn));
		} catch (ParserConfigurationException | SAXException | IOException e) {
			throw new IllegalArgumentException(e);
		}
	}

	/** A row and the id of its rule, which names it in the table. */
	record Row(String rule, Limit limit) {
	}

	/** @throws IllegalStateException if a row makes no sense */
	List<Row> rows() {
		return rules().map(rule -> new Row(rule.getAttribute("id"), limit(cells(rule)))).toList();
	}

	/** Ids of the rows that make no sense. */
	List<String> broken() {
		return elements(document.getElementsByTagNameNS(DMN, "rule")).filter(rule -> !isSensible(rule)).map(rule -> rule.getAttribute("id")).toList();
	}

	Optional<Row> row(String rule) {
		return rules().filter(each -> each.getAttribute("id").equals(rule)).map(each -> new Row(rule, limit(cells(each)))).findFirst();
	}

	/** The table with this row's amount, unit, counting, rungs, extension and source. */
	byte[] with(Row row) {
		var limit = row.limit();
		var texts = List.of(Integer.toString(limit.amount()), quoted(limit.unit()), quoted(limit.counting()), quoted(limit.rungs()),
				Integer.toString(limit.extension()), quoted(limit.source()));
		rules().filter(rule -> rule.getAttribute("id").equals(row.rule())).map(LimitTable::cells)
				.forEach(cells -> IntStream.range(0, texts.size()).forEach(i -> cells.get(AMOUNT + i).setTextContent(texts.get(i))));
		return bytes();
	}

	private Stream<Element> rules() {
		return elements(document.getElementsByTagNameNS(DMN, "rule")).filter(rule -> cells(rule).size() == COLUMNS);
	}

	/** The texts of a row from left to right; its annotation is none of them. */
	private static List<Element> cells(Element rule) {
		return elements(rule.getElementsByTagNameNS(DMN, "text"))
				.filter(text -> List.of("inputEntry", "outputEntry").contains(text.getParentNode().getLocalName())).toList();
	}

	private static boolean isSensible(Element rule) {
		try {
			var cells = cells(rule);
			limit(cells).mustCount();
			return cells.size() == COLUMNS;
		} catch (IllegalStateException | NumberFormatException | IndexOutOfBoundsException e) {
			return false;
		}
	}

	private static Limit limit(List<Element> cells) {
		var texts = cells.stream().map(cell -> unquoted(cell.getTextContent().strip())).toList();
		return new Limit(texts.get(CODE), texts.get(PLACE), Integer.parseInt(texts.get(AMOUNT)), texts.get(AMOUNT + 1), texts.get(AMOUNT + 2),
				texts.get(AMOUNT + 3), Integer.parseInt(texts.get(AMOUNT + 4)), texts.get(AMOUNT + 5));
	}

	private static String quoted(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

	private static String unquoted(String text) {
		var bare = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1) : text;
		return bare.replace("\\\"", "\"").replace("\\\\", "\\");
	}

	private byte[] bytes() {
		try {
			var factory = TransformerFactory.newDefaultInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			var writer = factory.newTransformer();
			document.setXmlStandalone(true);
			var out = new ByteArrayOutputStream();
			writer.transform(new DOMSource(document), new StreamResult(out));
			return out.toByteArray();
		} catch (TransformerException e) {
			throw new IllegalStateException(e);
		}
	}

	private static Stream<Element> elements(NodeList nodes) {
		return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
	}
}

package cn.cuobian.design.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.w3c.dom.Element;

/** A decision table, taken apart into columns and rows. */
public final class DecisionTable {

	/** What a row says beside its cells. */
	private static final Set<String> CELLS = Set.of("inputEntry", "outputEntry");
	private static final Set<String> ORDERED = Set.of("FIRST", "RULE ORDER", "OUTPUT ORDER");

	private final String policy;
	private final List<Column> columns = new ArrayList<>();
	private final List<Row> rows = new ArrayList<>();

	/**
	 * A column.
	 *
	 * @param input whether it asks; else it answers
	 * @param asks the expression of an input, the name of an output
	 * @param label what stands above it; the expression or the name where nothing does
	 */
	public record Column(String id, boolean input, String asks, String label, Map<String, String> facts) {
	}

	/**
	 * A row.
	 *
	 * @param place from 0
	 * @param note its annotation, empty without one
	 * @param cells from left to right, as many as there are columns
	 */
	public record Row(String id, int place, String note, List<String> cells) {
	}

	/** @param table the element {@code decisionTable} */
	public DecisionTable(Element table) {
		policy = table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE";
		Xml.children(table, "input").forEach(input -> columns.add(column(input, true, Xml.children(input, "inputExpression").stream()
				.map(expression -> Xml.text(expression, "text")).findFirst().orElse(""))));
		Xml.children(table, "output").forEach(output -> columns.add(column(output, false, output.getAttribute("name"))));
		Xml.children(table, "rule").forEach(rule -> rows.add(row(rule)));
	}

	private DecisionTable() {
		policy = "UNIQUE";
	}

	/** A table that is not there. */
	public static DecisionTable none() {
		return new DecisionTable();
	}

	private static Column column(Element element, boolean input, String asks) {
		var label = element.getAttribute("label").isBlank() ? asks : element.getAttribute("label");
		return new Column(element.getAttribute("id"), input, asks, label, Facts.of(element, child -> false));
	}

	private Row row(Element rule) {
		var texts = Xml.children(rule).stream().filter(entry -> CELLS.contains(entry.getLocalName())).map(entry -> Xml.text(entry, "text")).toList();
		var cells = IntStream.range(0, columns.size()).mapToObj(i -> i < texts.size() ? texts.get(i) : "").toList();
		var annotation = Xml.children(rule, "annotationEntry").stream().map(entry -> Xml.text(entry, "text")).findFirst().orElse("");
		var note = Xml.text(rule, "description");
		return new Row(rule.getAttribute("id"), rows.size(), note.isEmpty() ? annotation : note, cells);
	}

	public List<Column> columns() {
		return columns;
	}

	public List<Row> rows() {
		return rows;
	}

	/** Whether it matters which row stands first. */
	public boolean isOrdered() {
		return ORDERED.contains(policy);
	}

	/** The cells of a row by what their columns ask or are called. */
	public Map<String, String> byName(Row row) {
		Map<String, String> cells = new TreeMap<>();
		IntStream.range(0, columns.size()).forEach(i -> cells.put(columns.get(i).asks(), row.cells().get(i)));
		return cells;
	}
}

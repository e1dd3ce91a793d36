package cn.cuobian.design.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import cn.cuobian.design.reading.DecisionTable;
import cn.cuobian.design.reading.Drawing;
import cn.cuobian.design.reading.Facts;
import cn.cuobian.design.reading.Limits;
import cn.cuobian.design.reading.Part;
import cn.cuobian.design.reading.Phrase;
import cn.cuobian.design.reading.Xml;
import cn.cuobian.forms.Label;

/** A DMN file: its decisions with their tables, and what else stands beside them. */
final class Decisions {

	private static final Set<String> TABLE_PARTS = Set.of("input", "output", "rule");

	private final Map<String, Part> parts = new LinkedHashMap<>();
	private final Map<String, DecisionTable> tables = new LinkedHashMap<>();
	private final Map<String, Map<String, String>> looks = new LinkedHashMap<>();

	private Decisions() {
	}

	/** A file that is not there. */
	static Decisions none() {
		return new Decisions();
	}

	static Decisions of(Document document) {
		var decisions = new Decisions();
		Xml.children(document.getDocumentElement()).forEach(decisions::read);
		return decisions;
	}

	private void read(Element element) {
		if (element.getLocalName().equals("DMNDI")) {
			Xml.all(element.getOwnerDocument(), "*").stream().filter(shape -> shape.hasAttribute("dmnElementRef"))
					.forEach(shape -> looks.put(shape.getAttribute("dmnElementRef"), Facts.of(shape, child -> false)));
		} else if (element.hasAttribute("id")) {
			var id = element.getAttribute("id");
			parts.put(id, new Part(id, element.getLocalName(), new Label(element.getAttribute("name"), null), Facts.of(element, Decisions::isOfTheTable)));
			Xml.children(element, "decisionTable").forEach(table -> tables.put(id, new DecisionTable(table)));
		}
	}

	private static boolean isOfTheTable(Element element) {
		return TABLE_PARTS.contains(element.getLocalName()) && element.getParentNode().getLocalName().equals("decisionTable");
	}

	/** What differs between two states of a file. */
	static List<Item> compare(Decisions was, Decisions is) {
		List<Item> items = new ArrayList<>();
		Set<String> ids = new LinkedHashSet<>(is.parts.keySet());
		ids.addAll(was.parts.keySet());
		ids.forEach(id -> compare(was.parts.get(id), is.parts.get(id)).ifPresent(items::add));
		ids.forEach(id -> items.addAll(rows(was.tables.get(id), is.tables.get(id))));
		if (items.isEmpty() && !was.looks.equals(is.looks)) {
			items.add(new Item(Mark.MOVED, Phrase.of("design.diff.moved", 1), List.of(), List.of(), List.of()));
		}
		return items;
	}

	private static Optional<Item> compare(Part was, Part is) {
		var none = new Side(Drawing.none(), Limits.none());
		var changes = new FactChanges(none, none);
		if (was == null || is == null) {
			var part = was == null ? is : was;
			return Optional.of(new Item(was == null ? Mark.ADDED : Mark.REMOVED, none.title(part), changes.all(part, none, Set.of("@name")), List.of(), List.of()));
		}
		var lines = changes.between(was, is);
		return lines.isEmpty() ? Optional.empty() : Optional.of(new Item(Mark.CHANGED, none.title(was), lines, List.of(), List.of()));
	}

	/** Rows of a decision that is new or gone are told as rows of an empty table. */
	private static List<Item> rows(DecisionTable was, DecisionTable is) {
		if (was == null && is == null) {
			return List.of();
		}
		return new TableComparison(was == null ? DecisionTable.none() : was, is == null ? DecisionTable.none() : is,
				RowWords.of(was == null ? is : was, is == null ? was : is)).items();
	}
}

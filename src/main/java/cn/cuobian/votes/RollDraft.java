package cn.cuobian.votes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.LineError;

/** Lays the lines of a file beside each other: what is there twice, what contradicts, what it adds up to. */
final class RollDraft {

	private final Map<String, UnitLine> byCode = new HashMap<>();
	/** The ways in which a name is identified, each with the first line that has it. */
	private final Map<String, Map<String, UnitLine>> identities = new LinkedHashMap<>();
	private final List<LineError> errors = new ArrayList<>();
	private final List<LineError> remarks = new ArrayList<>();
	private String developer;

	private RollDraft() {
	}

	static RollPreview of(RollFile file, boolean parking, Declared declared) {
		var draft = new RollDraft();
		draft.errors.addAll(file.errors);
		file.lines.forEach(draft::take);
		var totals = RollTotals.of(parking, file.lines.stream().map(UnitLine::lot).toList());
		if (draft.errors.isEmpty()) {
			file.totals.forEach(line -> draft.checkSheet(line, file.cell(line, RollColumn.AREA), totals));
			draft.checkDeclared(declared, totals);
		}
		draft.identities.forEach(draft::remarkOnName);
		draft.errors.sort(Comparator.comparingLong(LineError::line));
		draft.remarks.sort(Comparator.comparingLong(LineError::line));
		return new RollPreview(file.lines, totals, draft.errors, draft.remarks);
	}

	private void take(UnitLine line) {
		var earlier = byCode.putIfAbsent(sameCode(line.code()), line);
		if (earlier != null) {
			refuse(line.number(), "votes.roll-unit-twice", line.code(), String.valueOf(earlier.number()));
		}
		if (line.unsold()) {
			line.owners().forEach(owner -> takeDeveloper(line, owner.name()));
		} else {
			line.owners().forEach(owner -> identities.computeIfAbsent(owner.name(), none -> new LinkedHashMap<>())
					.putIfAbsent(owner.identity(line.code()), line));
		}
		if (line.owners().size() > 1 && !line.named()) {
			remark(line.number(), "votes.roll-first-represents", line.code());
		}
	}

	/** Everything unsold is one head, so it has one owner; a second name is a buyer in the wrong column. */
	private void takeDeveloper(UnitLine line, String name) {
		if (developer == null) {
			developer = name;
		} else if (!developer.equals(name)) {
			refuse(line.number(), "votes.roll-two-developers", line.code());
		}
	}

	/** 3栋101 and 3幢101 are one door. */
	private static String sameCode(String code) {
		return code.replace('栋', '幢').replace("号楼", "幢").toUpperCase(Locale.ROOT);
	}

	private void checkSheet(TableLine line, String area, RollTotals totals) {
		if (!SquareMetres.parse(area.replace(",", "")).equals(OptionalLong.of(totals.wholeArea()))) {
			refuse(line.number(), "votes.roll-sheet-total", area, SquareMetres.text(totals.wholeArea()));
		}
	}

	private void checkDeclared(Declared declared, RollTotals totals) {
		if (declared.units() != totals.lines()) {
			refuse(1, "votes.roll-units-differ", String.valueOf(declared.units()), String.valueOf(totals.lines()));
		}
		if (declared.area() != totals.wholeArea()) {
			refuse(1, "votes.roll-area-differs", SquareMetres.text(declared.area()), SquareMetres.text(totals.wholeArea()));
		}
	}

	/** A name that is identified in one line and bare in another may be one person or two: nobody can tell from the file. */
	private void remarkOnName(String name, Map<String, UnitLine> ways) {
		if (ways.size() > 1 && ways.keySet().stream().anyMatch(way -> !way.contains("|id|"))) {
			var lines = List.copyOf(ways.values());
			remark(lines.get(1).number(), "votes.roll-same-name", Masked.name(name), lines.get(0).code(), lines.get(1).code(), String.valueOf(ways.size()));
		}
	}

	private void refuse(long line, String rule, Object... arguments) {
		errors.add(new LineError(line, new Refusal(rule, arguments)));
	}

	private void remark(long line, String rule, Object... arguments) {
		remarks.add(new LineError(line, new Refusal(rule, arguments)));
	}
}

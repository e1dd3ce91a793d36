package cn.cuobian.votes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.LineError;

/** The cells of one line of a roll, each checked by itself, so that one line can show all of its mistakes. */
final class UnitCells {

	/** Longest name of a unit, in characters. */
	static final int LONGEST_CODE = 60;
	/** Longest name of a building, in characters. */
	private static final int LONGEST_BUILDING = 40;
	private static final Pattern SPACE = Pattern.compile("\\s");
	private static final Pattern BUILDING = Pattern.compile("^(.{1,30}?(?:号楼|[幢栋座]))");

	/** A comma is taken for nothing else: 89,5 is a mistake, not 895. */
	private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");

	private final long number;
	private final Map<RollColumn, String> cells;
	private final List<Refusal> errors = new ArrayList<>();

	/** @param cells in compatibility normal form, stripped */
	UnitCells(long number, Map<RollColumn, String> cells) {
		this.number = number;
		this.cells = cells;
	}

	List<LineError> errors() {
		return errors.stream().map(error -> new LineError(number, error)).toList();
	}

	Optional<UnitLine> line() {
		var code = code();
		var ownerCells = new OwnerCells(cells);
		var owners = ownerCells.owners();
		var representative = ownerCells.representative();
		errors.addAll(ownerCells.errors());
		var sale = sale(owners);
		var line = new UnitLine(number, code, building(code), area(), use(), sale, owners, representative, ownerCells.named());
		return errors.isEmpty() ? Optional.of(line) : Optional.empty();
	}

	private String code() {
		var code = SPACE.matcher(value(RollColumn.UNIT)).replaceAll("");
		if (code.isEmpty()) {
			refuse(value(RollColumn.OWNERS).isEmpty() ? "votes.roll-unit-missing" : "votes.roll-owner-without-unit");
		} else if (code.length() > LONGEST_CODE || code.contains("|")) {
			refuse("votes.roll-bad-unit", String.valueOf(LONGEST_CODE));
		}
		return code;
	}

	/** As written, else the part of the unit's name before its building word: 3幢 of 3幢2单元501. */
	private String building(String code) {
		var written = SPACE.matcher(value(RollColumn.BUILDING)).replaceAll("");
		var start = BUILDING.matcher(code);
		var building = written.isEmpty() && start.find() ? start.group(1) : written;
		if (!code.isEmpty() && (building.isEmpty() || building.length() > LONGEST_BUILDING)) {
			refuse("votes.roll-building-missing", code);
		}
		return building;
	}

	/** In 0.01 m². */
	long area() {
		var text = THOUSANDS.matcher(value(RollColumn.AREA)).matches() ? value(RollColumn.AREA).replace(",", "") : value(RollColumn.AREA);
		if (!SquareMetres.isNumber(text)) {
			refuse("votes.roll-area-no-number", value(RollColumn.AREA));
		} else if (text.startsWith("-") || SquareMetres.parse(text).orElse(1) == 0) {
			refuse("votes.roll-area-not-positive", text);
		} else if (SquareMetres.decimals(text) > 2) {
			refuse("votes.roll-area-decimals", text);
		} else if (SquareMetres.parse(text).isEmpty()) {
			refuse("votes.roll-area-too-large", text);
		}
		return SquareMetres.parse(text).orElse(0);
	}

	private UnitUse use() {
		return UnitUse.of(value(RollColumn.USE)).orElseGet(() -> {
			refuse("votes.roll-unknown-use", value(RollColumn.USE));
			return UnitUse.DWELLING;
		});
	}

	private Sale sale(List<OwnerLine> owners) {
		var sale = Sale.of(value(RollColumn.SALE));
		if (sale.isEmpty()) {
			refuse("votes.roll-unknown-sale", value(RollColumn.SALE));
		} else if (sale.get() == Sale.SOLD && owners.isEmpty() && !value(RollColumn.UNIT).isEmpty()) {
			refuse("votes.roll-unit-without-owner", value(RollColumn.UNIT));
		} else if (sale.get() == Sale.NOT_HANDED_OVER && !owners.isEmpty()) {
			refuse("votes.roll-not-handed-over", value(RollColumn.UNIT));
		} else if (sale.get() == Sale.UNSOLD && owners.size() > 1) {
			refuse("votes.roll-unsold-with-owners", value(RollColumn.UNIT));
		}
		return sale.orElse(Sale.SOLD);
	}

	private String value(RollColumn column) {
		return cells.getOrDefault(column, "");
	}

	private void refuse(String rule, Object... arguments) {
		errors.add(new Refusal(rule, arguments));
	}
}

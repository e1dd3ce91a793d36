package cn.cuobian.votes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.LineError;

/** The lines of a roll's file and what is wrong with single ones. */
final class RollFile {

	private static final Pattern TOTAL = Pattern.compile("合计|总计|total");

	final List<UnitLine> lines = new ArrayList<>();
	final List<LineError> errors = new ArrayList<>();
	/** The last line of many sheets: what they say they add up to. */
	final List<TableLine> totals = new ArrayList<>();
	private List<RollColumn> header;

	private RollFile() {
	}

	static RollFile of(byte[] content) {
		var file = new RollFile();
		try {
			file.read(RollTable.read(content));
		} catch (Refusal whole) {
			file.refuse(1, whole);
		}
		return file;
	}

	private void read(List<TableLine> table) {
		if (table.size() < 2) {
			refuse(1, new Refusal("votes.roll-file-empty"));
			return;
		}
		header = header(table.get(0));
		if (errors.isEmpty()) {
			table.stream().skip(1).forEach(this::readLine);
		}
	}

	private List<RollColumn> header(TableLine line) {
		List<RollColumn> columns = new ArrayList<>();
		for (var title : line.cells()) {
			var column = RollColumn.of(title);
			if (column.isEmpty() && !title.isBlank()) {
				refuse(line.number(), new Refusal("votes.roll-column-unknown", title));
			} else if (column.isPresent() && column.get() != RollColumn.IGNORED && columns.contains(column.get())) {
				refuse(line.number(), new Refusal("votes.roll-column-twice", title));
			}
			columns.add(column.orElse(RollColumn.IGNORED));
		}
		RollColumn.REQUIRED.stream().filter(column -> !columns.contains(column))
				.forEach(column -> refuse(line.number(), new Refusal("votes.roll-column-missing", column.title())));
		return columns;
	}

	private void readLine(TableLine line) {
		var values = cells(line);
		if (TOTAL.matcher(line.cells().get(0)).matches() || TOTAL.matcher(values.getOrDefault(RollColumn.UNIT, "")).matches()) {
			totals.add(line);
			return;
		}
		if (line.cells().stream().skip(header.size()).anyMatch(cell -> !cell.isEmpty())) {
			refuse(line.number(), new Refusal("votes.roll-column-count", String.valueOf(header.size()), String.valueOf(line.cells().size())));
			return;
		}
		var cells = new UnitCells(line.number(), values);
		cells.line().ifPresent(lines::add);
		errors.addAll(cells.errors());
	}

	/** The text of a line in a column; empty where the line is shorter or the file has no such column. */
	String cell(TableLine line, RollColumn column) {
		return cells(line).getOrDefault(column, "");
	}

	private Map<RollColumn, String> cells(TableLine line) {
		Map<RollColumn, String> cells = new EnumMap<>(RollColumn.class);
		for (int i = 0; i < Math.min(header.size(), line.cells().size()); i++) {
			cells.put(header.get(i), line.cells().get(i));
		}
		return cells;
	}

	private void refuse(long line, Refusal refusal) {
		errors.add(new LineError(line, refusal));
	}
}

package cn.cuobian.design.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import cn.cuobian.design.diff.Item.Pair;
import cn.cuobian.design.diff.RowPairs.ColumnPair;
import cn.cuobian.design.reading.Cells;
import cn.cuobian.design.reading.DecisionTable.Row;
import cn.cuobian.design.reading.DecisionTable;
import cn.cuobian.design.reading.Limits;
import cn.cuobian.design.reading.Phrase;

/** The words in which the rows of a table are told. */
interface RowWords {

	/** What the row is called. */
	Object title(DecisionTable table, Row row);

	/** All that a row says which stands on one side only. */
	List<Object> all(DecisionTable table, Row row);

	/** What differs in the cells; the annotation is told apart. */
	List<Object> changes(DecisionTable was, Row before, DecisionTable is, Row after, List<ColumnPair> columns);

	/**
	 * Every column of a row, so that what changed is seen among what did not.
	 *
	 * @param before null for a row that is new
	 * @param after null for a row that is gone
	 */
	List<Pair> pairs(DecisionTable was, Row before, DecisionTable is, Row after, List<ColumnPair> columns);

	/** In the words of limits only where both sides have their columns: one that is called otherwise has nothing to say in them. */
	static RowWords of(DecisionTable was, DecisionTable is) {
		return Limits.is(was) && Limits.is(is) ? new LimitWords() : new PlainWords();
	}

	/** Any table: cell by cell. */
	record PlainWords() implements RowWords {

		@Override
		public Object title(DecisionTable table, Row row) {
			return row.note().isEmpty() ? Phrase.of("design.diff.row", row.place() + 1) : Phrase.of("design.diff.row.noted", row.place() + 1, row.note());
		}

		@Override
		public List<Object> all(DecisionTable table, Row row) {
			return IntStream.range(0, table.columns().size())
					.<Object>mapToObj(i -> Phrase.of("design.diff.is", table.columns().get(i).label(), Cells.words(row.cells().get(i)))).toList();
		}

		@Override
		public List<Object> changes(DecisionTable was, Row before, DecisionTable is, Row after, List<ColumnPair> columns) {
			List<Object> lines = new ArrayList<>();
			columns.stream().filter(ColumnPair::isBoth).forEach(pair -> {
				var one = before.cells().get(pair.before());
				var other = after.cells().get(pair.after());
				if (!Cells.words(one).equals(Cells.words(other))) {
					lines.add(Phrase.of("design.diff.changed", Phrase.of("design.diff.quoted", is.columns().get(pair.after()).label()), Cells.words(one), Cells.words(other)));
				}
			});
			return lines;
		}

		@Override
		public List<Pair> pairs(DecisionTable was, Row before, DecisionTable is, Row after, List<ColumnPair> columns) {
			List<Pair> pairs = new ArrayList<>();
			for (ColumnPair pair : columns) {
				var column = pair.after() == null ? was.columns().get(pair.before()) : is.columns().get(pair.after());
				pairs.add(new Pair(column.label(), shown(before, pair.before()), shown(after, pair.after())));
			}
			pairs.removeIf(pair -> pair.before() == null && pair.after() == null);
			return pairs;
		}

		private static Object shown(Row row, Integer column) {
			return row == null || column == null ? null : Cells.words(row.cells().get(column));
		}
	}

	/** The table of time limits: in the words of limits. */
	record LimitWords() implements RowWords {

		@Override
		public Object title(DecisionTable table, Row row) {
			return Limits.Line.of(table, row).title();
		}

		@Override
		public List<Object> all(DecisionTable table, Row row) {
			var line = Limits.Line.of(table, row);
			return List.of(Phrase.of("design.diff.is", Phrase.of("design.diff.fact.clock"), line.duration()),
					Phrase.of("design.diff.is", Phrase.of("design.diff.limit.rungs"), line.rungs()),
					Phrase.of("design.diff.is", Phrase.of("design.diff.limit.extension"), line.extension()),
					Phrase.of("design.diff.is", Phrase.of("design.diff.limit.source"), line.get("source")));
		}

		@Override
		public List<Object> changes(DecisionTable was, Row before, DecisionTable is, Row after, List<ColumnPair> columns) {
			var one = Limits.Line.of(was, before);
			var other = Limits.Line.of(is, after);
			List<Object> lines = new ArrayList<>();
			if (!one.duration().equals(other.duration())) {
				lines.add(Phrase.of("design.diff.limit.duration", other.get("code"), one.duration(), other.duration()));
			}
			changed("rungs", one.rungs(), other.rungs(), lines);
			changed("extension", one.extension(), other.extension(), lines);
			List.of("code", "path", "place", "source").forEach(column -> changed(column, one.get(column), other.get(column), lines));
			return lines;
		}

		@Override
		public List<Pair> pairs(DecisionTable was, Row before, DecisionTable is, Row after, List<ColumnPair> columns) {
			var one = before == null ? null : Limits.Line.of(was, before);
			var other = after == null ? null : Limits.Line.of(is, after);
			return List.of(pair("code", one, other, line -> line.get("code")), pair("place", one, other, LimitWords::place),
					pair("amount", one, other, Limits.Line::duration), pair("rungs", one, other, Limits.Line::rungs),
					pair("extension", one, other, Limits.Line::extension), pair("source", one, other, line -> line.get("source")));
		}

		private static Object place(Limits.Line line) {
			return line.get("place").isEmpty() ? Phrase.of("design.diff.any") : new Phrase.PlaceName(line.get("place"));
		}

		private static Pair pair(String column, Limits.Line one, Limits.Line other, Function<Limits.Line, Object> cell) {
			return new Pair(Phrase.of("design.diff.limit." + column), one == null ? null : cell.apply(one), other == null ? null : cell.apply(other));
		}

		private static void changed(String column, Object one, Object other, List<Object> lines) {
			if (!one.equals(other)) {
				lines.add(Phrase.of("design.diff.changed", Phrase.of("design.diff.limit." + column), one, other));
			}
		}
	}
}

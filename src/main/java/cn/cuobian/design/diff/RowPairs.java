package cn.cuobian.design.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import cn.cuobian.design.reading.DecisionTable.Row;

/**
 * Which row of a table is which row of the other: the same id, else the same content, else the same annotation, else the
 * same question, else at least half the same cells. So a row that was put in between is one row, and an editor that gives all
 * rows new ids changes nothing.
 */
final class RowPairs {

	private static final int MOST_TRIES = 200_000;

	private final List<ColumnPair> columns;
	private final Map<Row, Row> before = new HashMap<>(); // by the row after
	private final Set<Row> used = new HashSet<>();

	/** Columns by their places; null where a column stands on one side only. */
	record ColumnPair(Integer before, Integer after) {

		boolean isBoth() {
			return before != null && after != null;
		}
	}

	RowPairs(List<Row> was, List<Row> is, List<ColumnPair> columns, Set<Integer> questions) {
		this.columns = columns.stream().filter(ColumnPair::isBoth).toList();
		pair(was, is, Row::id, Row::id);
		pair(was, is, row -> cells(row, ColumnPair::before, Set.of()) + row.note(), row -> cells(row, ColumnPair::after, Set.of()) + row.note());
		pair(was, is, Row::note, Row::note);
		pair(was, is, row -> cells(row, ColumnPair::before, questions), row -> cells(row, ColumnPair::after, questions));
		alike(was, is);
	}

	/** Null for a row that is new. */
	Row before(Row after) {
		return before.get(after);
	}

	boolean isGone(Row row) {
		return !used.contains(row);
	}

	/** Pairs those whose key is the same, the first with the first; an empty key says nothing. */
	private void pair(List<Row> was, List<Row> is, Function<Row, String> keyBefore, Function<Row, String> keyAfter) {
		Map<String, List<Row>> waiting = new HashMap<>();
		was.stream().filter(row -> !used.contains(row)).forEach(row -> waiting.computeIfAbsent(keyBefore.apply(row), first -> new ArrayList<>()).add(row));
		for (Row row : is) {
			var found = before.containsKey(row) ? null : waiting.get(keyAfter.apply(row));
			if (found != null && !found.isEmpty() && !keyAfter.apply(row).isBlank()) {
				join(found.remove(0), row);
			}
		}
	}

	private void join(Row was, Row is) {
		before.put(is, was);
		used.add(was);
	}

	/** @param only places of the columns on the side before that count; empty: all */
	private String cells(Row row, Function<ColumnPair, Integer> side, Set<Integer> only) {
		var cells = new StringBuilder();
		columns.stream().filter(pair -> only.isEmpty() || only.contains(pair.before()))
				.forEach(pair -> cells.append(row.cells().get(side.apply(pair))).append('\u0000'));
		return cells.toString();
	}

	/** Every row that is left against every other; a table written anew as a whole is not worth it. */
	private void alike(List<Row> was, List<Row> is) {
		var left = was.stream().filter(this::isGone).toList();
		var fresh = is.stream().filter(row -> !before.containsKey(row)).toList();
		if ((long) left.size() * fresh.size() > MOST_TRIES) {
			return;
		}
		fresh.forEach(row -> left.stream().filter(each -> isGone(each) && same(each, row) * 2 >= columns.size() && same(each, row) > 0)
				.max(Comparator.comparingLong(each -> same(each, row))).ifPresent(found -> join(found, row)));
	}

	private long same(Row was, Row is) {
		return columns.stream().filter(pair -> Objects.equals(was.cells().get(pair.before()), is.cells().get(pair.after()))).count();
	}
}

package cn.cuobian.design.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import cn.cuobian.design.diff.Item.Pair;
import cn.cuobian.design.diff.RowPairs.ColumnPair;
import cn.cuobian.design.reading.DecisionTable.Column;
import cn.cuobian.design.reading.DecisionTable.Row;
import cn.cuobian.design.reading.DecisionTable;
import cn.cuobian.design.reading.Drawing;
import cn.cuobian.design.reading.Limits;
import cn.cuobian.design.reading.Part;
import cn.cuobian.design.reading.Phrase;
import cn.cuobian.forms.Label;

/** Compares two states of a decision table, column by column and row by row. */
final class TableComparison {

	private final DecisionTable was;
	private final DecisionTable is;
	private final List<ColumnPair> columns;
	private final RowPairs rows;
	private final RowWords words;

	TableComparison(DecisionTable was, DecisionTable is, RowWords words) {
		this.was = was;
		this.is = is;
		this.words = words;
		this.columns = columns();
		var questions = IntStream.range(0, was.columns().size()).filter(i -> was.columns().get(i).input()).boxed().collect(Collectors.toSet());
		this.rows = new RowPairs(was.rows(), is.rows(), columns, questions);
	}

	List<Item> items() {
		List<Item> items = new ArrayList<>();
		columns.forEach(pair -> column(pair).ifPresent(items::add));
		is.rows().forEach(row -> row(row).ifPresent(items::add));
		was.rows().stream().filter(rows::isGone).forEach(row -> items.add(alone(Mark.REMOVED, was, row)));
		order(items);
		return items;
	}

	private List<ColumnPair> columns() {
		List<ColumnPair> pairs = new ArrayList<>();
		Set<Integer> used = new HashSet<>();
		for (int i = 0; i < is.columns().size(); i++) {
			var column = is.columns().get(i);
			var found = find(used, other -> other.id().equals(column.id()) && other.input() == column.input())
					.or(() -> find(used, other -> other.input() == column.input() && other.asks().equals(column.asks())));
			found.ifPresent(used::add);
			pairs.add(new ColumnPair(found.orElse(null), i));
		}
		IntStream.range(0, was.columns().size()).filter(i -> !used.contains(i)).forEach(i -> pairs.add(new ColumnPair(i, null)));
		return pairs;
	}

	private Optional<Integer> find(Set<Integer> used, Predicate<Column> same) {
		return IntStream.range(0, was.columns().size()).boxed().filter(i -> !used.contains(i) && same.test(was.columns().get(i))).findFirst();
	}

	private Optional<Item> column(ColumnPair pair) {
		if (!pair.isBoth()) {
			var column = pair.before() == null ? is.columns().get(pair.after()) : was.columns().get(pair.before());
			return Optional.of(new Item(pair.before() == null ? Mark.ADDED : Mark.REMOVED, title(column), List.of(), List.of(), List.of()));
		}
		var before = was.columns().get(pair.before());
		var none = new Side(Drawing.none(), Limits.none());
		var lines = new FactChanges(none, none).between(part(before), part(is.columns().get(pair.after())));
		return lines.isEmpty() ? Optional.empty() : Optional.of(new Item(Mark.CHANGED, title(before), lines, List.of(), List.of()));
	}

	private static Part part(Column column) {
		return new Part(column.id(), "column", Label.NONE, column.facts());
	}

	private static Object title(Column column) {
		return Phrase.of(column.input() ? "design.diff.column.input" : "design.diff.column.output", column.label());
	}

	private Optional<Item> row(Row row) {
		var before = rows.before(row);
		if (before == null) {
			return Optional.of(alone(Mark.ADDED, is, row));
		}
		var lines = lines(before, row);
		return lines.isEmpty() ? Optional.empty()
				: Optional.of(new Item(Mark.CHANGED, words.title(was, before), lines, List.of(), pairs(before, row)));
	}

	private Item alone(Mark mark, DecisionTable table, Row row) {
		var added = mark == Mark.ADDED;
		return new Item(mark, words.title(table, row), words.all(table, row), List.of(), pairs(added ? null : row, added ? row : null));
	}

	private List<Object> lines(Row before, Row after) {
		List<Object> lines = new ArrayList<>(words.changes(was, before, is, after, columns));
		if (!before.note().equals(after.note())) {
			lines.add(Phrase.of("design.diff.row.note", before.note(), after.note()));
		}
		return lines;
	}

	private List<Pair> pairs(Row before, Row after) {
		return words.pairs(was, before, is, after, columns);
	}

	/** A change of order is a change of the decision only where the first row that fits decides. */
	private void order(List<Item> items) {
		var kept = is.rows().stream().filter(row -> rows.before(row) != null).toList();
		var moved = Order.moved(kept.stream().map(row -> rows.before(row).place()).toList());
		if (!moved.isEmpty()) {
			var ordered = was.isOrdered() || is.isOrdered();
			items.add(new Item(ordered ? Mark.CHANGED : Mark.MOVED, Phrase.of(ordered ? "design.diff.row.order" : "design.diff.row.order-only"),
					moved.stream().sorted().map(kept::get).filter(Objects::nonNull)
							.<Object>map(row -> Phrase.of("design.diff.row.moved", words.title(is, row), rows.before(row).place() + 1, row.place() + 1)).toList(),
					List.of(), List.of()));
		}
	}
}

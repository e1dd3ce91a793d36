package cn.cuobian.design.diff;

import java.util.List;

/**
 * One thing that differs: an element of a drawing, a row of a table, a field of a form.
 *
 * @param title what it is called
 * @param lines what is different, each a sentence; none where the title says it all
 * @param elements ids in the drawing; empty for tables and forms
 * @param pairs the same side by side; empty for drawings, which are drawn
 */
public record Item(Mark mark, Object title, List<Object> lines, List<String> elements, List<Pair> pairs) {

	public Item {
		lines = List.copyOf(lines);
		elements = List.copyOf(elements);
		pairs = List.copyOf(pairs);
	}

	/**
	 * One cell, column or property on both sides.
	 *
	 * @param before null where it was not there
	 * @param after null where it is not there any more
	 */
	public record Pair(Object label, Object before, Object after) {

		public Mark mark() {
			if (before == null || after == null) {
				return before == null ? Mark.ADDED : Mark.REMOVED;
			}
			return before.equals(after) ? null : Mark.CHANGED;
		}
	}
}

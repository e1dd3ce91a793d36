package cn.cuobian.design.diff;

import java.util.List;

/**
 * What differs in one file.
 *
 * @param mark {@code MOVED} where the procedure is as it was: only the drawing, the order or the writing changed
 */
public record FileDifference(String path, Mark mark, List<Item> items) {

	public FileDifference {
		items = List.copyOf(items);
	}

	public boolean changesTheProcedure() {
		return mark != Mark.MOVED;
	}

	/** @param mark what happened to the file as a whole, or {@code CHANGED} */
	static FileDifference of(String path, Mark mark, List<Item> items) {
		boolean onlyMoved = mark == Mark.CHANGED && items.stream().allMatch(item -> item.mark() == Mark.MOVED);
		return new FileDifference(path, onlyMoved ? Mark.MOVED : mark, items);
	}
}

package cn.cuobian.design.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import cn.cuobian.design.reading.Part;
import cn.cuobian.design.reading.Phrase;

/** Compares two states of a drawing, element by element. An element is known by its id: by it open matters stand there. */
final class DrawingComparison {

	/** In the title already. */
	private static final Set<String> TITLE = Set.of("@name", "text");
	private static final Set<String> FLOW_TITLE = Set.of("@name", "@sourceRef", "@targetRef");

	private final Side before;
	private final Side after;
	private final FactChanges changes;

	DrawingComparison(Side before, Side after) {
		this.before = before;
		this.after = after;
		this.changes = new FactChanges(before, after);
	}

	/** What is there, in the order of the file; then what is gone; then what was only moved. */
	List<Item> items() {
		List<Item> items = new ArrayList<>();
		var was = before.drawing().parts();
		var is = after.drawing().parts();
		is.values().forEach(part -> {
			if (!was.containsKey(part.id())) {
				items.add(alone(Mark.ADDED, part, after));
			} else {
				changed(was.get(part.id()), part, items);
			}
		});
		was.values().stream().filter(part -> !is.containsKey(part.id())).forEach(part -> items.add(alone(Mark.REMOVED, part, before)));
		moved(items);
		return items;
	}

	private Item alone(Mark mark, Part part, Side side) {
		return new Item(mark, side.title(part), changes.all(part, side, part.isFlow() ? FLOW_TITLE : TITLE), List.of(part.id()), List.of());
	}

	private void changed(Part was, Part is, List<Item> items) {
		List<Object> lines = new ArrayList<>();
		if (!was.type().equals(is.type())) {
			lines.add(Phrase.of("design.diff.changed", FactWords.label("@type"), FactWords.value("@type", was.type(), before),
					FactWords.value("@type", is.type(), after)));
		}
		lines.addAll(changes.between(was, is));
		if (!lines.isEmpty()) {
			items.add(new Item(Mark.CHANGED, before.title(was), lines, List.of(is.id()), List.of()));
		}
	}

	/** One entry for all of them: the drawing looks different, the procedure is the same. */
	private void moved(List<Item> items) {
		Set<String> told = new HashSet<>();
		items.forEach(item -> told.addAll(item.elements()));
		var moved = after.drawing().parts().values().stream()
				.filter(part -> before.drawing().parts().containsKey(part.id()) && !told.contains(part.id()))
				.filter(part -> !before.drawing().look(part.id()).equals(after.drawing().look(part.id()))).toList();
		if (!moved.isEmpty()) {
			items.add(new Item(Mark.MOVED, Phrase.of("design.diff.moved", moved.size()),
					List.of(new Phrase.Listed(moved.stream().filter(part -> !part.isFlow()).map(part -> after.called(part.id())).toList())),
					moved.stream().map(Part::id).toList(), List.of()));
		}
	}
}

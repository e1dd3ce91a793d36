package cn.cuobian.design.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import cn.cuobian.design.diff.FormFile.Component;
import cn.cuobian.design.diff.Item.Pair;
import cn.cuobian.design.reading.Phrase.Listed;
import cn.cuobian.design.reading.Phrase;

/** Compares two states of a form, field by field. */
final class FormComparison {

	private static final String OPTION = "values\\[.*]";
	private static final Set<String> WORDS = Set.of("type", "label", "text", "description", "validate.required", "validate.minLength", "validate.maxLength",
			"validate.min", "validate.max", "validate.validationType", "validate.pattern", "conditional.hide", "defaultValue", "valuesKey", "subtype",
			"dateLabel", "timeLabel", "decimalDigits", "timeInterval", "properties.label.en", "properties.text.en", "properties.description.en",
			"properties.dateLabel.en", "properties.timeLabel.en", "placeholder");

	private final FormFile was;
	private final FormFile is;

	FormComparison(FormFile was, FormFile is) {
		this.was = was;
		this.is = is;
	}

	List<Item> items() {
		List<Item> items = new ArrayList<>();
		form(items);
		is.components().values().forEach(component -> {
			var before = was.components().get(component.id());
			if (before == null) {
				items.add(alone(Mark.ADDED, component));
			} else {
				changed(before, component, items);
			}
		});
		was.components().values().stream().filter(component -> !is.components().containsKey(component.id()))
				.forEach(component -> items.add(alone(Mark.REMOVED, component)));
		order(items);
		return items;
	}

	private void form(List<Item> items) {
		List<Object> lines = new ArrayList<>();
		names(was.facts(), is.facts()).forEach(fact -> line(fact, was.facts().get(fact), is.facts().get(fact), lines));
		if (!lines.isEmpty()) {
			items.add(new Item(Mark.CHANGED, Phrase.of("design.diff.form"), lines, List.of(), List.of()));
		}
	}

	private static Item alone(Mark mark, Component component) {
		var added = mark == Mark.ADDED;
		List<Pair> pairs = new ArrayList<>();
		shown(component.facts()).forEach(fact -> pairs.add(new Pair(label(fact), added ? null : value(fact, component), added ? value(fact, component) : null)));
		return new Item(mark, title(component), shown(component.facts()).stream().filter(fact -> !Set.of("label", "text", "type").contains(fact))
				.<Object>map(fact -> Phrase.of("design.diff.is", label(fact), value(fact, component))).toList(), List.of(), pairs);
	}

	private void changed(Component before, Component after, List<Item> items) {
		List<Object> lines = new ArrayList<>();
		names(before.facts(), after.facts()).forEach(fact -> line(fact, before.facts().get(fact), after.facts().get(fact), lines));
		if (!order(before, after).isEmpty()) {
			lines.add(Phrase.of("design.diff.field.options-order"));
		}
		if (!before.group().equals(after.group())) {
			lines.add(after.group().isEmpty() ? Phrase.of("design.diff.field.out-of-group") : Phrase.of("design.diff.field.into-group", is.components().get(after.group()).label()));
		}
		if (!lines.isEmpty()) {
			items.add(new Item(Mark.CHANGED, title(before), lines, List.of(), pairs(before, after)));
		} else if (!before.look().equals(after.look())) {
			items.add(new Item(Mark.MOVED, title(before), List.of(Phrase.of("design.diff.field.look")), List.of(), List.of()));
		}
	}

	private static List<Pair> pairs(Component before, Component after) {
		Set<String> facts = new TreeSet<>(shown(before.facts()));
		facts.addAll(shown(after.facts()));
		return facts.stream().map(fact -> new Pair(label(fact), before.facts().containsKey(fact) ? value(fact, before) : null,
				after.facts().containsKey(fact) ? value(fact, after) : null)).toList();
	}

	private static void line(String fact, String before, String after, List<Object> lines) {
		if (fact.equals("values") || before != null && before.equals(after)) {
			return;
		}
		if (fact.equals("validate.required")) {
			lines.add(Phrase.of(after == null ? "design.diff.field.optional" : "design.diff.field.required"));
		} else if (fact.matches(OPTION)) {
			lines.add(option(before, after));
		} else if (before == null || after == null) {
			lines.add(before == null ? Phrase.of("design.diff.set", label(fact), value(fact, after)) : Phrase.of("design.diff.dropped", label(fact), value(fact, before)));
		} else {
			lines.add(Phrase.of("design.diff.changed", label(fact), value(fact, before), value(fact, after)));
		}
	}

	private static Phrase option(String before, String after) {
		if (before == null || after == null) {
			return before == null ? Phrase.of("design.diff.option.added", after) : Phrase.of("design.diff.option.removed", before);
		}
		return Phrase.of("design.diff.option.changed", before, after);
	}

	/** Places of the options that moved among those that stand on both sides. */
	private static Set<Integer> order(Component before, Component after) {
		var was = List.of(before.facts().getOrDefault("values", "").split("\n"));
		return Order.moved(Arrays.stream(after.facts().getOrDefault("values", "").split("\n")).map(was::indexOf).filter(place -> place >= 0).toList());
	}

	/** The order in which the same fields are asked. */
	private void order(List<Item> items) {
		Map<String, Integer> places = new HashMap<>();
		was.components().keySet().forEach(id -> places.put(id, places.size()));
		var kept = is.components().values().stream().filter(component -> was.components().containsKey(component.id())).toList();
		var moved = Order.moved(kept.stream().map(component -> places.get(component.id())).toList());
		moved.stream().sorted().forEach(place -> items.add(new Item(Mark.CHANGED, title(kept.get(place)), List.of(place == 0
				? Phrase.of("design.diff.field.first") : Phrase.of("design.diff.field.after", called(kept.get(place - 1)))), List.of(), List.of())));
	}

	private static Object title(Component component) {
		return Phrase.of("design.diff.field", called(component), type(component.type()));
	}

	private static Object called(Component component) {
		return component.label().isEmpty() ? component.id() : component.label();
	}

	private static Object type(String type) {
		return new Phrase.Named("design.diff.field.type." + type, type);
	}

	private static Set<String> names(Map<String, String> one, Map<String, String> other) {
		Set<String> names = new TreeSet<>(one.keySet());
		names.addAll(other.keySet());
		return names;
	}

	private static List<String> shown(Map<String, String> facts) {
		return facts.keySet().stream().filter(fact -> !fact.matches(OPTION + ".*")).toList();
	}

	private static Object label(String fact) {
		if (fact.matches(OPTION + "\\.(?:properties\\.)?label\\.en")) {
			return Phrase.of("design.diff.field.option-en", fact.substring("values[".length(), fact.lastIndexOf(']')));
		}
		return fact.equals("values") || WORDS.contains(fact) ? Phrase.of("design.diff.field.fact." + fact) : Phrase.of("design.diff.fact.other", fact);
	}

	private static Object value(String fact, Component component) {
		return fact.equals("values") ? options(component) : value(fact, component.facts().get(fact));
	}

	private static Object value(String fact, String value) {
		if (fact.equals("type")) {
			return type(value);
		}
		return switch (value) {
			case "true" -> Phrase.of("design.diff.yes");
			case "false" -> Phrase.of("design.diff.no");
			case "" -> Phrase.of("design.diff.empty");
			default -> value;
		};
	}

	private static Listed options(Component component) {
		return new Listed(Arrays.stream(component.facts().get("values").split("\n"))
				.map(value -> component.facts().getOrDefault("values[" + value + "]", value)).toList());
	}
}

package cn.cuobian.forms;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import cn.cuobian.engine.Feel;

/**
 * A form-js form, read strictly: a component or a property we could not honour on the server is refused when the form
 * is read, not ignored when somebody fills it in.
 *
 * @param id the form's id, as models bind it
 * @param items the components in their order, groups with their parts inside
 * @param json the schema for a browser that draws it, named sources replaced by what they offer
 */
public record FormSchema(String id, List<Field> items, String json) {

	/** A form that asks nothing. */
	public static final FormSchema NONE = new FormSchema("", List.of(), "{\"type\":\"default\",\"components\":[]}");

	public FormSchema {
		items = List.copyOf(items);
	}

	/**
	 * Reads a form-js schema.
	 *
	 * @throws BrokenForm when it is not JSON, uses a component or a feature outside our list, or repeats a key
	 */
	public static FormSchema parse(String json) {
		return new FormReader().read(json);
	}

	/** Every component that takes an answer, groups flattened. */
	public List<Field> fields() {
		return all(Field::key);
	}

	/** The names of option sources the form needs. */
	public List<String> sources() {
		return all(Field::source).stream().map(Field::source).distinct().toList();
	}

	/**
	 * The ids of the components to show, given what has been answered so far. A hidden group hides its parts.
	 *
	 * @param values raw answers, as typed or as JSON; they need not be valid
	 */
	public Set<String> visible(Map<String, ?> values, Feel feel) {
		var shown = new LinkedHashSet<String>();
		var context = new FeelContext(fields()).of(values);
		collectShown(items, field -> field.hide() != null && feel.holds(field.hide(), context), shown);
		return shown;
	}

	/**
	 * Checks an answer on the server, which alone decides. Answers to hidden fields are dropped, since a browser sends
	 * what was typed before the field disappeared; a key the form does not know is refused.
	 *
	 * @param values by key: text, or a collection where several may be picked; JSON numbers and booleans are accepted
	 * @throws cn.cuobian.refusals.Refusal (422) with every field error at once
	 */
	public Submission check(Map<String, ?> values, Feel feel) {
		var known = new HashMap<String, Object>(values);
		known.keySet().retainAll(fields().stream().map(Field::key).toList());
		return new FormCheck(this, values).run(visible(known, feel));
	}

	/** The first answers of an empty form. */
	public Map<String, String> defaults() {
		var defaults = new HashMap<String, String>();
		all(Field::defaultValue).forEach(field -> defaults.put(field.key(), field.defaultValue()));
		return defaults;
	}

	FormSchema offering(FormOptionsBySource sources) {
		return new FormSchema(id, items.stream().map(item -> item.offering(sources)).toList(),
				FormReader.filled(json, sources));
	}

	private List<Field> all(Function<Field, String> present) {
		return items.stream().flatMap(Field::withParts).filter(field -> present.apply(field) != null).toList();
	}

	private static void collectShown(List<Field> fields, Predicate<Field> hidden, Set<String> shown) {
		fields.stream().filter(hidden.negate()).forEach(field -> {
			shown.add(field.id());
			collectShown(field.parts(), hidden, shown);
		});
	}
}

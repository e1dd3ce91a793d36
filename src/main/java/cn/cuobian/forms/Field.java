package cn.cuobian.forms;

import java.util.List;
import java.util.stream.Stream;

/**
 * One component of a form.
 *
 * @param id unique in the form, also for components that take no answer
 * @param key name of the answer; {@code null} for text and groups
 * @param label of a text component: the text itself
 * @param subtype of a datetime: {@code date}, {@code time} or {@code datetime}
 * @param defaultValue what the field holds before anybody filled it in, or {@code null}
 * @param source named source of options ({@code valuesKey}), or {@code null}
 * @param hide FEEL condition under which the component is not shown, or {@code null}
 * @param parts of a group
 */
public record Field(String id, String key, FieldType type, Label label, Label description, boolean required,
		Limits limits, String subtype, String defaultValue, List<Option> options, String source, String hide,
		List<Field> parts) {

	/** The label of the picked option, or the value itself when it is not (or no longer) offered. */
	public Label labelOf(String value) {
		return options.stream().filter(option -> option.value().equals(value)).map(Option::label).findFirst()
			.orElseGet(() -> new Label(value, value));
	}

	/** Number of text lines shown for a textarea. */
	public int rows() {
		return limits.maxLength() > 500 ? 5 : 3;
	}

	boolean offers(String value) {
		return options.stream().anyMatch(option -> option.value().equals(value));
	}

	Stream<Field> withParts() {
		return Stream.concat(Stream.of(this), parts.stream().flatMap(Field::withParts));
	}

	Field offering(FormOptionsBySource sources) {
		return new Field(id, key, type, label, description, required, limits, subtype, defaultValue,
				source == null ? options : sources.of(source), source, hide,
				parts.stream().map(part -> part.offering(sources)).toList());
	}
}

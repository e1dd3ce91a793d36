package cn.cuobian.forms;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;


/**
 * A form as it is shown: what is asked, what has been answered, what is wrong with it.
 *
 * @param shown ids of the components that are not hidden by what has been answered
 * @param values raw answers by field
 * @param errors sentences by field
 * @param valuesJson the answers, typed, for the browser that draws the form
 */
public record FormView(FormSchema schema, Set<String> shown, Map<String, ?> values, Map<String, String> errors,
		String valuesJson, String errorsJson) {

	/** Called by templates, as all below. */
	public boolean isShown(Field field) {
		return shown.contains(field.id());
	}

	public String value(Field field) {
		var value = values.get(field.key());
		return value == null ? "" : value.toString();
	}

	public boolean isPicked(Field field, String option) {
		var value = values.get(field.key());
		return value instanceof Collection<?> several ? several.contains(option) : option.equals(String.valueOf(value));
	}

	public boolean isTicked(Field field) {
		return List.of("true", "on").contains(value(field));
	}

	public String error(Field field) {
		return errors.get(field.key());
	}
}

package cn.cuobian.forms;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a FEEL condition may look at: every field of the form by key, typed, {@code null} where nothing was answered. */
final class FeelContext {

	private final List<Field> fields;

	FeelContext(List<Field> fields) {
		this.fields = fields;
	}

	Map<String, Object> of(Map<String, ?> values) {
		var context = new HashMap<String, Object>();
		fields.forEach(field -> context.put(field.key(), typed(field, values.get(field.key()))));
		return context;
	}

	private static Object typed(Field field, Object value) {
		return switch (field.type()) {
			case CHECKBOX -> Answers.isTicked(value);
			case CHECKLIST, TAGLIST -> Answers.many(value);
			case NUMBER -> Answers.number(value).orElse(null);
			default -> value instanceof Collection<?> || Answers.isEmpty(value) ? null : value.toString();
		};
	}
}

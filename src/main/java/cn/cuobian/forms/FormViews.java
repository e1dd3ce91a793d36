package cn.cuobian.forms;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import cn.cuobian.engine.Feel;
import cn.cuobian.refusals.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Between a form on a page and its answers: reads what a browser sent, shows what has been answered. */
@Component
public class FormViews {

	private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() { };

	private final Feel feel;
	private final JsonMapper json;

	FormViews(Feel feel, JsonMapper json) {
		this.feel = feel;
		this.json = json;
	}

	public FormView empty(FormSchema schema) {
		return of(schema, schema.defaults(), Map.of());
	}

	public FormView of(FormSchema schema, Map<String, ?> answers, Map<String, String> errors) {
		var values = new HashMap<String, Object>(answers);
		values.keySet().retainAll(schema.fields().stream().map(Field::key).toList());
		return new FormView(schema, schema.visible(values, feel), values, errors,
				json.writeValueAsString(typed(schema, values)), json.writeValueAsString(errors));
	}

	/** What somebody wrote and could not hand in, field by field, for him to copy. */
	public List<Kept> kept(FormSchema schema, Map<String, ?> answers, Locale locale) {
		return schema.fields().stream().filter(field -> answers.get(field.key()) != null)
			.map(field -> new Kept(field.key(), field.label().in(locale), text(field, answers.get(field.key()), locale))).toList();
	}

	private static String text(Field field, Object answer, Locale locale) {
		var all = answer instanceof Collection<?> several ? several : List.of(answer);
		return all.stream().map(each -> field.labelOf(each.toString()).in(locale)).collect(Collectors.joining("、"));
	}

	/** The answers as a browser sent them: one field of JSON from the drawn form, else one parameter per field. */
	public Map<String, Object> read(MultiValueMap<String, String> parameters) {
		var drawn = parameters.getFirst("values");
		return drawn == null || drawn.isBlank() ? plain(parameters) : parse(drawn);
	}

	public Map<String, Object> parse(String answers) {
		try {
			return Optional.ofNullable(json.readValue(answers, ANSWERS)).orElseThrow(FormViews::unreadable);
		} catch (JacksonException e) {
			throw unreadable();
		}
	}

	private static Refusal unreadable() {
		return new Refusal("forms.answers-unreadable");
	}

	/** Parameters that begin with an underscore are the page's own, and so are those it names otherwise. */
	private static Map<String, Object> plain(MultiValueMap<String, String> parameters) {
		var answers = new HashMap<String, Object>();
		parameters.forEach((name, values) -> {
			if (!name.startsWith("_") && !name.equals("values")) {
				answers.put(name, values.size() == 1 ? values.get(0) : values);
			}
		});
		return answers;
	}

	private static Map<String, Object> typed(FormSchema schema, Map<String, ?> values) {
		var typed = new HashMap<String, Object>();
		schema.fields().stream().filter(field -> values.get(field.key()) != null)
			.forEach(field -> typed.put(field.key(), typed(field.type(), values.get(field.key()))));
		return typed;
	}

	private static Object typed(FieldType type, Object value) {
		if (type == FieldType.CHECKBOX) {
			return List.of("true", "on").contains(value.toString());
		}
		if (type.takesMany()) {
			return value instanceof Collection<?> ? value : List.of(value);
		}
		return type == FieldType.NUMBER && value.toString().matches("-?\\d{1,9}(\\.\\d{1,9})?")
				? Double.valueOf(value.toString()) : value;
	}
}

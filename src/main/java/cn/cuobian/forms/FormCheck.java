package cn.cuobian.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cn.cuobian.forms.Submission.Answered;
import cn.cuobian.refusals.Refusal;

/** One check of one submission: collects everything that is wrong before it refuses. */
final class FormCheck {

	private final FormSchema schema;
	private final Map<String, ?> values;
	private final List<Refusal> errors = new ArrayList<>();
	private final Map<String, Object> decisions = new LinkedHashMap<>();
	private final Map<String, String> words = new LinkedHashMap<>();
	private final List<Answered> answers = new ArrayList<>();

	FormCheck(FormSchema schema, Map<String, ?> values) {
		this.schema = schema;
		this.values = values;
	}

	Submission run(Set<String> visible) {
		refuseUnknownKeys();
		schema.fields().forEach(field -> take(field, visible.contains(field.id())));
		if (!errors.isEmpty()) {
			throw Refusal.several(errors);
		}
		return new Submission(decisions, words, answers);
	}

	private void refuseUnknownKeys() {
		var known = schema.fields().stream().map(Field::key).toList();
		values.keySet().stream().filter(key -> !known.contains(key)).sorted()
			.forEach(key -> errors.add(Refusal.onField(key, "forms.unknown-field", key)));
	}

	private void take(Field field, boolean visible) {
		if (field.type().decides()) {
			decisions.put(field.key(), null);
		}
		if (visible) {
			new FieldCheck(field, errors).read(values.get(field.key())).ifPresent(answer -> keep(field, answer));
		}
	}

	private void keep(Field field, Object answer) {
		if (field.type().decides()) {
			decisions.put(field.key(), answer);
		} else {
			words.put(field.key(), answer.toString());
		}
		answers.add(new Answered(field.key(), field.label(), AnswerText.of(field, answer)));
	}
}

package cn.cuobian.forms;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Turns an accepted answer into what a person reads. */
final class AnswerText {

	private AnswerText() {
	}

	static Label of(Field field, Object answer) {
		if (field.type() == FieldType.CHECKBOX) {
			var mark = Boolean.TRUE.equals(answer) ? "✓" : "✗";
			return new Label(mark, mark);
		}
		if (field.type().offers()) {
			return labels(field, answer.toString());
		}
		return new Label(answer.toString(), answer.toString());
	}

	private static Label labels(Field field, String answer) {
		var picked = Arrays.stream(answer.split(",")).map(field::labelOf).toList();
		return new Label(picked.stream().map(Label::zh).collect(Collectors.joining("、")),
				picked.stream().map(Label::en).collect(Collectors.joining(", ")));
	}
}

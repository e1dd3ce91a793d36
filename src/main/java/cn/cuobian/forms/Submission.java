package cn.cuobian.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An accepted form.
 *
 * @param decisions what steers the process, by key: String, Long or Boolean; every decision the form knows is
 *        present, {@code null} where it was hidden or left open, so that no decision of an earlier round lingers
 * @param words free text by key, only where something was written
 * @param answers what was answered in both languages and in the form's order, for the record
 */
public record Submission(Map<String, Object> decisions, Map<String, String> words, List<Answered> answers) {

	/** One answer as a person reads it, e.g. 处理结果 / Outcome: 已解决 / Solved. */
	public record Answered(String key, Label label, Label text) {
	}

	public Submission {
		decisions = Collections.unmodifiableMap(new LinkedHashMap<>(decisions));
		words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
		answers = List.copyOf(answers);
	}
}

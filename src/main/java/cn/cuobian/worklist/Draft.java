package cn.cuobian.worklist;

import java.time.Instant;
import java.util.Map;

/**
 * What somebody had written into a form and not yet handed in.
 *
 * @param answers raw, by field: text, or a list where several may be picked
 */
public record Draft(String taskId, long personId, Instant savedAt, Map<String, Object> answers) {

	public Draft {
		answers = Map.copyOf(answers);
	}
}

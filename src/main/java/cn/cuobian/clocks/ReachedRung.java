package cn.cuobian.clocks;

import java.time.Instant;
import java.util.List;

/**
 * A clock reached one of its rungs.
 *
 * @param taskId null for a clock of the matter as a whole
 * @param place code of the place the clock was opened for; may be null
 * @param rung as the table of time limits writes it, such as {@code 80%}; unique within a clock
 * @param index 0 for the clock's first rung in time
 * @param coveredRungs earlier rungs that passed while nobody looked: this one tells for them
 */
public record ReachedRung(long clockId, String subject, String code, String taskId, String place, String rung, int index,
		Stage stage, Instant due, List<String> coveredRungs) {

	public ReachedRung {
		coveredRungs = List.copyOf(coveredRungs);
	}

	/** Where a rung lies. */
	public enum Stage {
		/** Before the clock is due. */
		NEAR,
		/** The very instant. */
		DUE,
		/** After it. */
		OVERDUE
	}
}

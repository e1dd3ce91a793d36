package cn.cuobian.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a person does with a task. Who may is decided by the caller; two people at once are decided here: the second
 * is refused with 409 and a sentence.
 */
public interface Tasks {

	/** Takes the task. Refused as {@code engine.task-taken} when somebody else has it, {@code engine.task-gone} when it is no more. */
	void claim(String taskId, long personId);

	/** Puts the task back to its posts. */
	void release(String taskId);

	/** Gives the task to this person, whoever had it. */
	void handOver(String taskId, long personId);

	/** Keeps the due instant with the task; shown by tools that look at the engine, read by nobody else. */
	void setDue(String taskId, Instant due);

	/**
	 * Completes the task and runs to the next wait state in the caller's transaction.
	 * Refused as {@code engine.task-gone} when it was completed or cancelled meanwhile.
	 *
	 * @param decisions as in {@link Processes#start}
	 */
	void complete(String taskId, Map<String, ?> decisions);

	/**
	 * Does several acts on one task as one of the engine's: what the first has read the next does not read again, and what two
	 * change is written once, at the end. Refused as each of them.
	 */
	<T> T together(String taskId, Supplier<T> acts);

	/** How a model names a person in {@code camunda:assignee}; a verb answers this, or null for nobody in particular. */
	static String assignee(long personId) {
		return "p" + personId;
	}

	/** The form-js schema that was deployed together with the task's model. */
	Optional<String> formOf(String taskId);
}

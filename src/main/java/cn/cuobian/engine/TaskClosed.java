package cn.cuobian.engine;

/**
 * The task is no more. Published in the engine's transaction.
 *
 * @param name what the task is called in its drawing
 */
public record TaskClosed(String taskId, String subject, String name, Outcome outcome) {

	public enum Outcome {
		/** somebody completed it */
		COMPLETED,
		/** the procedure left it: time ran out, or the matter was withdrawn */
		CANCELLED
	}
}

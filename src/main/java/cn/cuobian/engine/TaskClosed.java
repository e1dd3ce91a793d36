package cn.cuobian.engine;

/** The task is no more. Published in the engine's transaction. */
public record TaskClosed(String taskId, String subject, Outcome outcome) {

	public enum Outcome {
		/** somebody completed it */
		COMPLETED,
		/** the procedure left it: time ran out, or the matter was withdrawn */
		CANCELLED
	}
}

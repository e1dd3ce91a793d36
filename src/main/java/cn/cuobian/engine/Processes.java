package cn.cuobian.engine;

import java.util.List;
import java.util.Map;

/** The running procedures of a subject. A subject is a business key such as {@code matter:42}. */
public interface Processes {

	/**
	 * Starts the newest version of a model in the caller's transaction.
	 *
	 * @param facts ids and decisions only: String up to 200 characters, Long, Integer, Boolean or null
	 * @return the id of the instance
	 * @throws IllegalArgumentException for any other fact: text and personal data stay out of the engine
	 */
	String start(String processKey, String subject, Map<String, ?> facts);

	/**
	 * Hands a message to the step of the subject that waits for it; to the outermost procedure when a called one
	 * waits for it too.
	 *
	 * @throws NotWaiting if no step waits for it
	 */
	void tell(String message, String subject, Map<String, ?> decisions);

	/** Whether a step of the subject waits for this message. */
	boolean awaits(String message, String subject);

	/** Every running or ended instance of the subject, called ones included, oldest first. */
	List<ProcessTrace> trace(String subject);
}

package cn.cuobian.clocks;

import java.time.Instant;

/**
 * A clock stopped for good. Published in the transaction that stopped it.
 *
 * @param taskId the task it ran for; null if it ran for none
 */
public record ClockClosed(long clockId, String subject, String code, String taskId, Ending ending, Instant ended) {

	/** How it stopped. */
	public enum Ending {
		/** What it waited for was done in time. */
		MET,
		/** It stopped after it was due, done or not. */
		EXPIRED,
		/** What it waited for is not wanted any more. */
		CANCELLED
	}
}

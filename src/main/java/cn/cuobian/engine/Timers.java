package cn.cuobian.engine;

import java.time.Instant;
import java.util.Collection;

/**
 * The timers of running procedures. When they fire stands in the ledger of clocks, which the drawings ask by
 * {@code ${clocks.due('CODE', matterId, place)}}; when the ledger moves, they follow in the same transaction.
 */
public interface Timers {

	/** Moves the timers that wait for these clocks, and the due instants kept with their tasks. */
	void follow(Collection<Moved> clocks);

	/**
	 * @param code as the drawing names the clock
	 * @param part which of several parallel parts; 0 where there is one
	 * @param taskId the task the clock runs for, or null
	 */
	record Moved(String subject, String code, long part, String taskId, Instant due) {
	}
}

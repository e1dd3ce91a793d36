package cn.cuobian.worklist;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.refusals.Refusal;

/**
 * Does an act again from the beginning when it lost to something else of the same procedure: two departments answer at
 * the same moment, or a deadline passes meanwhile. Who lost once does not race again: whoever works another task of the
 * same subject waits until he is through, or one who never pauses would win each time. Whether the task itself is still
 * there to be worked, the act finds out by reading afresh. Not to be used inside another transaction: nothing could be
 * read afresh there.
 */
@Component
class Repeated {

	/** From the second on one loses only to what takes no task: a deadline, a message. */
	private static final int TRIES = 8;
	private static final long LONGEST_PAUSE_NANOS = 40_000_000;

	private final TransactionTemplate transaction;
	private final WorkRows rows;

	Repeated(TransactionTemplate transaction, WorkRows rows) {
		this.transaction = transaction;
		this.rows = rows;
	}

	/** @throws RuntimeException what the last try ended with, or the first one that another try cannot mend */
	<T> T untilDone(String taskId, Supplier<T> act) {
		var next = act;
		for (int left = TRIES - 1; left > 0; left--) {
			try {
				return once(next);
			} catch (ConcurrencyFailureException | Refusal lost) {
				if (lost instanceof Refusal refusal && !TooLate.isSaidByTheEngine(refusal)) {
					throw refusal;
				}
				LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
				next = () -> {
					rows.find(taskId).ifPresent(item -> rows.lockAll(item.subject()));
					return act.get();
				};
			}
		}
		return once(next);
	}

	private <T> T once(Supplier<T> act) {
		return transaction.execute(status -> act.get());
	}
}

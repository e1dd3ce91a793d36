package cn.cuobian.matters;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The matters whose rows the running transaction has locked, as it read them since. One act is heard by many rooms, and
 * each asks what the matter is: completing a task read it six times. Nobody else can change what is locked; without the
 * lock each look is a new one. It lives and ends with its transaction, and stays behind when that is suspended.
 */
final class ReadAlready implements TransactionSynchronization {

	private final Map<Long, Optional<Matter>> locked = new HashMap<>();

	/** The row is locked until the end of the running transaction. */
	static void locked(long id) {
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			now().locked.putIfAbsent(id, Optional.empty());
		}
	}

	/** The running transaction has changed the row, which it has locked. */
	static void changed(long id) {
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			now().locked.put(id, Optional.empty());
		}
	}

	/** What was read since the row was locked; read now where nothing was, or where it is not locked. */
	static Optional<Matter> or(long id, Supplier<Optional<Matter>> read) {
		if (!TransactionSynchronizationManager.isSynchronizationActive() || !now().locked.containsKey(id)) {
			return read.get();
		}
		if (now().locked.get(id).isEmpty()) {
			now().locked.put(id, read.get());
		}
		return now().locked.get(id);
	}

	private static ReadAlready now() {
		for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations()) {
			if (each instanceof ReadAlready read) {
				return read;
			}
		}
		var first = new ReadAlready();
		TransactionSynchronizationManager.registerSynchronization(first);
		return first;
	}
}

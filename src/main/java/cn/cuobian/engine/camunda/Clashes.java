package cn.cuobian.engine.camunda;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.springframework.http.HttpStatus;

import cn.cuobian.refusals.Refusal;

/**
 * Turns the engine's exceptions into refusals: two people at once is nobody's fault and gets 409 with a sentence, and
 * what a verb refused reaches the reader as it was said, not wrapped. The engine writes at the end of each call, so
 * that nothing of this is left to the commit.
 */
final class Clashes {

	/** serialisation failure, deadlock, lock timeout of H2 and PostgreSQL, H2's concurrent update */
	private static final Set<String> LOCKED = Set.of("40001", "40P01", "HYT00", "55P03", "90131");

	private Clashes() {
	}

	static <T> T refused(Supplier<T> call) {
		return refused("engine.same-moment", call);
	}

	/** @param rule what to say when somebody else was faster */
	static <T> T refused(String rule, Supplier<T> call) {
		try {
			return call.get();
		} catch (ProcessEngineException e) {
			throw translated(e, rule);
		}
	}

	private static RuntimeException translated(ProcessEngineException thrown, String rule) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof Refusal refusal) {
				return refusal;
			}
			if (cause instanceof TaskAlreadyClaimedException) {
				return conflict("engine.task-taken");
			}
			if (cause instanceof OptimisticLockingException || isLocked(cause)) {
				return conflict(rule);
			}
		}
		return thrown;
	}

	/** Whether it is one of those that are told to the reader in words of their own. */
	static boolean isKnown(ProcessEngineException thrown) {
		return translated(thrown, "engine.same-moment") != thrown;
	}

	private static boolean isLocked(Throwable cause) {
		return cause instanceof SQLException sql && sql.getSQLState() != null && LOCKED.contains(sql.getSQLState());
	}

	static Refusal conflict(String rule) {
		return new Refusal(rule).status(HttpStatus.CONFLICT);
	}
}

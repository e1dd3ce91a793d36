package cn.cuobian.engine;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Steps that were tried to the end: their procedures stand still until a person has them tried again. */
public interface GivenUp {

	/** The newest first. */
	List<Stopped> newest(int most);

	/**
	 * Tries it again at once, with as many attempts as a new one, in the caller's transaction.
	 *
	 * @return as it was
	 * @throws cn.cuobian.refusals.Refusal {@code engine.not-given-up}, 409, if it is tried again already, or gone
	 */
	Stopped tryAgain(String id);

	/**
	 * @param subject empty for the engine's own housekeeping
	 * @param step as it is called in the drawing; empty where the drawing has no name for it
	 * @param stepEn the same in English, where the drawing says it
	 * @param error class of the last error, without its text: that may hold what somebody wrote; empty if there was none
	 */
	record Stopped(String id, String subject, String step, String stepEn, Instant since, Reason reason, String error) {
	}

	/** Why the last attempt came to nothing. */
	enum Reason {

		/** Its node ended or did not finish in time, several times in a row. */
		SILENT,
		/** The database did not answer, or refused. */
		DATABASE,
		MEMORY,
		ERROR;

		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}
	}
}

package cn.cuobian.design;

import java.time.Instant;

/**
 * A run that moves open matters to a version.
 *
 * @param total how many were behind when it began
 * @param last the subject it dealt with last
 */
record Move(long id, String bundle, int version, String deployment, State state, long total, String last, long startedBy,
		Instant started, Instant ended) {

	/** How far it has come. */
	enum State {
		RUNNING,
		/** Somebody stopped it; it may go on. */
		STOPPED,
		DONE,
		/** A newer version was published meanwhile: matters are moved to that one. */
		OVERTAKEN
	}

	/** What became of a matter. */
	enum Outcome {
		MOVED,
		/** As the plan says, or because nothing else was possible. */
		STAYS,
		/** Something broke; nothing of it was changed. */
		FAILED
	}

	/**
	 * @param from the version it ran on before; null for one older than the first on record
	 * @param why last part of a message's name
	 */
	record Result(String subject, Outcome outcome, Integer from, String why, String detail, Instant at) {
	}

	/** How many came to what so far. */
	record Tally(long moved, long stays, long failed) {

		public long all() {
			return moved + stays + failed;
		}
	}

	public boolean isOver() {
		return state == State.DONE || state == State.OVERTAKEN;
	}
}

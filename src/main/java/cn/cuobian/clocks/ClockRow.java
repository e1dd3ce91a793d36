package cn.cuobian.clocks;

import java.time.Instant;

/**
 * A line of the table {@code clock}: what its entries add up to.
 *
 * @param part 0 where the subject has one clock of the code
 * @param place code of the place it was opened for; may be null
 * @param due {@link Clocks#NEVER} while it is paused
 * @param pausedSince null while it runs
 * @param extra units an extension added
 * @param asked units somebody asked to add and nobody decided about yet; null if none
 * @param askedBy who asked for them
 * @param edition goes up with every change, so that two who act at once are told apart
 */
record ClockRow(long id, String subject, long part, String place, String taskId, Limit limit, Instant started, Instant due,
		Instant pausedSince, int extra, Integer asked, Long askedBy, int edition) {

	String code() {
		return limit.code();
	}

	boolean isPaused() {
		return pausedSince != null;
	}

	/** By whatever wrote it since it was opened: a pause, an extension, another calendar. */
	boolean wasChanged() {
		return edition > 0;
	}

	ClockRow paused(Instant since) {
		return with(Clocks.NEVER, since, extra, asked, askedBy);
	}

	ClockRow resumed(Instant newDue) {
		return with(newDue, null, extra, asked, askedBy);
	}

	/** Nothing is asked for any more if the amount is null. */
	ClockRow asking(Integer amount, Long by) {
		return with(due, pausedSince, extra, amount, by);
	}

	ClockRow extended(int more) {
		return with(due, pausedSince, extra + more, null, null);
	}

	ClockRow dueAt(Instant newDue) {
		return with(newDue, pausedSince, extra, asked, askedBy);
	}

	private ClockRow with(Instant newDue, Instant newPausedSince, int newExtra, Integer newAsked, Long newAskedBy) {
		return new ClockRow(id, subject, part, place, taskId, limit, started, newDue, newPausedSince, newExtra, newAsked,
				newAskedBy, edition);
	}
}

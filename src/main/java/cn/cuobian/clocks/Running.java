package cn.cuobian.clocks;

import java.time.Instant;
import java.util.List;

/**
 * A clock that has not been stopped.
 *
 * @param code code of the time limit, such as {@code LADDER.HALL}
 * @param place code of the place it was opened for; may be null
 * @param taskId the task it runs for; null if it runs for the matter as a whole
 * @param due the first instant that is too late; the end of a day (24:00) is 00:00 of the next one in Shanghai;
 *        {@link Clocks#NEVER} while it is paused
 * @param pausedSince null while it runs
 * @param extended units an extension added; 0 if none did
 * @param maxExtension units an extension may still add; 0 if none may
 * @param asked units somebody asked to add, not decided yet; 0 if nobody did
 * @param unit of the limit: {@code day}, {@code month} or {@code hour}
 * @param provisional the term touches a year whose official calendar is not known yet
 * @param explanation why it is due then, line by line, in the reader's language
 */
public record Running(long id, String subject, String code, String place, String taskId, Instant started, Instant due,
		Instant pausedSince, int extended, int maxExtension, int asked, String unit, boolean overdue, boolean provisional,
		List<String> explanation) {

	public Running {
		explanation = List.copyOf(explanation);
	}

	public boolean isPaused() {
		return pausedSince != null;
	}
}

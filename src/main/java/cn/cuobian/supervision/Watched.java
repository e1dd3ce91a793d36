package cn.cuobian.supervision;

import java.time.Instant;

import cn.cuobian.clocks.Clocks;

/**
 * An open clock on the board.
 *
 * @param taskId the task it runs for; null if it runs for the matter as a whole
 * @param due {@link Clocks#NEVER} while it is paused
 * @param asked whether somebody asks for an extension
 * @param listed whether it is under special supervision (挂牌督办)
 */
record Watched(long clockId, String subject, long matterId, String number, String title, String kind, String tier, String code,
		String place, String taskId, String step, String stepEn, String group, Long assignee, Instant due, boolean asked, int urged,
		Instant urgedAt, boolean listed) {

	/** What an election's or a committee's clock has for a matter. */
	static final long NO_MATTER = 0;

	boolean isOfMatter() {
		return matterId != NO_MATTER;
	}

	/** Path of the page of what it is about. */
	String page() {
		var id = subject.substring(subject.indexOf(':') + 1);
		return isOfMatter() ? "/matters/" + number : subject.startsWith("committee:") ? "/elections/committees/" + id : "/elections/" + id;
	}

	boolean isPaused() {
		return due.equals(Clocks.NEVER);
	}
}

package cn.cuobian.messages;

import java.util.Locale;

/**
 * Something a person should know.
 *
 * @param event unique name of what happened; nobody is told of one event twice
 * @param about a matter's number, a group {@code post@place}, the title of a public notice or a day; nothing personal
 * @param link path of the page to look at
 * @param taskId the task that calls for it, or null: with the task its notices go away
 */
record Notice(String event, Kind kind, String about, String link, String taskId) {

	enum Kind {
		TASK_OFFERED, TASK_HANDED_OVER, TASK_TAKEN_AWAY, MATTER_RATED, MATTER_REOPENED, MATTER_WITHDRAWN, POST_VACANT,
		CLOCK_NEAR, CLOCK_DUE, CLOCK_OVERDUE, CLOCK_MOVED, EXTENSION_ASKED, URGED, UNDER_SUPERVISION,
		SUPERVISION_LIFTED, MAIL_PARKED, STEP_STOPPED, OBJECTION_MADE, BOX_ANCHORED, RE_ELECTION_DUE, DRAFT_SUBMITTED, DRAFT_APPROVED, DRAFT_RETURNED,
		/** Many lines of one day in one mail. */
		DIGEST,
		/** To who reported a matter. */
		RESIDENT_RECEIVED, RESIDENT_ANSWERED, RESIDENT_RATE, RESIDENT_UNRATED, RESIDENT_EXTENDED,
		/** To owners on a roll. */
		BALLOT_LINK, BALLOT_CAST, BALLOT_REMINDER, VOTE_ANNOUNCED, VOTE_OPEN, VOTE_EXTENDED, VOTE_COUNTED;

		/** Lower case with hyphens, as in message keys. */
		String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}
	}
}

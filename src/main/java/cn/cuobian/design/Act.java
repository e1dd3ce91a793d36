package cn.cuobian.design;

import java.time.Instant;

/**
 * What somebody did with a draft as a whole.
 *
 * @param revision how the draft stood then
 * @param words his reason; may be empty
 */
record Act(Kind kind, long person, Instant at, int revision, String words) {

	/** What can be done. */
	enum Kind { TAKEN_OVER, SUBMITTED, TAKEN_BACK, APPROVED, RETURNED, PUBLISHED, WITHDRAWN, PLACED }
}

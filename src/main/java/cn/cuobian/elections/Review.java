package cn.cuobian.elections;

import java.time.Instant;

/**
 * What one department or stage says to one candidate.
 *
 * @param stage {@code interview}, {@code street} or {@code city}
 * @param post that decides
 * @param result {@code passed}, {@code refused}, {@code supplement}; null while it is asked
 * @param conditions codes of the checklist that speak against him, joined by commas; may be null
 * @param reasons in the clear; null where none were given
 */
record Review(long id, long candidateId, String stage, String department, String post, String result, String conditions, String reasons,
		Instant asked, Instant decided, Long decidedBy) {

	static final String INTERVIEW = "interview";
	static final String STREET = "street";
	static final String CITY = "city";

	static final String PASSED = "passed";
	static final String REFUSED = "refused";
	static final String SUPPLEMENT = "supplement";

	boolean isOpen() {
		return result == null;
	}
}

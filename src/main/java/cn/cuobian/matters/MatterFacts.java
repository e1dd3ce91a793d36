package cn.cuobian.matters;

import java.time.Instant;

/**
 * What was reported; none of it changes afterwards.
 *
 * @param id         the key in our tables, and in the subject {@code matter:<id>} of its processes
 * @param number     like {@code QZ-2026-000123}
 * @param place      code of the place
 * @param building   building as the reporter wrote it, or null
 * @param unit       unit as the reporter wrote it, or null
 * @param kind       code of the kind
 * @param reportedBy the caseworker who took it in, or null if the resident did it himself
 * @param sourceRef  the line's mark in the list it was taken over from, or null
 */
public record MatterFacts(long id, String number, String place, String building, String unit, String kind, String title,
		String narrative, Channel channel, Scope scope, boolean urgent, Instant reportedAt, Long reportedBy,
		String sourceRef) {

	/** Subject of everything that concerns a matter, in the engine and in the worklist. */
	static final String SUBJECT_TYPE = "matter";

	/** {@code matter:<id>}. */
	public String subject() {
		return subjectOf(id);
	}

	static String subjectOf(long matterId) {
		return SUBJECT_TYPE + ":" + matterId;
	}
}

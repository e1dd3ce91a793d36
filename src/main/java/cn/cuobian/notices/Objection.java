package cn.cuobian.notices;

import java.time.Instant;

/**
 * What somebody holds against a notice.
 *
 * @param who in full, for those who decide; never on a public page
 */
public record Objection(long id, long noticeId, Who who, String words, Instant received, State state, String answer, Instant decided) {

	/** Decided is what is not open. */
	public enum State {
		OPEN, UPHELD, REJECTED
	}

	/** @param unit where he owns, such as 3幢501; may be empty */
	public record Who(String name, String unit, String contact) {
	}
}

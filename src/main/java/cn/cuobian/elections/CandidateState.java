package cn.cuobian.elections;

import java.util.Locale;
import java.util.Set;

/** Where a candidate stands. */
enum CandidateState {

	NOMINATED, INTERVIEWED, STREET_PASSED, PASSED, LISTED,
	/** does not stand after the interview */
	DECLINED,
	/** a review refused him, with reasons */
	REFUSED,
	/** he withdrew himself */
	WITHDRAWN,
	/** an objection against him was upheld */
	STRUCK,
	ELECTED, ALTERNATE, NOT_ELECTED;

	private static final Set<CandidateState> IN_REVIEW = Set.of(NOMINATED, INTERVIEWED, STREET_PASSED);

	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	boolean isInReview() {
		return IN_REVIEW.contains(this);
	}

	/** Has passed and may be voted for. */
	boolean stands() {
		return this == PASSED || this == LISTED;
	}

	/** Has anything to withdraw from. */
	boolean mayLeave() {
		return isInReview() || stands();
	}
}

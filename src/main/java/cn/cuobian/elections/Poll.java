package cn.cuobian.elections;

import java.time.Duration;
import java.time.Instant;

/**
 * A vote as the procedure sees it: of an election, or on the recall of a member.
 *
 * @param subject whose procedure it belongs to, such as {@code election:5}
 * @param rollId who may vote
 * @param voteId null until it is announced
 * @param extendsTo where the notice announced it: until when the window is extended if too few took part; else null
 * @param weighed looked at before its end, to see whether it has to be extended
 * @param assembly the form of the owners' assembly and where it meets, as its notice says; null for a recall
 * @param outcome null until it is counted
 */
record Poll(long id, String subject, Long electionId, Long committeeId, long rollId, Long voteId, Instant opens, Instant closes, Instant extendsTo,
		boolean extended, boolean weighed, boolean secret, int proxyCap, String assembly, String outcome) {

	static final String ELECTED = "elected";
	static final String NOT_ELECTED = "not-elected";
	static final String NO_QUORUM = "no-quorum";
	static final String TIED = "tied";
	static final String PASSED = "passed";
	static final String FAILED = "failed";
	static final String TOO_FEW = "too-few";
	/** the officer annulled the vote itself, and the election goes on */
	static final String ANNULLED = "annulled";

	/** So long before the end the notice says that the turnout is looked at: what is over cannot be extended. */
	static final Duration LOOKED_AT_BEFORE = Duration.ofHours(1);

	boolean isElection() {
		return electionId != null;
	}

	boolean mayBeExtended() {
		return extendsTo != null && !extended;
	}

	public Instant ends() {
		return extended ? extendsTo : closes;
	}

	/** When the procedure looks at it next: before the end where it may be extended, else at the end. */
	Instant looksAt() {
		return mayBeExtended() && !weighed ? closes.minus(LOOKED_AT_BEFORE) : ends();
	}
}

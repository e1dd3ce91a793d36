package cn.cuobian.votes;

import java.time.Instant;

import cn.cuobian.votes.TallyRules.Tie;

/**
 * What everybody may know about a vote.
 *
 * @param origin what it is held for, such as {@code election:5}, or {@code vote}
 * @param closes as announced
 * @param extendedTo the end of the window if it was extended, or null
 * @param announced when, null in a draft
 * @param opened when the box was opened for ballots, null before
 * @param closed when it was closed, null before
 * @param edition of the ballot, raised with every candidate who withdraws
 * @param seq lines in the chain
 * @param headHash hash of the last line; of the roll while there is none
 */
public record VoteFacts(long id, long rollId, String place, String title, String origin, Openness openness, boolean replacing,
		boolean invalidParticipates, ReceiptShows receipt, int proxyCap, Tie tie, Instant opens, Instant closes, boolean extendable,
		Instant extendedTo, VoteState state, Instant announced, Instant opened, Instant closed, int edition,
		long seq, String headHash) {

	/** The end of the window as it stands: a ballot at this instant is too late. */
	public Instant ends() {
		return extendedTo == null ? closes : extendedTo;
	}

	public boolean isSecret() {
		return openness == Openness.SECRET;
	}

	public boolean isOpen() {
		return state == VoteState.OPEN;
	}
}

package cn.cuobian.votes;

/** The vote counts for nothing. */
public record VoteAnnulled(long voteId, String origin, String words) {
}

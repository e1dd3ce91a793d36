package cn.cuobian.votes;

/** Ballots may be cast. */
public record VoteOpened(long voteId, String origin) {
}

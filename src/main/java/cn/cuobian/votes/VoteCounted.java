package cn.cuobian.votes;

/** The result is on record. */
public record VoteCounted(long voteId, String origin, Outcome outcome) {
}

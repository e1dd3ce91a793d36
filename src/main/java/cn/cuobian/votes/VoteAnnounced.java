package cn.cuobian.votes;

/** The rules of a vote are public from now on. */
public record VoteAnnounced(long voteId, String origin) {
}

package cn.cuobian.votes;

/** No more ballots; the box may be read and counted. */
public record VoteClosed(long voteId, String origin) {
}

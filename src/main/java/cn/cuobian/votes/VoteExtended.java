package cn.cuobian.votes;

import java.time.Instant;

/** The window ends later than announced. */
public record VoteExtended(long voteId, String origin, Instant until, String words) {
}

package cn.cuobian.votes;

import java.time.Instant;

/**
 * A ballot of this head went into the box. What it says is in no event.
 *
 * @param seq of its line in the chain
 * @param replaced whether it took the place of an earlier one
 */
public record VoteCast(long voteId, long headId, CastChannel channel, Instant at, long seq, boolean replaced) {
}

package cn.cuobian.votes;

import java.time.LocalDate;
import java.util.List;

/** Those who have not voted are to be written to, once on this day. */
public record VoteReminded(long voteId, LocalDate day, List<Long> headIds) {

	public VoteReminded {
		headIds = List.copyOf(headIds);
	}
}

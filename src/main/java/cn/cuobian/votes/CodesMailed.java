package cn.cuobian.votes;

import java.util.List;

/** The links of these codes are to be mailed to who votes for the heads. */
public record CodesMailed(long voteId, List<Long> codeIds) {

	public CodesMailed {
		codeIds = List.copyOf(codeIds);
	}
}

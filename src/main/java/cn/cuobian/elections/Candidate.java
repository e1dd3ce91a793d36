package cn.cuobian.elections;

import java.time.Instant;
import java.util.List;

/**
 * Somebody who was put forward, with his name in the clear.
 *
 * @param no in order of nomination
 * @param origins every way in which he was put forward, in the order of the channels
 * @param unit code of his unit on the roll
 * @param headId his head on the roll; null until the list is fixed
 * @param ballot his number on the ballot of the last vote, null before there is one
 * @param statement what he says of himself; null where he said nothing
 * @param partyMember counted as a figure, never asked as a condition
 * @param publish whether he agreed that his name, statement and Party membership are published
 */
record Candidate(long id, long electionId, int no, List<Origin> origins, String unit, Long headId, Integer ballot, String name, String statement,
		boolean photo, boolean partyMember, boolean publish, CandidateState state, Instant nominated) {

	/** One way in which he was put forward. @param proposers owners who did so together; 0 for the other channels */
	record Origin(Channel channel, int proposers) {
	}

	boolean cameBy(Channel channel) {
		return origins.stream().anyMatch(origin -> origin.channel() == channel);
	}

	static String context(long electionId) {
		return "candidate:" + electionId;
	}

	/** 张**: as he stands where he has not agreed to more. */
	public String masked() {
		return Masked.name(name);
	}
}

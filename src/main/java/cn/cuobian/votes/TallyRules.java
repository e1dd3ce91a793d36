package cn.cuobian.votes;

import java.util.List;
import java.util.Map;

/**
 * What the announcement of a vote declared about counting.
 *
 * @param turnout the gate for taking part
 * @param invalidParticipates whether who cast an invalid ballot took part
 * @param tie what decides between candidates with as many heads
 * @param lots by the number of the question: candidates in the order in which lots were drawn, where that was needed
 */
public record TallyRules(Gate turnout, boolean invalidParticipates, Tie tie, Map<Integer, List<Integer>> lots) {

	/** Between candidates with as many heads. */
	public enum Tie {

		/** The one with more area behind him; if that is equal too, the lot. */
		AREA,
		/** The lot, drawn in public and put on record. */
		LOT
	}
}

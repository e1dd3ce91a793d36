package cn.cuobian.votes;

import java.util.List;

/**
 * The result of one question in words, with the arithmetic of each gate.
 *
 * @param item what the law calls the matter
 * @param weights taking part, for, against, abstaining, invalid, as far as the question has them
 * @param approval of a motion; null of an election, where every candidate has his own
 */
record ResultSheet(int no, String words, String item, List<WeightLine> weights, GateLine turnout, GateLine approval,
		List<CandidateLine> candidates, String outcome) {

	record WeightLine(String name, String area, int heads) {
	}

	/** @param area the comparison as it was made, in m² */
	record GateLine(String name, String article, String area, boolean byArea, String heads, boolean byHeads) {
	}

	record CandidateLine(String name, String area, int heads, GateLine majority, String place) {
	}
}

package cn.cuobian.votes;

import java.util.Map;

/**
 * A ballot as the tally sees it: one head.
 *
 * @param area behind it, in 0.01 m²
 * @param choices by the number of the question; a question without one is abstained from
 */
public record Paper(long area, Map<Integer, Choice> choices) {

	Weight weight() {
		return new Weight(area, 1);
	}

	Choice to(Question question) {
		return choices.getOrDefault(question.no(), Choice.Mark.ABSTAIN);
	}
}

package cn.cuobian.votes;

import java.util.List;

/**
 * What is voted on.
 *
 * @param item of Civil Code 278(1), 1 to 9, or 279
 * @param gate what the yes needs; each candidate of an election needs it too
 * @param seats to fill; 0 for a motion
 * @param alternates at most so many (候补)
 * @param most as many candidates a ballot may name
 * @param candidates numbers of those who still stand
 */
public record Question(int no, int item, Gate gate, int seats, int alternates, int most, List<Integer> candidates) {

	public Question {
		candidates = List.copyOf(candidates);
	}

	/** Accepted or not, by yes and no. */
	public static Question motion(int no, int item, Gate gate) {
		return new Question(no, item, gate, 0, 0, 0, List.of());
	}

	/** Seats, filled by naming candidates. */
	public boolean isElection() {
		return seats > 0;
	}
}

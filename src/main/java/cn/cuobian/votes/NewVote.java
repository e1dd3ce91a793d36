package cn.cuobian.votes;

import java.time.Instant;
import java.util.List;

import cn.cuobian.votes.TallyRules.Tie;

/**
 * A vote to prepare, with everything its announcement has to declare.
 *
 * @param rollId of the frozen roll, or of one that will be frozen before the box opens
 * @param origin what it is held for, such as {@code election:5}; {@code vote} for a vote that stands alone
 * @param replacing whether a later ballot of a head replaces its earlier one; impossible in a secret vote
 * @param invalidParticipates whether who casts an invalid ballot took part
 * @param receipt what the voter's receipt proves; only inclusion in a secret vote
 * @param proxyCap for so many heads one holder may vote; 0: no proxies
 * @param extendable whether the announcement says that the window may be extended
 */
public record NewVote(long rollId, String title, String origin, Openness openness, boolean replacing, boolean invalidParticipates,
		ReceiptShows receipt, int proxyCap, Tie tie, Instant opens, Instant closes, boolean extendable, List<NewQuestion> questions) {

	/** What a vote that stands alone has for an origin. */
	public static final String ALONE = "vote";

	public NewVote {
		questions = List.copyOf(questions);
	}

	/**
	 * What is asked. Questions are numbered in their order from 1, and so are the candidates of each.
	 *
	 * @param item of Civil Code 278(1), 1 to 9; 279 for turning a dwelling into business premises
	 * @param seats to fill; 0 for a motion
	 * @param most so many candidates a ballot may name
	 * @param candidates their names as they are published
	 */
	public record NewQuestion(int item, String words, int seats, int alternates, int most, List<String> candidates) {

		public NewQuestion {
			candidates = List.copyOf(candidates);
		}

		/** Accepted or not. */
		public static NewQuestion motion(int item, String words) {
			return new NewQuestion(item, words, 0, 0, 0, List.of());
		}

		/** The committee or some of its seats (item 3); a ballot names as many as there are seats. */
		public static NewQuestion seats(String words, int seats, int alternates, List<String> candidates) {
			return new NewQuestion(3, words, seats, alternates, seats, candidates);
		}
	}
}

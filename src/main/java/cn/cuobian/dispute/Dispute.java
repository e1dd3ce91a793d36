package cn.cuobian.dispute;

/**
 * How far a dispute has come.
 *
 * @param convenor       who convened last, and therefore gives the resident feedback
 * @param dissatisfied   how many answers the resident was dissatisfied with
 * @param followUpPerson whom the district meeting named, or null
 */
record Dispute(long matterId, Convenor convenor, int dissatisfied, Long followUpPerson) {

	enum Convenor {

		BRANCH("branch-secretary", "hall"), COMMUNITY("community-secretary", "meeting");

		private final String post;
		private final String tier;

		Convenor(String post, String tier) {
			this.post = post;
			this.tier = tier;
		}

		String post() {
			return post;
		}

		/** The tier on which the matter stands while this one convenes. */
		String tier() {
			return tier;
		}
	}
}

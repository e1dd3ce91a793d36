package cn.cuobian.votes;

import java.util.List;

/**
 * A vote as its printed sheets speak of it; all numbers are written out.
 *
 * @param place its full name
 * @param turnout the article that says how many have to take part
 * @param checkAt where the key and the program to check an archive are published
 */
record PrintedVote(VoteFacts vote, String place, String opens, String ends, String units, String heads, String area, String fingerprint,
		String turnout, List<PrintedQuestion> questions, String publicKey, String checkAt, String checkQr, String printed) {

	/** @param item what the law calls the matter; @param needs what the yes needs, in words */
	record PrintedQuestion(VoteQuestion question, String item, String needs) {
	}

	/**
	 * @param units as many as fit
	 * @param alike heads of the roll with this area, this one among them
	 * @param moreUnits how many there are in all, or null if all are named
	 */
	record PrintedBallot(String serial, String code, String qr, String units, String moreUnits, String area, int alike) {
	}
}

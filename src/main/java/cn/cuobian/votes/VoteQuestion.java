package cn.cuobian.votes;

import java.util.List;

/**
 * A question as it stands on the ballot.
 *
 * @param gate code of what the yes needs
 * @param seats to fill; 0 for a motion
 * @param most so many candidates a ballot may name
 */
public record VoteQuestion(int no, int item, String gate, String words, int seats, int alternates, int most, List<Candidate> candidates) {

	/** @param withdrawn may not be voted for any more */
	public record Candidate(int no, String name, boolean withdrawn) {
	}

	/** Seats, filled by naming candidates. */
	public boolean isElection() {
		return seats > 0;
	}

	/** Who may be voted for. */
	public List<Candidate> standing() {
		return candidates.stream().filter(each -> !each.withdrawn()).toList();
	}

	/** As the tally wants it. */
	Question counted(Gates gates) {
		return new Question(no, item, gates.of(gate), seats, alternates, most, standing().stream().map(Candidate::no).toList());
	}
}

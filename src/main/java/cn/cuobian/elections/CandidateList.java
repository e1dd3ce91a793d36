package cn.cuobian.elections;

import java.util.ArrayList;
import java.util.List;

import cn.cuobian.refusals.Refusal;

/**
 * What the owners choose from (候选人名单): there is a choice only where more stand than seats are filled.
 *
 * @param candidates how many passed and still stand
 */
record CandidateList(int seats, int alternates, int candidates) {

	/**
	 * @param whole whether all seats of a committee are filled; a by-election fills some
	 * @throws Refusal with everything that is wrong with it
	 */
	void check(CommitteeRule rule, boolean whole) {
		var wrong = new ArrayList<>(checkSeats(rule, whole));
		if (!isEnough()) {
			wrong.add(Refusal.onField("decision", "elections.too-few-candidates", seats, candidates));
		}
		refuse(wrong);
	}

	/** @throws Refusal if no such committee may be elected */
	void requireSeats(CommitteeRule rule, boolean whole) {
		refuse(checkSeats(rule, whole));
	}

	boolean isEnough() {
		return candidates > seats;
	}

	private List<Refusal> checkSeats(CommitteeRule rule, boolean whole) {
		var wrong = new ArrayList<Refusal>();
		if (whole && (seats < rule.least() || seats > rule.most())) {
			wrong.add(Refusal.onField("seats", "elections.committee-size", rule.least(), rule.most(), seats));
		}
		if (whole && rule.odd() && seats % 2 == 0) {
			wrong.add(Refusal.onField("seats", "elections.committee-even", seats));
		}
		if (seats < 1) {
			wrong.add(Refusal.onField("seats", "elections.no-seats"));
		}
		if (alternates < 0 || alternates > seats) {
			wrong.add(Refusal.onField("alternates", "elections.too-many-alternates", seats, alternates));
		}
		return wrong;
	}

	private static void refuse(List<Refusal> wrong) {
		if (!wrong.isEmpty()) {
			throw Refusal.several(wrong);
		}
	}
}

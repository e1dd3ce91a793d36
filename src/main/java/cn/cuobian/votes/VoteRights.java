package cn.cuobian.votes;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Places;
import org.springframework.stereotype.Component;

/** Who sees how a vote goes: its election officer, and the scrutineers of the place. Neither sees a choice. */
@Component
class VoteRights {

	private static final String SCRUTINEER = "scrutineer";

	private final RollRights rolls;
	private final Places places;

	VoteRights(RollRights rolls, Places places) {
		this.rolls = rolls;
		this.places = places;
	}

	/** Whether he may also act. */
	boolean isOfficer(Viewer viewer, VoteFacts vote) {
		return rolls.keeps(viewer, vote.place());
	}

	boolean maySee(Viewer viewer, VoteFacts vote) {
		return isOfficer(viewer, vote) || viewer.is(SCRUTINEER, places.lineage(vote.place()));
	}

	/** @throws Refusal 404: what is not his to see does not exist */
	VoteFacts seen(Viewer viewer, VoteFacts vote) {
		if (!maySee(viewer, vote)) {
			throw Refusal.notFound();
		}
		return vote;
	}
}

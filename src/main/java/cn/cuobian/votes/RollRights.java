package cn.cuobian.votes;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Places;

/** Who keeps a roll: the election officer of the place or of one above it, or who acts for him. Nobody else, whatever his rank. */
@Component
class RollRights {

	static final String OFFICER = "election-officer";

	private final Places places;

	RollRights(Places places) {
		this.places = places;
	}

	boolean keeps(Viewer viewer, String place) {
		return viewer.is(OFFICER, places.lineage(place));
	}

	/** @throws Refusal 404: what is not yours to see does not exist */
	void require(Viewer viewer, RollFacts roll) {
		if (!keeps(viewer, roll.place())) {
			throw Refusal.notFound();
		}
	}

	/** @throws Refusal 403 for who may not make a roll there */
	void requireAt(Viewer viewer, String place) {
		if (!keeps(viewer, place)) {
			throw new Refusal("votes.roll-not-officer").status(HttpStatus.FORBIDDEN);
		}
	}
}

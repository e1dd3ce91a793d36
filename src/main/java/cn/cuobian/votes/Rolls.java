package cn.cuobian.votes;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Level;
import cn.cuobian.territory.Places;

/** The owners' rolls: who may vote in a compound, and with what area. */
@Component
public class Rolls {

	/** Longest title, in characters. */
	static final int MAX_TITLE = 100;

	private final RollRows rows;
	private final RollRights rights;
	private final Places places;

	Rolls(RollRows rows, RollRights rights, Places places) {
		this.rows = rows;
		this.rights = rights;
		this.places = places;
	}

	/**
	 * Begins an empty draft.
	 *
	 * @param place code of a compound
	 * @param parking whether the rules of procedure count the area of parking spaces
	 * @throws Refusal 403 for who is no election officer there, 422 if the place is no compound or the title is missing
	 */
	@Transactional
	public long create(String place, String title, boolean parking, Viewer viewer) {
		rights.requireAt(viewer, place);
		if (places.get(place).level() != Level.COMPOUND) {
			throw Refusal.onField("place", "votes.roll-no-compound");
		}
		if (title == null || title.isBlank() || title.strip().length() > MAX_TITLE) {
			throw Refusal.onField("title", "votes.roll-title", MAX_TITLE);
		}
		return rows.create(place, title.strip(), parking, viewer.personId());
	}

	/** @throws Refusal 404 */
	public RollFacts of(long rollId) {
		return rows.find(rollId).orElseThrow(Refusal::notFound);
	}

	/** All rolls of a place, the newest first. */
	public List<RollFacts> at(String place) {
		return rows.at(place);
	}

	/** The head that votes for a unit; empty in a draft, for a parking space that does not count and for an unknown unit. */
	public Optional<Long> headOf(long rollId, String unitCode) {
		return rows.headOf(rollId, unitCode);
	}
}

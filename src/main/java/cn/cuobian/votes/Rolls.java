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
	private final RollUnits units;
	private final RollOwners owners;
	private final RollImport imports;
	private final RollFreeze freeze;

	Rolls(RollRows rows, RollRights rights, Places places, RollUnits units, RollOwners owners, RollImport imports, RollFreeze freeze) {
		this.rows = rows;
		this.rights = rights;
		this.places = places;
		this.units = units;
		this.owners = owners;
		this.imports = imports;
		this.freeze = freeze;
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

	/** Whether it holds the owners of one building only, who alone have to consent under Civil Code 279. */
	boolean isOfOneBuilding(long rollId) {
		return rows.building(rollId).isPresent();
	}

	/** The head that votes for a unit; empty in a draft, for a parking space that does not count and for an unknown unit. */
	public Optional<Long> headOf(long rollId, String unitCode) {
		return rows.headOf(rollId, unitCode);
	}

	/**
	 * Makes a sheet the roll of an empty draft, without a preview.
	 *
	 * @param sheet CSV or XLSX
	 * @param units and {@code area} (in 0.01 m²) it has to add up to
	 * @throws Refusal 422 with one part per bad line: then nothing of it is kept
	 */
	public void read(long rollId, byte[] sheet, int units, long area, Viewer viewer) {
		imports.read(rollId, sheet, new Declared(units, area), viewer);
	}

	/**
	 * Fixes the roll and publishes its numbers and its fingerprint; {@link RollFrozen} is announced.
	 *
	 * @throws Refusal 422 for an empty roll or open objections, 409 if it is frozen already
	 */
	public RollFacts freeze(long rollId, Viewer viewer) {
		return freeze.freeze(rollId, viewer);
	}

	/** Whether somebody of that name stands in the roll as an owner of the unit: who may be a candidate, who may ask. */
	public boolean owns(long rollId, String unitCode, String name) {
		return units.find(rollId, unitCode).filter(unit -> !unit.unsold()).stream()
				.anyMatch(unit -> owners.ofUnit(unit.id()).stream().anyMatch(owner -> owner.name().equals(name)));
	}
}

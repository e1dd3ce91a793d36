package cn.cuobian.votes;


import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** Fixes a roll: from here on its units, heads, area and fingerprint are public and every vote counts by them. */
@Component
class RollFreeze {

	private final RollRows rolls;
	private final RollRights rights;
	private final RollUnits units;
	private final RollHeads heads;
	private final RollLines lines;
	private final RollObjections objections;
	private final RollRecord record;
	private final ApplicationEventPublisher events;

	RollFreeze(RollRows rolls, RollRights rights, RollUnits units, RollHeads heads, RollLines lines, RollObjections objections,
			RollRecord record, ApplicationEventPublisher events) {
		this.rolls = rolls;
		this.rights = rights;
		this.units = units;
		this.heads = heads;
		this.lines = lines;
		this.objections = objections;
		this.record = record;
		this.events = events;
	}

	/** @throws Refusal 422 for an empty roll or open objections, 409 if it is frozen already */
	@Transactional
	public RollFacts freeze(long rollId, Viewer viewer) {
		var roll = rolls.lock(rollId);
		rights.require(viewer, roll);
		requireReady(roll);
		var fingerprint = write(roll);
		rolls.freeze(rollId, fingerprint, viewer.personId());
		record.add(rollId, RollAct.FROZEN, "", viewer.personId());
		var frozen = rolls.find(rollId).orElseThrow();
		events.publishEvent(new RollFrozen(rollId, frozen.place(), frozen.units(), frozen.heads(), frozen.area(), fingerprint));
		return frozen;
	}

	/**
	 * The same for somebody who looked at the roll and pressed a button.
	 *
	 * @param edition of the roll he saw
	 * @throws Refusal 409 if it has changed since
	 */
	@Transactional
	public void asSeen(long rollId, String edition, Viewer viewer) {
		rights.require(viewer, rolls.lock(rollId));
		if (!edition.equals(String.valueOf(rolls.edition(rollId)))) {
			throw new Refusal("votes.roll-freeze-changed").status(HttpStatus.CONFLICT);
		}
		freeze(rollId, viewer);
	}

	/** Counts the roll from its lines, writes its heads and returns the fingerprint. */
	String write(RollFacts roll) {
		var counted = Heads.of(roll.parking(), units.lots(roll.id()));
		var fingerprint = lines.seal(roll.id(), heads.write(roll.id(), counted));
		heads.removeEmpty(roll.id());
		rolls.count(roll.id(), counted.units(), counted.count(), counted.area());
		return fingerprint;
	}

	private void requireReady(RollFacts roll) {
		if (roll.isFrozen()) {
			throw new Refusal("votes.roll-frozen").status(HttpStatus.CONFLICT);
		}
		if (roll.heads() == 0) {
			throw new Refusal("votes.roll-empty");
		}
		var open = objections.open(roll.id());
		if (open > 0) {
			throw new Refusal("votes.roll-objections-open", String.valueOf(open));
		}
	}
}

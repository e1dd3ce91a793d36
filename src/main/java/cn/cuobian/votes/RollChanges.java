package cn.cuobian.votes;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/**
 * Changes to one unit. A draft changes with a reason. A frozen roll changes by a correction: with an objection that was
 * upheld and the words of the decision, and only until a vote on it has opened its box, because a box counts by the
 * numbers that were published when it was opened.
 */
@Component
class RollChanges {

	private final JdbcClient db;
	private final RollUse use;
	private final RollRows rolls;
	private final RollRights rights;
	private final RollUnits units;
	private final RollOwners owners;
	private final RollFreeze freeze;
	private final RollObjections objections;
	private final RollRecord record;
	private final ApplicationEventPublisher events;

	RollChanges(JdbcClient db, RollUse use, RollRows rolls, RollRights rights, RollUnits units, RollOwners owners, RollFreeze freeze,
			RollObjections objections, RollRecord record, ApplicationEventPublisher events) {
		this.db = db;
		this.use = use;
		this.rolls = rolls;
		this.rights = rights;
		this.units = units;
		this.owners = owners;
		this.freeze = freeze;
		this.objections = objections;
		this.record = record;
		this.events = events;
	}

	/**
	 * What a change rests on.
	 *
	 * @param reason in a draft; the decision in a frozen roll
	 * @param objection that was upheld; null in a draft
	 */
	record Ground(String reason, Long objection) {
	}

	/** @throws Refusal as a file would be refused */
	@Transactional
	public void area(long rollId, String code, String area, Ground ground, Viewer viewer) {
		var unit = begin(rollId, code, ground, viewer, true);
		var cells = new UnitCells(0, Map.of(RollColumn.AREA, RollTable.plain(area == null ? "" : area)));
		var metres = cells.area();
		if (!cells.errors().isEmpty()) {
			throw cells.errors().get(0).refusal();
		}
		requireDifferent(unit.area() != metres);
		units.change(unit, metres);
		finish(rollId, RollAct.AREA, code, ground, SquareMetres.text(unit.area()), SquareMetres.text(metres), viewer);
	}

	/** Gives the unit to other owners, or the developer what he turns out not to have sold. */
	@Transactional
	public void owners(long rollId, String code, Map<RollColumn, String> written, Ground ground, Viewer viewer) {
		var unit = begin(rollId, code, ground, viewer, true);
		var before = names(unit);
		var line = line(unit, written);
		var kept = owners.keep(rollId, rolls.keys(rolls.find(rollId).orElseThrow()), List.of(line), new RollIds(db));
		units.change(unit, line, kept);
		finish(rollId, RollAct.OWNERS, code, ground, before, names(unit), viewer);
	}

	/** Co-owners have chosen another of them to vote (Guiding Rules, article 25). Neither heads nor areas change. */
	@Transactional
	public void representative(long rollId, String code, long owner, Ground ground, Viewer viewer) {
		var unit = begin(rollId, code, ground, viewer, false);
		var all = owners.ofUnit(unit.id());
		var before = all.stream().filter(RollOwner::representative).map(RollOwner::name).collect(Collectors.joining("、"));
		var after = all.stream().filter(one -> one.id() == owner).findFirst().orElseThrow(() -> Refusal.onField("owner", "votes.roll-no-such-owner"));
		requireDifferent(!after.representative());
		units.represent(unit, owner);
		finish(rollId, RollAct.REPRESENTATIVE, code, ground, before, after.name(), viewer);
	}

	private RollUnit begin(long rollId, String code, Ground ground, Viewer viewer, boolean touchesNumbers) {
		var roll = rolls.lock(rollId);
		rights.require(viewer, roll);
		var unit = units.find(rollId, code).orElseThrow(Refusal::notFound);
		RollReason.of(ground.reason());
		if (roll.isFrozen()) {
			use.requireNoBox(rollId);
			if (touchesNumbers) {
				requireUpheld(rollId, code, ground.objection());
			}
		}
		return unit;
	}

	private void requireUpheld(long rollId, String code, Long objection) {
		var upheld = objection != null && objections.find(rollId, objection)
				.filter(one -> one.state() == ObjectionState.UPHELD && one.unit().equals(code)).isPresent();
		if (!upheld) {
			throw Refusal.onField("objection", "votes.roll-correction-objection");
		}
	}

	private void finish(long rollId, RollAct act, String code, Ground ground, String before, String after, Viewer viewer) {
		var roll = rolls.find(rollId).orElseThrow();
		if (roll.isFrozen()) {
			rolls.fingerprint(rollId, freeze.write(roll));
		} else {
			var totals = RollTotals.of(roll.parking(), units.lots(rollId));
			rolls.count(rollId, totals.units(), totals.heads(), totals.area());
		}
		owners.forgetStrangers(rollId);
		record.add(rollId, act, code, RollReason.of(ground.reason()), before, after, ground.objection(), viewer.personId());
		var now = rolls.find(rollId).orElseThrow();
		if (now.isFrozen() && act != RollAct.REPRESENTATIVE) {
			events.publishEvent(new RollCorrected(rollId, now.place(), now.units(), now.heads(), now.area(), now.fingerprint(), roll.fingerprint()));
		}
	}

	/** The form's cells, read and refused as those of a file. */
	private static UnitLine line(RollUnit unit, Map<RollColumn, String> written) {
		var cells = new EnumMap<RollColumn, String>(RollColumn.class);
		written.forEach((column, text) -> cells.put(column, RollTable.plain(text == null ? "" : text)));
		cells.putAll(Map.of(RollColumn.UNIT, unit.code(), RollColumn.BUILDING, unit.building(), RollColumn.AREA, SquareMetres.text(unit.area()),
				RollColumn.USE, unit.use().name()));
		var read = new UnitCells(0, cells);
		return read.line().orElseThrow(() -> Refusal.several(read.errors().stream().map(error -> error.refusal()).toList()));
	}

	private String names(RollUnit unit) {
		return owners.ofUnit(unit.id()).stream().map(RollOwner::name).collect(Collectors.joining("、"));
	}

	private static void requireDifferent(boolean different) {
		if (!different) {
			throw new Refusal("votes.roll-nothing-changed");
		}
	}
}

package cn.cuobian.votes;

import java.util.List;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.cuobian.paper.Press;
import cn.cuobian.paper.QrCode;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Places;

/**
 * The notice every owner gets of a frozen roll: what it says about his unit, and the code by which he finds his line in
 * the published list. Printed by building, on record: it is the roll with all its names.
 */
@Component
class RollPrint {

	private static final Map<String, String> USES = Map.of("DWELLING", "住宅", "SHOP", "商铺", "PARKING", "车位");

	private final Rolls rolls;
	private final RollRights rights;
	private final RollUnits units;
	private final RollLines lines;
	private final RollRecord record;
	private final Places places;
	private final Press press;
	private final String address;

	RollPrint(Rolls rolls, RollRights rights, RollUnits units, RollLines lines, RollRecord record, Places places, Press press,
			@Value("${cuobian.address}") String address) {
		this.rolls = rolls;
		this.rights = rights;
		this.units = units;
		this.lines = lines;
		this.record = record;
		this.places = places;
		this.press = press;
		this.address = address;
	}

	/**
	 * @param building as the roll calls it
	 * @return a PDF
	 * @throws Refusal 409 for a draft, 422 without a reason or for an unknown building
	 */
	@Transactional
	public byte[] slips(long rollId, String building, String reason, Viewer viewer) {
		var roll = rolls.of(rollId);
		rights.require(viewer, roll);
		if (!roll.isFrozen()) {
			throw new Refusal("votes.roll-print-frozen").status(HttpStatus.CONFLICT);
		}
		var codes = units.codes(rollId, building);
		if (codes.isEmpty()) {
			throw Refusal.onField("building", "votes.roll-no-building");
		}
		record.add(rollId, RollAct.PRINTED, building, RollReason.of(reason), "", "", null, viewer.personId());
		return printed(roll, lines.of(rollId).stream().filter(line -> codes.contains(line.code()))
				.sorted(Comparator.comparing(RollLine::code, DoorOrder.OF_CODES)).toList());
	}

	private byte[] printed(RollFacts roll, List<RollLine> slips) {
		if (!press.ready()) {
			throw new Refusal("votes.roll-no-font").status(HttpStatus.SERVICE_UNAVAILABLE);
		}
		var page = address + "/rolls/public/" + roll.id();
		return press.print("votes/print/roll-slips", Map.of("roll", roll, "lines", slips, "words", USES, "address", page,
				"place", places.fullNameOf(roll.place(), Locale.SIMPLIFIED_CHINESE), "qr", QrCode.asDataUrl(page + "/check")));
	}
}

package cn.cuobian.votes;

import cn.cuobian.refusals.Refusal;

/**
 * What the officer says the sheet adds up to, read from its paper or its sender's letter, so that a lost line shows.
 *
 * @param units lines with a unit, parking spaces too
 * @param area of all of them, in 0.01 m²
 */
record Declared(int units, long area) {

	/** @throws Refusal beside the field that is no number */
	static Declared of(String units, String area) {
		var count = RollTable.plain(units == null ? "" : units);
		var metres = RollTable.plain(area == null ? "" : area).replace(",", "");
		if (!count.matches("\\d{1,6}")) {
			throw Refusal.onField("units", "votes.roll-declared-units");
		}
		return new Declared(Integer.parseInt(count), SquareMetres.parse(metres)
				.orElseThrow(() -> Refusal.onField("area", "votes.roll-declared-area")));
	}
}

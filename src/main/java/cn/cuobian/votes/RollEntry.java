package cn.cuobian.votes;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A line of a roll's record, with the totals after it.
 *
 * @param unit null when it is about the whole roll
 * @param before of the unit, empty when the act changed none
 * @param objection that led to it, or null
 * @param area in 0.01 m²
 * @param fingerprint null before the freeze
 */
record RollEntry(long id, RollAct act, String unit, String reason, String before, String after, Long objection, int units,
		int heads, long area, String fingerprint, Instant at, long person) {

	/** The same with names as {@code 张**}. */
	RollEntry masked() {
		return act.isAboutPeople()
				? new RollEntry(id, act, unit, reason, mask(before), mask(after), objection, units, heads, area, fingerprint, at, person) : this;
	}

	private static String mask(String names) {
		return names.isEmpty() ? "" : Arrays.stream(names.split("、")).map(Masked::name).collect(Collectors.joining("、"));
	}
}

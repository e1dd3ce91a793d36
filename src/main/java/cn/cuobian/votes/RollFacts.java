package cn.cuobian.votes;

/**
 * What everybody may know about a roll.
 *
 * @param parking whether the area of parking spaces counts
 * @param units that count; of a draft as it stands now
 * @param heads voters by SPC interpretation on divided ownership, article 9
 * @param area of the units that count, in 0.01 m²
 * @param fingerprint SHA-256 of the list of line hashes, null in a draft
 */
public record RollFacts(long id, String place, String title, boolean parking, RollState state, int units, int heads,
		long area, String fingerprint) {

	public boolean isFrozen() {
		return state == RollState.FROZEN;
	}
}

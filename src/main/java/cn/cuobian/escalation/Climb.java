package cn.cuobian.escalation;

import cn.cuobian.matters.Tier;

/**
 * How far a matter has climbed.
 *
 * @param tier where it stands, or where it was solved
 */
record Climb(long matterId, Talk talk, Tier tier) {

	/** Where a matter goes on that the resident wants done again: one tier higher, the leader has none above him. */
	Tier next() {
		return tier == Tier.LEADER ? Tier.LEADER : Tier.values()[tier.ordinal() + 1];
	}
}

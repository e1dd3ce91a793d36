package cn.cuobian.votes;

import java.util.List;

/**
 * A unit as written in a file or a form, with every value read.
 *
 * @param number line of the file
 * @param area in 0.01 m²
 * @param representative index of the owner who votes for the others; -1 when there is no owner
 * @param named whether the file names the representative; else the first owner stands until they say otherwise
 */
record UnitLine(long number, String code, String building, long area, UnitUse use, Sale sale, List<OwnerLine> owners,
		int representative, boolean named) {

	public boolean unsold() {
		return sale != Sale.SOLD;
	}

	/** Who they are, in the order written; the developer is one, whatever stands beside his name. */
	List<String> identities() {
		return owners.stream().map(owner -> unsold() ? owner.name() + "|developer" : owner.identity(code)).toList();
	}

	Lot lot() {
		var identities = identities();
		return new Lot(code, use, area, unsold(), identities, representative < 0 ? null : identities.get(representative));
	}
}

package cn.cuobian.votes;

import java.util.Collection;

/**
 * What a roll adds up to.
 *
 * @param lines all units, parking spaces too
 * @param wholeArea of all of them, in 0.01 m²
 * @param units those that count
 * @param area of those that count, in 0.01 m²
 * @param unsold units that vote with the developer
 * @param shared units with several owners
 * @param several heads with several units, the developer left out
 * @param parking spaces
 * @param parkingArea of them, in 0.01 m²
 */
record RollTotals(int lines, long wholeArea, int units, int heads, long area, int unsold, int shared, int several,
		int parking, long parkingArea) {

	static RollTotals of(boolean parking, Collection<Lot> lots) {
		var heads = Heads.of(parking, lots);
		var spaces = lots.stream().filter(Lot::isParking).toList();
		return new RollTotals(lots.size(), area(lots), heads.units(), heads.count(), heads.area(),
				(int) lots.stream().filter(Lot::unsold).count(),
				(int) lots.stream().filter(lot -> lot.owners().size() > 1).count(),
				(int) heads.all().stream().filter(head -> head.kind() == HeadKind.OWNER && head.lots().size() > 1).count(),
				spaces.size(), area(spaces));
	}

	private static long area(Collection<Lot> lots) {
		return lots.stream().mapToLong(Lot::area).sum();
	}
}

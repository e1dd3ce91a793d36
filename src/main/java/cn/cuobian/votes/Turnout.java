package cn.cuobian.votes;

/**
 * How many have voted so far, on both axes, and nothing about what.
 *
 * @param all the frozen roll
 * @param voted heads with a ballot in the box, and their area
 * @param gate for taking part
 */
public record Turnout(Weight all, Weight voted, Gate gate) {

	/** The gate as it would decide now; invalid ballots may still take heads away from it. */
	public Ruling now() {
		return gate.over(voted, all);
	}

	/** What is still missing on each axis, the least that is enough; nothing where it is reached. */
	public Weight missing() {
		return new Weight(Math.max(0, needed(all.area()) - voted.area()), (int) Math.max(0, needed(all.heads()) - voted.heads()));
	}

	/** Who can still vote. */
	public Weight left() {
		return new Weight(all.area() - voted.area(), all.heads() - voted.heads());
	}

	/** The smallest number that passes the gate. */
	private long needed(long of) {
		long share = Math.multiplyExact(gate.part(), of);
		return gate.more() ? share / gate.whole() + 1 : -Math.floorDiv(-share, (long) gate.whole());
	}

	/** In thousandths of all, for a bar: area. */
	public int areaPermille() {
		return permille(voted.area(), all.area());
	}

	/** In thousandths of all, for a bar: heads. */
	public int headsPermille() {
		return permille(voted.heads(), all.heads());
	}

	private static int permille(long some, long of) {
		return of == 0 ? 0 : (int) (1000 * some / of);
	}
}

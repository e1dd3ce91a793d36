package cn.cuobian.votes;

/**
 * What counts on the two axes of every owners' vote (双): exclusive area and heads (Civil Code 278).
 *
 * @param area in 0.01 m²
 * @param heads owners, by the rule of {@code SPC-BOD} article 9: one however many units
 */
public record Weight(long area, int heads) {

	public static final Weight NONE = new Weight(0, 0);

	/** @throws IllegalArgumentException for less than nothing */
	public Weight {
		if (area < 0 || heads < 0) {
			throw new IllegalArgumentException("There is no weight of %d hundredths of a square metre and %d heads".formatted(area, heads));
		}
	}

	/** @throws ArithmeticException beyond what a {@code long} can hold: never a wrong sum */
	public Weight plus(Weight other) {
		return new Weight(Math.addExact(area, other.area), Math.addExact(heads, other.heads));
	}
}

package cn.cuobian.votes;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a gate decided, with the numbers it decided on.
 *
 * @param some who took part, or agreed
 * @param of all who had to be counted
 */
public record Ruling(Gate gate, Weight some, Weight of, boolean byArea, boolean byHeads) {

	private static final int HUNDREDTHS = 2;

	/** On both axes. */
	public boolean passed() {
		return byArea && byHeads;
	}

	/** The two comparisons as they were made, area first: {@code 3 × 7000.00 = 21000.00 ≥ 2 × 10000.00 = 20000.00}. */
	public List<String> arithmetic() {
		return List.of(compared(square(some.area()), square(of.area()), byArea),
				compared(BigDecimal.valueOf(some.heads()), BigDecimal.valueOf(of.heads()), byHeads));
	}

	private String compared(BigDecimal left, BigDecimal right, boolean reached) {
		String sign = gate.more() ? reached ? ">" : "≤" : reached ? "≥" : "<";
		return times(gate.whole(), left) + " " + sign + " " + times(gate.part(), right);
	}

	private static String times(int factor, BigDecimal number) {
		return factor == 1 ? number.toPlainString()
				: factor + " × " + number.toPlainString() + " = " + number.multiply(BigDecimal.valueOf(factor)).toPlainString();
	}

	/** In m². */
	private static BigDecimal square(long area) {
		return BigDecimal.valueOf(area, HUNDREDTHS);
	}
}

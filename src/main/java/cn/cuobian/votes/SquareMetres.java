package cn.cuobian.votes;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Areas as whole numbers of 0.01 m²: read and shown with two decimals, and never rounded. */
public final class SquareMetres {

	/** Ten square kilometres; beyond it somebody typed a telephone number. */
	static final long MOST = 1_000_000_000L;
	private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,20})?");
	private static final int DECIMALS = 2;

	private SquareMetres() {
	}

	/** 8950 as 89.50. */
	public static String text(long area) {
		return BigDecimal.valueOf(area, DECIMALS).toPlainString();
	}

	/** 89.5 as 8950; empty when the text is no number, is below zero or has more than two decimals. */
	public static OptionalLong parse(String text) {
		if (!isNumber(text) || decimals(text) > DECIMALS) {
			return OptionalLong.empty();
		}
		var area = new BigDecimal(text).movePointRight(DECIMALS).longValueExact();
		return area < 0 || area > MOST ? OptionalLong.empty() : OptionalLong.of(area);
	}

	static boolean isNumber(String text) {
		return text != null && NUMBER.matcher(text).matches();
	}

	/** Decimals that mean something: 89.500 has one. */
	static int decimals(String number) {
		return Math.max(0, new BigDecimal(number).stripTrailingZeros().scale());
	}
}

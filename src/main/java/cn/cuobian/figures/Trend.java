package cn.cuobian.figures;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The months before and with the one that is shown, as bars that are drawn by the server.
 *
 * @param bars from the oldest month to the newest
 */
record Trend(List<Bar> bars) {

	static final int MONTHS = 6;

	private static final int HEIGHT = 80;
	private static final int BASE = 100;
	private static final int STEP = 56;
	private static final int MARGIN = 8;

	/** All lengths in the units of the drawing; {@code y} is the top of the bar. */
	public record Bar(YearMonth month, String label, long value, int x, int y, int height) {

		/** Where the number above the bar stands. */
		public int numberAt() {
			return y - 4;
		}
	}

	static List<YearMonth> upTo(YearMonth last) {
		return IntStream.range(0, MONTHS).mapToObj(i -> last.minusMonths(MONTHS - 1L - i)).toList();
	}

	/** @param values one for each month, null for what has too few cases */
	static Trend of(List<YearMonth> months, List<? extends Number> values) {
		double most = values.stream().filter(value -> value != null).mapToDouble(Number::doubleValue).max().orElse(1);
		return new Trend(IntStream.range(0, months.size()).filter(i -> values.get(i) != null)
				.mapToObj(i -> bar(months.get(i), i, values.get(i).doubleValue(), Math.max(most, 1))).toList());
	}

	private static Bar bar(YearMonth month, int index, double value, double most) {
		int height = (int) Math.round(HEIGHT * value / most);
		return new Bar(month, String.valueOf(month.getMonthValue()), Math.round(value), MARGIN + index * STEP, BASE - height, height);
	}
}

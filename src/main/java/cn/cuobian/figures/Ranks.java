package cn.cuobian.figures;

import java.util.List;

/** Nearest-rank percentiles: always a value that really occurred. */
final class Ranks {

	private static final int WHOLE = 100;

	private Ranks() {
	}

	/** The smallest value that at least {@code percent} of all do not exceed; null without any. */
	static Integer of(List<Integer> values, int percent) {
		if (values.isEmpty()) {
			return null;
		}
		int rank = (values.size() * percent + WHOLE - 1) / WHOLE;
		return values.stream().sorted().skip(Math.max(rank, 1) - 1L).findFirst().orElseThrow();
	}
}

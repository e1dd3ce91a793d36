package cn.cuobian.figures;

import java.util.List;

/** Clocks that ended, by the share of their limit they had used: what is likely for one that has used so much already. */
final class Past {

	/** The fewest clocks from which anything is foretold. */
	static final int MINIMUM = 20;

	private static final int WHOLE = 1_000;

	private final int[] used;
	private final int[] lateFrom;

	/** @param ended in any order */
	Past(List<Ended> ended) {
		List<Ended> sorted = ended.stream().sorted((one, other) -> Integer.compare(one.used(), other.used())).toList();
		used = sorted.stream().mapToInt(Ended::used).toArray();
		lateFrom = new int[used.length + 1];
		for (int i = used.length - 1; i >= 0; i--) {
			lateFrom[i] = lateFrom[i + 1] + (sorted.get(i).late() ? 1 : 0);
		}
	}

	/** @param used thousandths of the limit */
	record Ended(int used, boolean late) {
	}

	/** How many had used at least so much when they ended. */
	int beyond(int permille) {
		return used.length - first(permille);
	}

	/** How many in a thousand of those ended too late. */
	int latePermille(int permille) {
		return (int) Math.round((double) WHOLE * lateFrom[first(permille)] / beyond(permille));
	}

	/** The share half of those had used when they ended. */
	int median(int permille) {
		return used[first(permille) + (beyond(permille) - 1) / 2];
	}

	private int first(int permille) {
		int low = 0;
		int high = used.length;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (used[middle] < permille) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}
}

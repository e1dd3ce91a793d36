package cn.cuobian.design.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Which of several things changed their place among the others: as few as possible. */
final class Order {

	private Order() {
	}

	/**
	 * @param places the old place of each, in the new order
	 * @return indexes of those that moved: all but a longest ascending run
	 */
	static Set<Integer> moved(List<Integer> places) {
		TreeMap<Integer, Integer> ends = new TreeMap<>(); // last place of a run by the index that ends it
		int[] before = new int[places.size()];
		for (int i = 0; i < places.size(); i++) {
			var lower = ends.lowerEntry(places.get(i));
			before[i] = lower == null ? -1 : lower.getValue();
			var higher = ends.ceilingKey(places.get(i));
			if (higher != null) {
				ends.remove(higher);
			}
			ends.put(places.get(i), i);
		}
		Set<Integer> moved = new HashSet<>(indexes(places.size()));
		for (int i = ends.isEmpty() ? -1 : ends.lastEntry().getValue(); i >= 0; i = before[i]) {
			moved.remove(i);
		}
		return moved;
	}

	private static List<Integer> indexes(int count) {
		var indexes = new Integer[count];
		Arrays.setAll(indexes, i -> i);
		return new ArrayList<>(List.of(indexes));
	}
}

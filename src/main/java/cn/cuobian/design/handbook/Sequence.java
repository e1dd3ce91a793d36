package cn.cuobian.design.handbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

import cn.cuobian.design.reading.Part;

/** Puts the elements of a procedure into one row: whatever leads to an element stands before it, ways back left aside. */
final class Sequence {

	private final Ways ways;
	/** In the order in which one comes to them first. */
	private final Map<Part, Integer> found = new LinkedHashMap<>();
	private final Set<Part> onTheWay = new HashSet<>();
	private final Map<Part, List<Part>> forward = new HashMap<>();
	private final Map<Part, Integer> waitsFor = new HashMap<>();

	Sequence(Ways ways) {
		this.ways = ways;
	}

	/** Walks all ways from here that nobody has walked yet. */
	void from(Part part) {
		if (found.containsKey(part)) {
			return;
		}
		found.put(part, found.size());
		onTheWay.add(part);
		for (Part next : ways.after(part)) {
			if (!onTheWay.contains(next)) {
				forward.computeIfAbsent(part, first -> new ArrayList<>()).add(next);
				waitsFor.merge(next, 1, Integer::sum);
				from(next);
			}
		}
		onTheWay.remove(part);
	}

	List<Part> sorted() {
		var ready = new PriorityQueue<Part>(Comparator.comparing(found::get));
		found.keySet().stream().filter(part -> !waitsFor.containsKey(part)).forEach(ready::add);
		List<Part> sorted = new ArrayList<>();
		while (!ready.isEmpty()) {
			var part = ready.poll();
			sorted.add(part);
			forward.getOrDefault(part, List.of()).stream().filter(next -> waitsFor.merge(next, -1, Integer::sum) == 0).forEach(ready::add);
		}
		return sorted;
	}
}

package cn.cuobian.relocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks at both houses before anything is carried, and changes neither. */
class Look {

	private final KeyCheck keys;

	Look(KeyCheck keys) {
		this.keys = keys;
	}

	/** Rows of each table that will be carried. */
	Map<String, Long> counts(OldHouse from) {
		var counts = new TreeMap<String, Long>();
		Table.of(from.db()).forEach((name, table) -> counts.put(name, table.count(from.db())));
		return counts;
	}

	/** All that is in the way, at once. */
	List<Hindrance> hindrances(OldHouse from, NewHouse to) {
		var found = new ArrayList<Hindrance>();
		var differing = differing(from.migrations(), to.migrations());
		if (!differing.isEmpty()) {
			found.add(new Hindrance("versions-differ", Speech.listed(differing)));
		}
		var inhabited = to.inhabited();
		if (!inhabited.isEmpty()) {
			found.add(new Hindrance("target-not-empty", Speech.listed(inhabited)));
		}
		var locked = keys.locked(from.db());
		if (!locked.isEmpty()) {
			found.add(new Hindrance("key-missing", Speech.listed(locked)));
		}
		return found;
	}

	/** Migrations that only one of them has, or that are not the same on both. */
	private static List<String> differing(Map<String, Integer> passed, Map<String, Integer> known) {
		var all = new TreeSet<>(passed.keySet());
		all.addAll(known.keySet());
		return all.stream().filter(version -> !passed.containsKey(version) || !known.containsKey(version)
				|| !Objects.equals(passed.get(version), known.get(version))).toList();
	}
}

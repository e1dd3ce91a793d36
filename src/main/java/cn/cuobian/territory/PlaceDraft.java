package cn.cuobian.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import cn.cuobian.refusals.Refusal;

/** Lays the lines of a file over the tree as it stands and says what would change or why it cannot. */
final class PlaceDraft {

	private final Map<String, Place> standing = new LinkedHashMap<>();
	private final Map<String, PlaceLine> lines = new LinkedHashMap<>();
	private final List<LineError> errors = new ArrayList<>();
	private final List<Place> added = new ArrayList<>();
	private final List<Place> changed = new ArrayList<>();
	private int unchanged;

	private final Set<String> unreadable;

	private PlaceDraft(Collection<Place> standing, Set<String> unreadable) {
		this.unreadable = unreadable;
		standing.forEach(place -> this.standing.put(place.code(), place));
	}

	static ImportPreview of(PlaceFile file, Collection<Place> standing) {
		var draft = new PlaceDraft(standing, file.unreadable);
		draft.errors.addAll(file.errors);
		file.lines.forEach(draft::take);
		draft.lines.values().forEach(draft::check);
		draft.errors.sort(Comparator.comparingLong(LineError::line));
		if (draft.errors.isEmpty()) {
			draft.compare();
		}
		return new ImportPreview(draft.added, draft.changed, draft.unchanged, draft.errors);
	}

	private void take(PlaceLine line) {
		var earlier = lines.putIfAbsent(line.code(), line);
		if (earlier != null) {
			refuse(line, "territory.duplicate-code", line.code(), String.valueOf(earlier.number()));
		}
	}

	private void check(PlaceLine line) {
		if (line.parent() == null) {
			if (line.level() != Level.PREFECTURE) {
				refuse(line, "territory.parent-missing", line.code());
			}
		} else if (unreadable.contains(line.parent())) {
			return;
		} else if (levelOf(line.parent()) == null) {
			refuse(line, "territory.unknown-parent", line.parent());
		} else if (isOnCycle(line)) {
			refuse(line, "territory.cycle", line.code());
		} else if (!line.level().isBelow(levelOf(line.parent()))) {
			refuse(line, "territory.level-not-below", line.code(), line.parent());
		}
		checkStanding(line);
	}

	/** Open matters carry the path of their place: a place that moved would take them out of somebody's sight. */
	private void checkStanding(PlaceLine line) {
		var place = standing.get(line.code());
		if (place != null && (place.level() != line.level() || !Objects.equals(place.parent(), line.parent()))) {
			refuse(line, "territory.place-moved", line.code());
		}
	}

	private boolean isOnCycle(PlaceLine line) {
		var seen = new HashSet<String>();
		for (var at = line.code(); at != null; at = parentOf(at)) {
			if (!seen.add(at)) {
				return at.equals(line.code());
			}
		}
		return false;
	}

	private String parentOf(String code) {
		if (lines.containsKey(code)) {
			return lines.get(code).parent();
		}
		return standing.containsKey(code) ? standing.get(code).parent() : null;
	}

	private Level levelOf(String code) {
		if (lines.containsKey(code)) {
			return lines.get(code).level();
		}
		return standing.containsKey(code) ? standing.get(code).level() : null;
	}

	private void compare() {
		lines.values().stream().sorted(Comparator.comparing(PlaceLine::level))
				.forEach(line -> put(line.at(pathOf(line.parent()) + line.code() + "/")));
		lines.values().forEach(this::addBuildings);
	}

	private void put(Place place) {
		var before = standing.put(place.code(), place);
		if (before == null) {
			added.add(place);
		} else if (before.equals(place)) {
			unchanged++;
		} else {
			changed.add(place);
		}
	}

	/** A building that is already there keeps its name, and none is taken away when the count has become smaller. */
	private void addBuildings(PlaceLine line) {
		if (line.level() != Level.COMPOUND || line.buildings() == null) {
			return;
		}
		for (int i = 1; i <= line.buildings(); i++) {
			var code = line.code() + "-" + i;
			var known = standing.get(code);
			if (known == null) {
				put(new Place(code, line.code(), Level.BUILDING, i + "栋", "Building " + i,
						pathOf(line.code()) + code + "/", null, null, null, null, null, line.source()));
			} else if (!lines.containsKey(code)) {
				unchanged++;
			}
		}
	}

	private String pathOf(String code) {
		return code == null ? "/" : standing.get(code).path();
	}

	private void refuse(PlaceLine line, String rule, Object... arguments) {
		errors.add(new LineError(line.number(), new Refusal(rule, arguments)));
	}
}

package cn.cuobian.design;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import cn.cuobian.design.walk.Answer.Start;
import cn.cuobian.engine.inspection.ModelFile;

/** Which beginnings lead through a bundle: those whose procedure lies in it, or calls one that does. */
final class Starts {

	private static final Pattern CALL = Pattern.compile("calledElement=\"([^\"$]+)\"");
	/** Where no drawing of the bundle can be reached: its tables and limits are used by all, so one of each will do. */
	private static final int FEW = 2;

	private static final Pattern KIND = Pattern.compile("name=\"kind(\\.zh)?\" value=\"([^\"]+)\"");

	private final Map<String, Set<String>> calls = new HashMap<>();
	private final Map<String, String> rooms = new HashMap<>();
	private final Map<String, String> kinds = new TreeMap<>();

	Starts(Collection<ModelFile> house) {
		house.stream().filter(file -> file.name().endsWith(".bpmn")).forEach(this::read);
	}

	private void read(ModelFile file) {
		String key = file.name().substring(file.name().lastIndexOf('/') + 1, file.name().length() - ".bpmn".length());
		String text = new String(file.content(), StandardCharsets.UTF_8);
		rooms.put(key, file.room());
		calls.put(key, CALL.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet()));
		Map<Boolean, String> kind = KIND.matcher(text).results().collect(Collectors.toMap(found -> found.group(1) == null, found -> found.group(2), (one, other) -> one));
		if (kind.containsKey(true)) {
			kinds.put(kind.get(true), kind.getOrDefault(false, kind.get(true)));
		}
	}

	/** Code to name of every kind of matter that a drawing handles. */
	Map<String, String> kinds() {
		return kinds;
	}

	/** One of each procedure and level of place, as far as they concern the bundle: what spans one building begins elsewhere on the ladder. */
	List<Start> through(String bundle, List<Start> starts) {
		Set<String> seen = new HashSet<>();
		List<Start> each = starts.stream().filter(start -> seen.add(start.process() + " " + start.level())).toList();
		List<Start> through = each.stream().filter(start -> reached(start.process(), new HashSet<>()).stream()
				.anyMatch(process -> bundle.equals(rooms.get(process)))).toList();
		return through.isEmpty() ? each.subList(0, Math.min(FEW, each.size())) : through;
	}

	/**
	 * The beginning of a procedure itself, else one that comes by it.
	 *
	 * @param place where to begin; null for anywhere
	 */
	Optional<Start> leadingTo(String process, String place, List<Start> starts) {
		List<Start> there = starts.stream().filter(start -> place == null || place.equals(start.place())).toList();
		return there.stream().filter(start -> process.equals(start.process())).findFirst()
				.or(() -> there.stream().filter(start -> reached(start.process(), new HashSet<>()).contains(process)).findFirst());
	}

	private Set<String> reached(String process, Set<String> seen) {
		if (seen.add(process)) {
			calls.getOrDefault(process, Set.of()).forEach(called -> reached(called, seen));
		}
		return seen;
	}
}

package cn.cuobian.design;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import cn.cuobian.design.reading.Drawing;
import cn.cuobian.design.reading.Xml;
import cn.cuobian.design.walk.Answer.Start;
import cn.cuobian.engine.inspection.ModelFile;

/** Which beginnings lead through a bundle: those whose procedure lies in it, or calls one that does. */
final class Starts {

	/** The kind of matter that a drawing handles, and its name. */
	private static final String KIND = "camunda:property[kind]@value";
	private static final String KIND_NAME = "camunda:property[kind.zh]@value";
	/** Where no drawing of the bundle can be reached: its tables and limits are used by all, so one of each will do. */
	private static final int FEW = 2;

	private final Map<String, Set<String>> calls = new HashMap<>();
	private final Map<String, String> rooms = new HashMap<>();
	private final Map<String, String> kinds = new TreeMap<>();

	Starts(Collection<ModelFile> house) {
		house.stream().filter(file -> Paths.kind(file.path()).equals("bpmn")).forEach(this::read);
	}

	private void read(ModelFile file) {
		var parts = Xml.read(file.content()).map(Drawing::new).orElseGet(Drawing::none).parts().values();
		String key = Paths.key(file.path());
		rooms.put(key, file.room());
		calls.put(key, parts.stream().map(part -> part.fact("@calledElement")).filter(called -> !called.isEmpty()).collect(Collectors.toSet()));
		parts.stream().filter(part -> part.facts().containsKey(KIND))
				.forEach(part -> kinds.put(part.fact(KIND), part.facts().getOrDefault(KIND_NAME, part.fact(KIND))));
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

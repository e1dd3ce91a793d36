package cn.cuobian.design.handbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import cn.cuobian.design.reading.Drawing;
import cn.cuobian.design.reading.Part;
import cn.cuobian.design.reading.Phrase;

/** Follows the flows of a procedure: in which order its steps come, and where one goes on from each. */
final class Ways {

	private static final Set<String> INNER = Set.of("subProcess", "transaction", "adHocSubProcess");
	/** Where a way ends for the reader: somebody has to do something, or it is over. */
	private static final Set<String> STOPS = Set.of("userTask", "manualTask", "callActivity", "endEvent", "receiveTask", "intermediateCatchEvent", "eventBasedGateway",
			"subProcess", "transaction", "adHocSubProcess");

	/** Flows followed from one step: a drawing with more than that forks too often to be told in words. */
	private static final int MOST = 500;

	private final Map<String, Part> parts;
	private final Locale language;
	private int followed;

	Ways(Drawing drawing, Locale language) {
		this.parts = drawing.parts();
		this.language = language;
	}

	/** All elements, each after those that lead to it where no loop says otherwise; what happens beside the way comes last. */
	List<Part> inOrder() {
		var sequence = new Sequence(this);
		parts.values().stream().filter(part -> part.type().equals("startEvent") && part.fact("inside").isEmpty()).forEach(sequence::from);
		parts.values().stream().filter(part -> !part.isFlow()).forEach(sequence::from);
		return sequence.sorted();
	}

	/** Where one comes to from here: what stands inside, what hangs on the border, what follows. */
	List<Part> after(Part part) {
		List<Part> after = new ArrayList<>();
		if (INNER.contains(part.type())) {
			parts.values().stream().filter(inner -> inner.fact("inside").equals(part.id()) && inner.type().equals("startEvent")).forEach(after::add);
		}
		after.addAll(borders(part));
		flows(part).stream().map(flow -> parts.get(flow.fact("@targetRef"))).filter(Objects::nonNull).forEach(after::add);
		return after;
	}

	/** What hangs on the border of a step. */
	List<Part> borders(Part part) {
		return parts.values().stream().filter(event -> event.fact("@attachedToRef").equals(part.id())).toList();
	}

	private List<Part> flows(Part part) {
		return parts.values().stream().filter(flow -> flow.type().equals("sequenceFlow") && flow.fact("@sourceRef").equals(part.id())).toList();
	}

	/** Where it goes on from here, each with what the flows on the way are called. */
	List<Object> from(Part part) {
		List<Object> found = new ArrayList<>();
		followed = 0;
		flows(part).forEach(flow -> follow(flow, List.of(), new HashSet<>(Set.of(part.id())), found));
		return found.stream().distinct().toList();
	}

	private void follow(Part flow, List<Object> said, Set<String> passed, List<Object> found) {
		var target = parts.get(flow.fact("@targetRef"));
		List<Object> saying = new ArrayList<>(said);
		if (!flow.name().isEmpty()) {
			saying.add(answer(flow));
		}
		if (target == null || followed++ > MOST) {
			return;
		}
		if (STOPS.contains(target.type()) || !passed.add(target.id())) {
			found.add(way(saying, target));
		} else {
			flows(target).forEach(next -> follow(next, saying, new HashSet<>(passed), found));
		}
	}

	/** A bare yes or no needs its question. */
	private Object answer(Part flow) {
		var question = parts.get(flow.fact("@sourceRef"));
		return flow.name().zh().length() > 1 || question == null || question.name().isEmpty() ? flow.name()
				: Phrase.of("design.handbook.answer", question.name(), flow.name());
	}

	private Object way(List<Object> saying, Part target) {
		var where = Phrase.of(target.type().equals("endEvent") ? "design.handbook.to-end" : "design.handbook.to-step", name(target));
		return saying.isEmpty() ? where : Phrase.of("design.handbook.way", new Phrase.Listed(saying), where);
	}

	String name(Part part) {
		return part.name().isEmpty() ? part.id() : part.name().in(language);
	}
}

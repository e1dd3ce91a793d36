package cn.cuobian.engine.inspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One BPMN file, taken apart. */
final class Drawing {

	static final int MOST_STEPS = 500;

	private final ModelFile file;
	private final Document document;
	private final Map<String, Step> steps = new LinkedHashMap<>();
	private final Map<String, List<Step>> after = new LinkedHashMap<>();
	private final Map<String, List<Step>> before = new LinkedHashMap<>();

	Drawing(ModelFile file) {
		this.file = file;
		this.document = Xml.read(file.content());
		Xml.all(document, Xml.BPMN, "*").stream().filter(Step::isStep).map(Step::new)
				.forEach(step -> steps.put(step.id(), step));
		flows().forEach(this::connect);
	}

	private void connect(Element flow) {
		Step from = steps.get(flow.getAttribute("sourceRef"));
		Step to = steps.get(flow.getAttribute("targetRef"));
		if (from != null && to != null) {
			after.computeIfAbsent(from.id(), id -> new ArrayList<>()).add(to);
			before.computeIfAbsent(to.id(), id -> new ArrayList<>()).add(from);
		}
	}

	ModelFile file() {
		return file;
	}

	String key() {
		return file.key();
	}

	List<Element> processes() {
		return Xml.all(document, Xml.BPMN, "process");
	}

	boolean isTooLarge() {
		return steps.size() > MOST_STEPS;
	}

	List<Step> steps() {
		return List.copyOf(steps.values());
	}

	List<Step> steps(String type) {
		return steps.values().stream().filter(step -> step.type().equals(type)).toList();
	}

	Step step(String id) {
		return steps.get(id);
	}

	List<Element> flows() {
		return Xml.all(document, Xml.BPMN, "sequenceFlow");
	}

	List<Element> all(String namespace, String name) {
		return Xml.all(document, namespace, name);
	}

	/** Everything in which an expression may stand. */
	List<Element> elements() {
		return Stream.concat(all(Xml.BPMN, "*").stream(), all(Xml.CAMUNDA, "*").stream()).toList();
	}

	List<Step> after(Step step) {
		return after.getOrDefault(step.id(), List.of());
	}

	List<Step> before(Step step) {
		return before.getOrDefault(step.id(), List.of());
	}

	/** Steps and what hangs on their borders: all places a token on this step may go to next. */
	List<Step> next(Step step) {
		List<Step> next = new ArrayList<>(after(step));
		steps("boundaryEvent").stream().filter(event -> event.element().getAttribute("attachedToRef").equals(step.id()))
				.forEach(next::add);
		return next;
	}

	List<String> calls() {
		return steps("callActivity").stream().map(call -> call.element().getAttribute("calledElement"))
				.collect(Collectors.toList());
	}
}

package cn.cuobian.engine.inspection;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.w3c.dom.Element;

/** All models together, for the rules that look beyond one file. */
final class House {

	private static final String TIME_LIMITS = "time-limits";

	private final Map<String, Drawing> drawings = new HashMap<>();
	private final Map<String, FormAnswers> forms = new HashMap<>();
	private final Set<String> clockCodes = new HashSet<>();

	/** @param files only those that the guard let pass */
	House(Collection<ModelFile> files) {
		for (ModelFile file : files) {
			if (file.is("bpmn")) {
				drawings.put(file.key(), new Drawing(file));
			} else if (file.is("form")) {
				FormAnswers.read(file).ifPresent(form -> forms.put(file.room() + "/" + file.key(), form));
			} else if (file.key().equals(TIME_LIMITS)) {
				readClockCodes(file);
			}
		}
	}

	/** The first input of the table is the code. */
	private void readClockCodes(ModelFile file) {
		for (Element rule : Xml.all(Xml.read(file.content()), Xml.DMN, "rule")) {
			String code = Xml.children(rule, "inputEntry").get(0).getTextContent().strip();
			clockCodes.add(code.replace("\"", ""));
		}
	}

	Optional<Drawing> drawing(String key) {
		return Optional.ofNullable(drawings.get(key));
	}

	Optional<FormAnswers> form(String room, String id) {
		return Optional.ofNullable(forms.get(room + "/" + id));
	}

	boolean hasClock(String code) {
		return clockCodes.contains(code);
	}

	/** Forms that may have answered what this drawing asks: its own, and those of procedures it calls or that call it. */
	List<FormAnswers> formsAround(Drawing drawing) {
		Set<Drawing> around = new HashSet<>(Set.of(drawing));
		drawing.calls().forEach(called -> drawing(called).ifPresent(around::add));
		drawings.values().stream().filter(caller -> caller.calls().contains(drawing.key())).forEach(around::add);
		return around.stream().flatMap(each -> each.steps("userTask").stream()
				.flatMap(task -> form(each.file().room(), task.camunda("formRef")).stream())).collect(Collectors.toList());
	}
}

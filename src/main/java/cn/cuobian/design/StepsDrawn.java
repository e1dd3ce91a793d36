package cn.cuobian.design;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import cn.cuobian.design.reading.Drawing;
import cn.cuobian.design.reading.Part;
import cn.cuobian.design.reading.Xml;
import cn.cuobian.engine.inspection.ModelFile;

/** The steps of one drawing, as two drawings are compared step by step. */
final class StepsDrawn {

	private final Drawing drawing;

	/** @param file without steps where it cannot be read */
	StepsDrawn(ModelFile file) {
		drawing = Xml.read(file.content()).map(Drawing::new).orElseGet(Drawing::none);
	}

	/**
	 * @param name empty where none is drawn
	 * @param clock code of its time limit; null if it has none
	 * @param says all that is drawn of it, the events on its border and where it leads included
	 */
	record Step(String name, String clock, Set<String> says) {
	}

	Optional<Step> find(String id) {
		return Optional.ofNullable(drawing.parts().get(id))
				.map(part -> new Step(part.name().zh(), part.facts().get("camunda:property[clock]@value"), says(part)));
	}

	private Set<String> says(Part part) {
		Set<String> says = new TreeSet<>();
		says.add(part.toString());
		drawing.parts().values().stream().filter(flow -> flow.isFlow() && flow.fact("@sourceRef").equals(part.id())).forEach(flow -> says.add(flow.toString()));
		drawing.parts().values().stream().filter(event -> event.fact("@attachedToRef").equals(part.id())).forEach(event -> says.addAll(says(event)));
		return says;
	}
}

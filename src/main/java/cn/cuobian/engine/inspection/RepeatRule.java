package cn.cuobian.engine.inspection;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Repetitions within repetitions multiply: three of two hundred each are eight million tasks. Two levels are enough for
 * each candidate and each department that judges him. Nothing is repeated by time alone.
 */
final class RepeatRule implements Rule {

	private static final int MOST = 200;
	private static final int LEVELS = 2;
	private static final String REPEATED = "multiInstanceLoopCharacteristics";

	@Override
	public void inspect(Drawing drawing, House house, Findings findings) {
		for (Element loop : drawing.all(Xml.BPMN, REPEATED)) {
			Element step = (Element) loop.getParentNode();
			Load load = within(step).and(called(step, house, new HashSet<>()));
			if (load.times > MOST || load.levels > LEVELS) {
				findings.add(step.getAttribute("id"), "many-times-many", MOST, LEVELS);
			}
		}
		drawing.all(Xml.BPMN, "timeCycle").forEach(cycle -> findings.add(Steps.idAround(cycle), "literal-time"));
	}

	/** @param times as far as they are written as numbers */
	private record Load(long times, int levels) {

		static final Load NONE = new Load(1, 0);

		Load and(Load other) {
			return new Load(Math.min((long) MOST + 1, times * other.times), levels + other.levels);
		}

		static Load worst(Load one, Load other) {
			return new Load(Math.max(one.times, other.times), Math.max(one.levels, other.levels));
		}
	}

	/** The step itself and all around it. */
	private static Load within(Element step) {
		Load load = own(step);
		for (Node around = step.getParentNode(); around instanceof Element scope; around = around.getParentNode()) {
			load = load.and(own(scope));
		}
		return load;
	}

	private static Load own(Element step) {
		return Xml.children(step, REPEATED).stream().findFirst().map(loop -> new Load(times(loop), 1)).orElse(Load.NONE);
	}

	private static long times(Element loop) {
		Optional<String> written = Xml.children(loop, "loopCardinality").stream().map(count -> count.getTextContent().strip()).findFirst();
		return written.filter(number -> number.matches("\\d{1,6}")).map(Long::parseLong).orElse(1L);
	}

	/** What the procedures repeat that are called from the step, or from steps within it. */
	private static Load called(Element step, House house, Set<String> seen) {
		Load worst = Load.NONE;
		for (Element call : Xml.withSelf(step, "callActivity")) {
			String key = call.getAttribute("calledElement");
			if (seen.add(key)) {
				worst = Load.worst(worst, house.drawing(key).map(inner -> most(inner, house, seen)).orElse(Load.NONE));
			}
		}
		return worst;
	}

	private static Load most(Drawing drawing, House house, Set<String> seen) {
		Load worst = Load.NONE;
		for (Step step : drawing.steps()) {
			Load load = within(step.element());
			worst = Load.worst(worst, step.type().equals("callActivity") ? load.and(called(step.element(), house, seen)) : load);
		}
		return worst;
	}
}

package cn.cuobian.design.handbook;

import java.util.ArrayList;
import java.util.List;

import cn.cuobian.design.handbook.Outlines.Box;
import cn.cuobian.design.handbook.Outlines.Point;
import cn.cuobian.design.handbook.Picture.Stroke;
import cn.cuobian.design.reading.Part;

/** The shapes of the notation: events, gateways and steps with the little signs in them. */
final class Symbols {

	private Symbols() {
	}

	static List<Stroke> event(Part part, Box box) {
		List<Stroke> strokes = new ArrayList<>();
		double x = box.middle(), y = box.centre(), radius = box.width() / 2;
		boolean isSoft = "false".equals(part.fact("@cancelActivity")) || "false".equals(part.fact("@isInterrupting"));
		strokes.add(new Stroke(Outlines.circle(x, y, radius), part.type().equals("endEvent") ? Pen.END : isSoft ? Pen.SOFT_EVENT : Pen.EVENT));
		if (part.type().equals("boundaryEvent") || part.type().startsWith("intermediate")) {
			strokes.add(new Stroke(Outlines.circle(x, y, radius - 3.5), isSoft ? Pen.SOFT_EVENT : Pen.EVENT));
		}
		strokes.addAll(inEvent(part, x, y, radius * 0.5));
		return strokes;
	}

	private static List<Stroke> inEvent(Part part, double x, double y, double half) {
		if (has(part, "timerEventDefinition")) {
			return List.of(new Stroke(Outlines.circle(x, y, half * 1.1), Pen.THIN), line(x, y - half * 0.8, x, y, x + half * 0.6, y));
		}
		if (has(part, "messageEventDefinition")) {
			return List.of(new Stroke(Outlines.shape(x - half, y - half * 0.7, x + half, y - half * 0.7, x + half, y + half * 0.7, x - half, y + half * 0.7), Pen.THIN),
					line(x - half, y - half * 0.7, x, y + half * 0.1, x + half, y - half * 0.7));
		}
		if (has(part, "errorEventDefinition")) {
			return List.of(new Stroke(Outlines.shape(x - half, y + half, x - half * 0.3, y - half * 0.7, x + half * 0.3, y + half * 0.1, x + half, y - half,
					x + half * 0.3, y + half * 0.7, x - half * 0.3, y - half * 0.1), Pen.FILLED));
		}
		return has(part, "terminateEventDefinition") ? List.of(new Stroke(Outlines.circle(x, y, half), Pen.FILLED)) : List.of();
	}

	private static boolean has(Part part, String definition) {
		return part.facts().keySet().stream().anyMatch(fact -> fact.startsWith(definition));
	}

	static List<Stroke> gateway(Part part, Box box) {
		List<Stroke> strokes = new ArrayList<>();
		strokes.add(new Stroke(Outlines.diamond(box), Pen.GATEWAY));
		double x = box.middle(), y = box.centre(), arm = box.width() * 0.17;
		switch (part.type()) {
			case "parallelGateway" -> strokes.addAll(List.of(thick(x - arm * 1.3, y, x + arm * 1.3, y), thick(x, y - arm * 1.3, x, y + arm * 1.3)));
			case "exclusiveGateway" -> strokes.addAll(List.of(thick(x - arm, y - arm, x + arm, y + arm), thick(x + arm, y - arm, x - arm, y + arm)));
			case "eventBasedGateway" -> strokes.addAll(List.of(new Stroke(Outlines.circle(x, y, arm * 1.7), Pen.THIN), new Stroke(Outlines.circle(x, y, arm * 1.35), Pen.THIN),
					new Stroke(Outlines.shape(x, y - arm, x + arm, y - arm * 0.2, x + arm * 0.6, y + arm, x - arm * 0.6, y + arm, x - arm, y - arm * 0.2), Pen.THIN)));
			default -> strokes.add(new Stroke(Outlines.circle(x, y, arm * 1.2), Pen.THICK));
		}
		return strokes;
	}

	static List<Stroke> step(Part part, Box box) {
		var isOfPeople = part.type().equals("userTask") || part.type().equals("manualTask");
		List<Stroke> strokes = new ArrayList<>();
		strokes.add(new Stroke(Outlines.box(box, 8), part.type().equals("callActivity") ? Pen.CALL : isOfPeople ? Pen.PEOPLE : Pen.SYSTEM));
		if (isOfPeople) {
			double x = box.x() + 12, y = box.y() + 10;
			strokes.add(new Stroke(Outlines.circle(x, y, 3.2), Pen.THIN));
			strokes.add(new Stroke(Outlines.arch(x - 6, x + 6, y + 2, y + 10), Pen.THIN));
		}
		return strokes;
	}

	/** At the foot of a step: done many times at once, or one after the other. */
	static List<Stroke> below(Part part, Box box) {
		if (part.facts().keySet().stream().noneMatch(fact -> fact.startsWith("multiInstanceLoopCharacteristics"))) {
			return List.of();
		}
		double x = box.middle(), y = box.y() + box.height() - 10;
		boolean isOneByOne = "true".equals(part.fact("multiInstanceLoopCharacteristics@isSequential"));
		return isOneByOne ? List.of(thick(x - 6, y - 4, x + 6, y - 4), thick(x - 6, y, x + 6, y), thick(x - 6, y + 4, x + 6, y + 4))
				: List.of(thick(x - 5, y - 5, x - 5, y + 5), thick(x, y - 5, x, y + 5), thick(x + 5, y - 5, x + 5, y + 5));
	}

	private static Stroke line(double... places) {
		List<Point> points = new ArrayList<>();
		for (int i = 0; i < places.length; i += 2) {
			points.add(new Point(places[i], places[i + 1]));
		}
		return new Stroke(Outlines.line(points), Pen.THIN);
	}

	private static Stroke thick(double x1, double y1, double x2, double y2) {
		return new Stroke(Outlines.line(List.of(new Point(x1, y1), new Point(x2, y2))), Pen.THICK);
	}
}

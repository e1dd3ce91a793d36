package cn.cuobian.design.handbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;

import org.w3c.dom.Document;

import cn.cuobian.design.handbook.Outlines.Box;
import cn.cuobian.design.handbook.Outlines.Point;
import cn.cuobian.design.handbook.Picture.Stroke;
import cn.cuobian.design.handbook.Picture.Words;
import cn.cuobian.design.reading.Drawing;
import cn.cuobian.design.reading.Part;

/** Draws a procedure as its file lays it out. */
final class Painter {

	private static final Set<String> AREAS = Set.of("participant", "lane", "subProcess", "transaction", "adHocSubProcess", "group");
	private static final double SIZE = 12;
	private static final double SMALLEST = 9;
	private static final double MARGIN = 16;

	private final Drawing drawing;
	private final Layout layout;
	private final Locale language;
	private final List<Stroke> strokes = new ArrayList<>();
	private final List<Words> words = new ArrayList<>();

	private Painter(Document document, Locale language) {
		this.drawing = new Drawing(document);
		this.layout = new Layout(document);
		this.language = language;
	}

	static Picture paint(Document document, Locale language) {
		return new Painter(document, language).paint();
	}

	/** Areas first, then flows, then what stands upon them, borders last. */
	private Picture paint() {
		layout.shapes().entrySet().stream().filter(shape -> is(shape.getKey(), AREAS))
				.sorted(Comparator.comparingDouble(shape -> -shape.getValue().width() * shape.getValue().height()))
				.forEach(shape -> area(drawing.parts().get(shape.getKey()), shape.getValue()));
		layout.edges().forEach(this::edge);
		layout.shapes().forEach((id, box) -> node(id, box, false));
		layout.shapes().forEach((id, box) -> node(id, box, true));
		return framed();
	}

	private boolean is(String id, Set<String> types) {
		var part = drawing.parts().get(id);
		return part != null && types.contains(part.type());
	}

	private void area(Part part, Box box) {
		var isPool = part.type().equals("participant") || part.type().equals("lane");
		var pen = isPool ? Pen.POOL : "true".equals(part.fact("@triggeredByEvent")) ? Pen.EVENT_AREA : Pen.AREA;
		draw(Outlines.box(box, isPool ? 0 : 8), pen);
		var lines = Lines.wrap(name(part), SIZE, box.width() - 20);
		text(lines, box.middle(), box.y() + 6 + lines.size() * SIZE * 0.6, SIZE);
		Symbols.below(part, box).forEach(strokes::add);
	}

	private void edge(String id, List<Point> points) {
		var part = drawing.parts().get(id);
		var end = points.get(points.size() - 1);
		boolean isNote = part != null && !part.type().equals("sequenceFlow");
		draw(Outlines.line(points), isNote ? Pen.NOTE : Pen.FLOW);
		if (!isNote) {
			draw(Outlines.arrow(points.get(points.size() - 2), end, 9), Pen.FILLED);
		}
		if (part != null && !part.name().isEmpty()) {
			var middle = points.get(points.size() / 2 - (points.size() % 2 == 0 ? 1 : 0));
			label(part, layout.label(id).orElse(new Box(middle.x() + 2, middle.y() - 18, 60, 14)));
		}
	}

	private void node(String id, Box box, boolean onBorders) {
		var part = drawing.parts().get(id);
		if (part == null || AREAS.contains(part.type()) || part.type().equals("boundaryEvent") != onBorders) {
			return;
		}
		if (part.type().endsWith("Event")) {
			Symbols.event(part, box).forEach(strokes::add);
			outside(part, box);
		} else if (part.type().endsWith("Gateway")) {
			Symbols.gateway(part, box).forEach(strokes::add);
			outside(part, box);
		} else if (part.type().equals("textAnnotation")) {
			draw(Outlines.line(List.of(new Point(box.x() + 10, box.y()), new Point(box.x(), box.y()), new Point(box.x(), box.y() + box.height()), new Point(box.x() + 10, box.y() + box.height()))), Pen.THIN);
			inside(part, box);
		} else {
			Symbols.step(part, box).forEach(strokes::add);
			Symbols.below(part, box).forEach(strokes::add);
			inside(part, box);
		}
	}

	/** The name within the shape, smaller if it has to be. */
	private void inside(Part part, Box box) {
		for (double size = SIZE; ; size -= 1) {
			var lines = Lines.wrap(name(part), size, box.width() - 14);
			if (lines.size() * size * 1.2 <= box.height() - 12 || size <= SMALLEST) {
				text(lines, box.middle(), box.centre(), size);
				return;
			}
		}
	}

	/** The name where the file puts it, else below. */
	private void outside(Part part, Box box) {
		if (!part.name().isEmpty()) {
			label(part, layout.label(part.id()).orElse(new Box(box.middle() - 45, box.y() + box.height() + 4, 90, 14)));
		}
	}

	private void label(Part part, Box box) {
		double size = SIZE - 1;
		var lines = Lines.wrap(name(part), size, isTall(box) ? box.width() + 1 : Math.max(box.width(), 90));
		text(lines, box.middle(), box.y() + lines.size() * size * 0.6, size);
	}

	/** Room for two lines was left, so two are wanted. */
	private static boolean isTall(Box label) {
		return label.height() >= 2 * SIZE && label.width() >= 3 * SIZE;
	}

	private void text(List<String> lines, double middle, double centre, double size) {
		double first = centre - (lines.size() - 1) * size * 0.6 + size * 0.36;
		for (int i = 0; i < lines.size(); i++) {
			words.add(new Words(middle, first + i * size * 1.2, size, true, lines.get(i)));
		}
	}

	private String name(Part part) {
		return part.name().in(language);
	}

	private void draw(String path, Pen pen) {
		strokes.add(new Stroke(path, pen));
	}

	/** As large as what is drawn, labels and all. */
	private Picture framed() {
		var boxes = layout.shapes().values();
		var points = layout.edges().values().stream().flatMap(List::stream).toList();
		double left = least(boxes.stream().mapToDouble(Box::x), points.stream().mapToDouble(Point::x), words.stream().mapToDouble(Words::left));
		double top = least(boxes.stream().mapToDouble(Box::y), points.stream().mapToDouble(Point::y), words.stream().mapToDouble(line -> line.y() - line.size()));
		double right = -least(boxes.stream().mapToDouble(box -> -box.x() - box.width()), points.stream().mapToDouble(point -> -point.x()), words.stream().mapToDouble(line -> -line.left() - line.width()));
		double bottom = -least(boxes.stream().mapToDouble(box -> -box.y() - box.height()), points.stream().mapToDouble(point -> -point.y()), words.stream().mapToDouble(line -> -line.y() - 4));
		return new Picture(left - MARGIN, top - MARGIN, right - left + 2 * MARGIN, bottom - top + 2 * MARGIN, strokes, words);
	}

	private static double least(DoubleStream one, DoubleStream other, DoubleStream third) {
		return DoubleStream.concat(DoubleStream.concat(one, other), third).min().orElse(0);
	}
}

package cn.cuobian.design.handbook;

import java.util.List;
import java.util.Locale;

/** Shapes as paths of lines and curves. */
final class Outlines {

	/** How far the handles of a curve stand off to make a quarter of a circle. */
	private static final double ROUND = 0.5523;

	private Outlines() {
	}

	/** @param x a place in the drawing; lengths in its pixels */
	record Point(double x, double y) {
	}

	record Box(double x, double y, double width, double height) {

		double middle() {
			return x + width / 2;
		}

		double centre() {
			return y + height / 2;
		}

		Box inset(double by) {
			return new Box(x + by, y + by, width - 2 * by, height - 2 * by);
		}
	}

	static String line(List<Point> points) {
		var path = new StringBuilder();
		points.forEach(point -> path.append(path.isEmpty() ? "M" : "L").append(at(point.x(), point.y())));
		return path.toString();
	}

	static String shape(double... places) {
		var path = new StringBuilder();
		for (int i = 0; i < places.length; i += 2) {
			path.append(i == 0 ? "M" : "L").append(at(places[i], places[i + 1]));
		}
		return path + "Z";
	}

	static String box(Box box, double round) {
		double left = box.x(), top = box.y(), right = box.x() + box.width(), bottom = box.y() + box.height(), handle = round * (1 - ROUND);
		return "M" + at(left + round, top) + "L" + at(right - round, top) + curve(right - handle, top, right, top + handle, right, top + round)
				+ "L" + at(right, bottom - round) + curve(right, bottom - handle, right - handle, bottom, right - round, bottom)
				+ "L" + at(left + round, bottom) + curve(left + handle, bottom, left, bottom - handle, left, bottom - round)
				+ "L" + at(left, top + round) + curve(left, top + handle, left + handle, top, left + round, top) + "Z";
	}

	static String circle(double x, double y, double radius) {
		return box(new Box(x - radius, y - radius, 2 * radius, 2 * radius), radius);
	}

	static String diamond(Box box) {
		return shape(box.middle(), box.y(), box.x() + box.width(), box.centre(), box.middle(), box.y() + box.height(), box.x(), box.centre());
	}

	/** From left to right over a rounded top. */
	static String arch(double left, double right, double top, double bottom) {
		return "M" + at(left, bottom) + curve(left, top, right, top, right, bottom);
	}

	/** The head of an arrow at the end of a line. */
	static String arrow(Point from, Point to, double length) {
		double far = Math.max(0.001, Math.hypot(to.x() - from.x(), to.y() - from.y()));
		double x = (to.x() - from.x()) / far * length, y = (to.y() - from.y()) / far * length;
		return shape(to.x(), to.y(), to.x() - x - y * 0.45, to.y() - y + x * 0.45, to.x() - x + y * 0.45, to.y() - y - x * 0.45);
	}

	private static String curve(double x1, double y1, double x2, double y2, double x, double y) {
		return "C" + at(x1, y1) + " " + at(x2, y2) + " " + at(x, y);
	}

	private static String at(double x, double y) {
		return String.format(Locale.ROOT, "%.1f %.1f", x, y);
	}
}

package cn.cuobian.design.handbook;

import java.util.ArrayList;
import java.util.List;

/**
 * A drawing as lines and words, for a screen and for paper. Lengths in pixels of the drawing.
 *
 * @param strokes from back to front
 */
public record Picture(double x, double y, double width, double height, List<Stroke> strokes, List<Words> words) {

	/** What is whole on no sheet else is whole on the next: as wide as a step and a bit. */
	private static final double OVERLAP = 140;

	/** @param path in the notation of SVG, with absolute M, L, C and Z only */
	public record Stroke(String path, Pen pen) {
	}

	/** One line of text. @param x its middle, or its beginning; @param y its base line */
	public record Words(double x, double y, double size, boolean middle, String text) {

		/** How wide it is at most. */
		public double width() {
			return Lines.width(text, size) * 1.1 + 2;
		}

		/** Its left end. */
		public double left() {
			return middle ? x - width() / 2 : x;
		}
	}

	/** A part of the picture that is printed on one page. */
	public record Sheet(double x, double y, double width, double height, List<Words> words) {

		/** As SVG writes it. */
		public String viewBox() {
			return "%.0f %.0f %.0f %.0f".formatted(x, y, width, height);
		}
	}

	public String viewBox() {
		return whole().viewBox();
	}

	public Sheet whole() {
		return new Sheet(x, y, width, height, words);
	}

	/** The picture on as few pages of at most this size as will do, all alike, row by row, with some of it on both. */
	public List<Sheet> sheets(double most, double high) {
		double wide = length(width, most);
		double tall = length(height, high);
		List<Sheet> sheets = new ArrayList<>();
		for (double top = y; top < y + height - OVERLAP - 1; top += tall - OVERLAP) {
			for (double left = x; left < x + width - OVERLAP - 1; left += wide - OVERLAP) {
				sheets.add(sheet(left, top, wide, tall));
			}
		}
		return sheets;
	}

	private static double length(double length, double most) {
		double count = length <= most ? 1 : Math.ceil((length - OVERLAP) / (most - OVERLAP));
		return (length + (count - 1) * OVERLAP) / count;
	}

	private Sheet sheet(double left, double top, double wide, double high) {
		var inside = words.stream().filter(line -> line.left() >= left && line.left() + line.width() <= left + wide + 1
				&& line.y() - line.size() >= top && line.y() <= top + high).toList();
		return new Sheet(left, top, wide, high, inside);
	}
}

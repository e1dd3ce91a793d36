package cn.cuobian.design.handbook;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines. Chinese may be broken anywhere, Latin words stay whole while they fit. */
final class Lines {

	private static final double LATIN = 0.58;
	private static final String NOT_FIRST = "，。、；：）”！？》";

	private Lines() {
	}

	/** @param size of a Chinese character */
	static double width(String text, double size) {
		return text.codePoints().mapToDouble(each -> each < 0x2000 ? LATIN : 1).sum() * size;
	}

	static List<String> wrap(String text, double size, double most) {
		List<String> lines = new ArrayList<>();
		var line = new StringBuilder();
		for (String piece : pieces(text)) {
			boolean full = width(line + piece, size) > most && !line.isEmpty() && !NOT_FIRST.contains(piece);
			if (full) {
				lines.add(line.toString().strip());
				line.setLength(0);
			}
			line.append(piece);
		}
		lines.add(line.toString().strip());
		return lines;
	}

	private static List<String> pieces(String text) {
		return List.of(text.strip().split("(?<=\\s)|(?<=[^\\x00-\\x7f])|(?=[^\\x00-\\x7f])"));
	}
}

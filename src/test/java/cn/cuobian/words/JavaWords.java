package cn.cuobian.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese text in the string literals of a Java source; comments and annotations for developers do not count. */
final class JavaWords {

	private static final Pattern PIECES = Pattern.compile(
			"/\\*.*?\\*/|//[^\\n]*|\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"|'(?:\\\\.|[^'\\\\\\n])'", Pattern.DOTALL);
	private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

	private JavaWords() {
	}

	static List<String> hardCoded(String source) {
		List<String> found = new ArrayList<>();
		Matcher piece = PIECES.matcher(source);
		while (piece.find()) {
			String literal = piece.group(1) != null ? piece.group(1) : piece.group(2);
			if (literal != null && HAN.matcher(literal).find()) {
				found.add(literal);
			}
		}
		return found;
	}
}

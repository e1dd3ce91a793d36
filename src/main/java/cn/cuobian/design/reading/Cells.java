package cn.cuobian.design.reading;

/** The cells of a decision table in words. */
public final class Cells {

	private Cells() {
	}

	/** A text or a phrase, without the quotes of the expression language. */
	public static Object words(String text) {
		return switch (text) {
			case "", "-" -> Phrase.of("design.diff.any");
			case "true" -> Phrase.of("design.diff.yes");
			case "false" -> Phrase.of("design.diff.no");
			case "\"\"" -> Phrase.of("design.diff.empty");
			default -> text.matches("\"[^\"\\\\]*\"") ? text.substring(1, text.length() - 1) : text;
		};
	}
}

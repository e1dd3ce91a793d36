package cn.cuobian.engine.camunda;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which FEEL a table or a form may say. FEEL reaches Java only by functions that are switched off; but a short text can
 * keep a server busy for minutes, or ask it for a number of a thousand million digits. So functions are those of a list,
 * and nothing repeats.
 */
final class SafeFeel {

	private static final int LONGEST = 1000;
	private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"", Pattern.DOTALL);
	private static final Pattern REPEATS = Pattern.compile("\\b(function|external|for|some|every|return|satisfies)\\b");
	/** Comments could part a function from its bracket, powers make numbers that do not fit into memory. */
	private static final Pattern ODD = Pattern.compile("//|/\\*|\\*\\*|[\"`@{}]");
	private static final Pattern BRACKET = Pattern.compile("\\(");
	private static final Set<String> FUNCTIONS = Set.of("not", "contains", "starts with", "ends with", "upper case", "lower case", "string length",
			"list contains", "count", "sum", "min", "max", "mean", "all", "any", "abs", "date", "time", "date and time", "duration", "is defined");
	private static final Set<String> KEYWORDS = Set.of("and", "or", "in", "if", "then", "else", "between");

	private SafeFeel() {
	}

	/** @param feel without the leading {@code =} of a form, or with it */
	static boolean allows(String feel) {
		return feel.length() <= LONGEST && isHarmless(QUOTED.matcher(feel).replaceAll("''"));
	}

	/** What is left of it without what stands in quotes. */
	private static boolean isHarmless(String said) {
		return !REPEATS.matcher(said).find() && !ODD.matcher(said).find()
				&& BRACKET.matcher(said).results().allMatch(bracket -> mayOpen(said.substring(0, bracket.start()).stripTrailing()));
	}

	/** Whether a bracket may stand after this: it groups, or calls a function of the list. */
	private static boolean mayOpen(String before) {
		if (before.isEmpty() || "=<>!+-*/,([?".indexOf(before.charAt(before.length() - 1)) >= 0) {
			return true;
		}
		return FUNCTIONS.stream().anyMatch(name -> endsWithWord(before, name)) || KEYWORDS.stream().anyMatch(name -> endsWithWord(before, name));
	}

	private static boolean endsWithWord(String text, String word) {
		int start = text.length() - word.length();
		return text.endsWith(word) && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)) && "_.".indexOf(text.charAt(start - 1)) < 0);
	}
}

package cn.cuobian.engine.camunda;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which FEEL a table or a form may say. FEEL reaches Java only by functions that are switched off; but a short text can
 * keep a server busy for minutes, or ask it for a number of a thousand million digits. So functions are those of a list,
 * nothing repeats, and little stands within brackets of brackets.
 */
final class SafeFeel {

	private static final int LONGEST = 1000;
	/**
	 * At each bracket the parser tries a list, a range and a group one after the other, so that each within another nearly doubles
	 * its work: eight cost a few hundredths of a second, forty of them hours.
	 */
	private static final int DEEPEST = 8;
	private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"", Pattern.DOTALL);
	private static final Pattern REPEATS = Pattern.compile("\\b(function|external|for|some|every|return|satisfies)\\b");
	/** Comments could part a function from its bracket, powers make numbers that do not fit into memory. */
	private static final Pattern ODD = Pattern.compile("//|/\\*|\\*\\*|[\"`@{}]");
	/** As good as one within the other: {@code ]} begins a range, too. */
	private static final Pattern EMPTY_BEFORE_ANOTHER = Pattern.compile("\\[\\s*]\\s*[\\[(\\]]");
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
		return !REPEATS.matcher(said).find() && !ODD.matcher(said).find() && !EMPTY_BEFORE_ANOTHER.matcher(said).find() && depth(said) <= DEEPEST
				&& BRACKET.matcher(said).results().allMatch(bracket -> mayOpen(said.substring(0, bracket.start()).stripTrailing()));
	}

	/** What is not closed by its own kind, as in a half-open range, counts as open to the end. */
	private static int depth(String said) {
		var open = new ArrayDeque<Character>();
		int deepest = 0;
		for (char sign : said.toCharArray()) {
			if (sign == ')' && Objects.equals(open.peek(), '(') || sign == ']' && Objects.equals(open.peek(), '[')) {
				open.pop();
			} else if ("()[]".indexOf(sign) >= 0) {
				open.push(sign);
				deepest = Math.max(deepest, open.size());
			}
		}
		return deepest;
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

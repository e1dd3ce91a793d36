package cn.cuobian.votes;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The order in which people walk from door to door: 1幢101 before 1幢1001, 2幢 before 10幢. For lists that people read;
 * the lines of a fingerprint stay in the order of their code points.
 */
final class DoorOrder {

	static final Comparator<String> OF_CODES = Comparator.comparing(DoorOrder::key).thenComparing(Comparator.naturalOrder());

	/** A number as wide as any on a door; the column holds the longest code when every second character is a number. */
	private static final int DIGITS = 8;
	private static final Pattern NUMBER = Pattern.compile("\\d+");
	private static final Pattern ZEROS = Pattern.compile("^0+(?=\\d)");

	private DoorOrder() {
	}

	/** Sorts as text like the code sorts by its numbers; at most 300 characters of a code of 60. */
	static String key(String code) {
		return NUMBER.matcher(code).replaceAll(number -> wide(ZEROS.matcher(number.group()).replaceFirst("")));
	}

	private static String wide(String number) {
		return "0".repeat(Math.max(0, DIGITS - number.length())) + number;
	}
}

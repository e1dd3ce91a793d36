package cn.cuobian.forms;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads raw answers, which come as text from a page and as typed values from JSON. */
final class Answers {

	private static final int LONGEST_NUMBER = 30;

	private Answers() {
	}

	static boolean isEmpty(Object value) {
		return value == null || value instanceof Collection<?> all && all.stream().allMatch(Answers::isEmpty)
				|| value instanceof String text && text.isBlank();
	}

	static boolean isTicked(Object value) {
		return Boolean.TRUE.equals(value) || "true".equals(value) || "on".equals(value);
	}

	static List<String> many(Object value) {
		if (isEmpty(value)) {
			return List.of();
		}
		return value instanceof Collection<?> all ? all.stream().map(String::valueOf).distinct().toList()
				: List.of(value.toString());
	}

	/** Empty when it is not a plain decimal number; exponents are refused, a short text could mean a huge number. */
	static Optional<BigDecimal> number(Object value) {
		var text = String.valueOf(value).strip();
		if (text.length() > LONGEST_NUMBER || !text.matches("[+-]?\\d+(\\.\\d+)?")) {
			return Optional.empty();
		}
		return Optional.of(new BigDecimal(text));
	}
}

package cn.cuobian.engine.camunda;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Ids and decisions only: what people wrote, and who they are, never enters the engine. */
final class Facts {

	static final int LONGEST = 200;

	private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,63}");
	private static final Set<Class<?>> NUMBERS = Set.of(Long.class, Integer.class, Boolean.class);

	private Facts() {
	}

	static Map<String, Object> checked(Map<String, ?> facts) {
		facts.forEach(Facts::check);
		return new HashMap<>(facts);
	}

	private static void check(String name, Object value) {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("not a name of a fact: " + name);
		}
		boolean allowed = value == null || NUMBERS.contains(value.getClass())
				|| value instanceof String text && text.length() <= LONGEST;
		if (!allowed) {
			throw new IllegalArgumentException(name + " is no fact: only short strings, whole numbers and booleans are");
		}
	}
}

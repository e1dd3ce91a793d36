package cn.cuobian.people;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

import cn.cuobian.refusals.Refusal;

/** Long rather than complicated: twelve characters, not the user name, not one of the first guesses. */
final class PasswordRule {

	private static final int SHORTEST = 12;
	/** bcrypt looks at 72 bytes and no further. */
	private static final int LONGEST_BYTES = 72;
	private static final Set<String> FIRST_GUESSES = Set.of("123456789012", "passwordpassword", "password1234",
			"qwertyuiop123", "admin1234567", "111111111111", "000000000000", "cuobian-demo-2026", "abcdefghijkl");

	private PasswordRule() {
	}

	static void check(String wanted, String repeated, String username) {
		if (wanted == null || wanted.length() < SHORTEST) {
			throw Refusal.onField("wanted", "people.password-short", SHORTEST);
		}
		if (wanted.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
			throw Refusal.onField("wanted", "people.password-long", LONGEST_BYTES);
		}
		var small = wanted.toLowerCase(Locale.ROOT);
		if (FIRST_GUESSES.contains(small) || small.contains(username) || small.chars().distinct().count() < 5) {
			throw Refusal.onField("wanted", "people.password-guessable");
		}
		if (!wanted.equals(repeated)) {
			throw Refusal.onField("repeated", "people.password-differs");
		}
	}
}

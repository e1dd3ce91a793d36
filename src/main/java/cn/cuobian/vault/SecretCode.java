package cn.cuobian.vault;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A key a resident gets on paper or by mail, to follow a matter or to vote: 19 random symbols of Crockford's base 32
 * (95 bits) and a check symbol, in groups of four so that it can be read out on the phone. The check symbol finds every
 * single wrong symbol and every swap of two neighbours.
 */
public final class SecretCode {

	private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	private static final int RANDOM_SYMBOLS = 19;
	private static final int LENGTH = RANDOM_SYMBOLS + 1;
	private static final int GROUP = 4;
	private static final SecureRandom RANDOM = new SecureRandom();

	private final String symbols;

	private SecretCode(String symbols) {
		this.symbols = symbols;
	}

	/** A new code nobody can guess. */
	public static SecretCode issue() {
		byte[] secret = new byte[RANDOM_SYMBOLS];
		RANDOM.nextBytes(secret);
		return of(secret);
	}

	/**
	 * The code that belongs to a secret, the same each time.
	 *
	 * @param secret 19 bytes or more, evenly spread such as of {@link Vault#mac}; five bits of each are used
	 */
	public static SecretCode of(byte[] secret) {
		var symbols = new StringBuilder(LENGTH);
		for (int i = 0; i < RANDOM_SYMBOLS; i++) {
			symbols.append(SYMBOLS.charAt(Byte.toUnsignedInt(secret[i]) % SYMBOLS.length()));
		}
		return new SecretCode(symbols.append(SYMBOLS.charAt(check(symbols))).toString());
	}

	/**
	 * Reads what somebody typed: case, spaces and hyphens do not matter, O counts as 0, I and L as 1.
	 *
	 * @return empty if this cannot be a code of ours
	 */
	public static Optional<SecretCode> read(String typed) {
		if (typed == null || typed.length() > 3 * LENGTH) {
			return Optional.empty();
		}
		String symbols = java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC).toUpperCase(Locale.ROOT)
				.replaceAll("[\\s\\p{Pd}_.]", "").replace('O', '0').replace('I', '1').replace('L', '1');
		boolean sound = symbols.length() == LENGTH && symbols.chars().allMatch(c -> SYMBOLS.indexOf(c) >= 0)
				&& SYMBOLS.charAt(check(symbols.substring(0, RANDOM_SYMBOLS))) == symbols.charAt(RANDOM_SYMBOLS);
		return sound ? Optional.of(new SecretCode(symbols)) : Optional.empty();
	}

	/** What the database keeps. 95 random bits need no salt. */
	public String hash() {
		return Sha256.hex(symbols);
	}

	/** Without separators, for addresses. */
	public String compact() {
		return symbols;
	}

	/** A weighted sum over GF(32): each place has another power of x as its weight. */
	private static int check(CharSequence symbols) {
		int sum = 0;
		for (int i = 0; i < symbols.length(); i++) {
			sum = timesX(sum ^ SYMBOLS.indexOf(symbols.charAt(i)));
		}
		return sum;
	}

	/** Multiplication by x modulo x^5 + x^2 + 1. */
	private static int timesX(int value) {
		int doubled = value << 1;
		return (doubled & 0b100000) == 0 ? doubled : doubled ^ 0b100101;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof SecretCode code && code.symbols.equals(symbols);
	}

	@Override
	public int hashCode() {
		return symbols.hashCode();
	}

	/** In groups of four: {@code 4F7K-…}. */
	public String inGroups() {
		return symbols.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
	}

	/** Says nothing, so that no log line can give a code away. */
	@Override
	public String toString() {
		return "SecretCode";
	}
}

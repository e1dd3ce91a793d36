package cn.cuobian.matters;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Pairs of neighbouring characters, which find Chinese text without a dictionary. Text is compared without case, width
 * and punctuation. A pair is one number: {@code (first << 21) + second}; each character also pairs with 0, so that one
 * character alone is found as well.
 */
final class Grams {

	private static final int CODE_POINT_BITS = 21;

	private Grams() {
	}

	static Set<Long> of(String text) {
		Set<Long> grams = new LinkedHashSet<>();
		for (String word : words(text)) {
			int[] characters = word.codePoints().toArray();
			for (int i = 0; i < characters.length; i++) {
				grams.add(pair(characters[i], 0));
				if (i + 1 < characters.length) {
					grams.add(pair(characters[i], characters[i + 1]));
				}
			}
		}
		return grams;
	}

	/** What a text must contain to match the query, pairs before single characters; the match itself is {@link #matches}. */
	static List<Long> needed(String query) {
		List<Long> pairs = new ArrayList<>();
		List<Long> alone = new ArrayList<>();
		for (String word : words(query)) {
			int[] characters = word.codePoints().toArray();
			if (characters.length == 1) {
				alone.add(pair(characters[0], 0));
			}
			for (int i = 0; i + 1 < characters.length; i++) {
				pairs.add(pair(characters[i], characters[i + 1]));
			}
		}
		pairs.addAll(alone);
		return pairs;
	}

	/** Whether every word of the query stands somewhere in the text. */
	static boolean matches(String query, String text) {
		String plain = plain(text);
		return words(query).stream().allMatch(plain::contains);
	}

	/** How much of the smaller text is found in the other: 0 to 1. */
	static double overlap(Set<Long> one, Set<Long> other) {
		int smaller = Math.min(one.size(), other.size());
		return smaller == 0 ? 0 : (double) one.stream().filter(other::contains).count() / smaller;
	}

	private static List<String> words(String text) {
		String plain = plain(text);
		return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
	}

	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
				.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
	}

	private static long pair(int first, int second) {
		return ((long) first << CODE_POINT_BITS) + second;
	}
}

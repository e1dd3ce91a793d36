package cn.cuobian.votes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a unit has left the developer's hands (SPC interpretation on divided ownership, article 9, item 1). */
enum Sale {

	SOLD("", "已售", "否", "no", "sold"), UNSOLD("未售", "是", "yes", "unsold"),
	/** Sold, but still with the developer, who votes for it. */
	NOT_HANDED_OVER("未交付", "已售未交付", "not handed over", "not-handed-over");

	private final List<String> words;

	Sale(String... words) {
		this.words = List.of(words);
	}

	static Optional<Sale> of(String word) {
		return Arrays.stream(values()).filter(sale -> sale.words.contains(word.toLowerCase(Locale.ROOT))).findFirst();
	}
}

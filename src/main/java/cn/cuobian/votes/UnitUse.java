package cn.cuobian.votes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an exclusive unit is used as. Only for parking spaces do the rules of procedure decide whether they count. */
enum UnitUse {

	DWELLING("住宅", "居住", "成套住宅"),
	SHOP("商铺", "店面", "店铺", "商业", "非住宅", "办公"),
	PARKING("车位", "车库", "停车位");

	private final List<String> words;

	UnitUse(String... words) {
		this.words = List.of(words);
	}

	/** Nothing written is a dwelling. */
	static Optional<UnitUse> of(String word) {
		if (word.isEmpty()) {
			return Optional.of(DWELLING);
		}
		return Arrays.stream(values()).filter(use -> use.words.contains(word) || use.name().equalsIgnoreCase(word)).findFirst();
	}
}

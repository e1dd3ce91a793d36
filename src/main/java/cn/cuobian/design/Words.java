package cn.cuobian.design;

import cn.cuobian.refusals.Refusal;

/** Reasons that people write. */
final class Words {

	private static final int LONGEST = 2000;

	private Words() {
	}

	/** @param field beside which the sentence is shown */
	static String required(String field, String words, String ruleWhenMissing) {
		var plain = optional(field, words);
		if (plain.isEmpty()) {
			throw Refusal.onField(field, ruleWhenMissing);
		}
		return plain;
	}

	static String optional(String field, String words) {
		var plain = words == null ? "" : words.strip();
		if (plain.length() > LONGEST) {
			throw Refusal.onField(field, "design.draft-words-too-long", LONGEST);
		}
		return plain;
	}
}

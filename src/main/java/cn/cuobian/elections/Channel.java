package cn.cuobian.elections;

import java.util.Locale;

/** Who put a candidate forward: himself, the Party organisation, or owners together (Guiding Rules 14; local programme). */
enum Channel {

	SELF, PARTY, OWNERS;

	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}
}

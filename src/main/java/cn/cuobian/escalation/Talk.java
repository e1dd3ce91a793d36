package cn.cuobian.escalation;

import java.util.Locale;

/** How a matter is talked over: 小事简议, 急事快议, 难事众议. */
enum Talk {

	SMALL, URGENT, HARD;

	/** @throws IllegalArgumentException if the table uses a word that is none of the three */
	static Talk of(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT));
	}
}

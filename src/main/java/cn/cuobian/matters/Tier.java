package cn.cuobian.matters;

import java.util.Locale;

/**
 * The rung of the ladder a matter stands on, lowest first.
 */
public enum Tier {

	/** The steward of the building. */
	BUILDING,
	/** The neighbourhood deliberation hall of the compound. */
	HALL,
	/** The community joint meeting with the linked city leader. */
	MEETING,
	/** What the joint meeting cannot solve: the joint meeting of the district. */
	DISTRICT;

	/** The word models use: {@code building}, {@code hall}, {@code meeting}, {@code district}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @throws IllegalArgumentException if a model uses a word that is no tier */
	static Tier of(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT));
	}

	boolean isAbove(Tier other) {
		return ordinal() > other.ordinal();
	}
}

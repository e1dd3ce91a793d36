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
	/** The community joint meeting. */
	MEETING,
	/** The linked city leader, who assigns departments. */
	LEADER,
	/** The district joint meeting, which keeps a list of what nobody below could solve. */
	DISTRICT;

	/** The word models use: {@code building}, {@code hall}, {@code meeting}, {@code leader}, {@code district}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @throws IllegalArgumentException if a model uses a word that is no tier */
	public static Tier of(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT));
	}

	boolean isAbove(Tier other) {
		return ordinal() > other.ordinal();
	}
}

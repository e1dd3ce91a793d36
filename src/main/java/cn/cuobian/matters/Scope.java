package cn.cuobian.matters;

import java.util.Locale;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Level;

/**
 * How many people a matter concerns. The triage table reads it to choose the tier and the forum.
 */
public enum Scope {

	BUILDING, COMPOUND, COMMUNITY, DISTRICT;

	/** The word the process and the API use: {@code building}, {@code compound}, {@code community}, {@code district}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads the word; {@code city} means the same as {@code district}.
	 *
	 * @throws Refusal if it is none of the known words
	 */
	public static Scope of(String code) {
		if ("city".equalsIgnoreCase(code)) {
			return DISTRICT;
		}
		for (Scope scope : values()) {
			if (scope.code().equalsIgnoreCase(code)) {
				return scope;
			}
		}
		throw Refusal.onField("scope", "matters.unknown-scope", code);
	}

	static Scope of(Level level) {
		return switch (level) {
			case BUILDING, UNIT -> BUILDING;
			case COMPOUND -> COMPOUND;
			case COMMUNITY -> COMMUNITY;
			case TOWNSHIP, CITY, PREFECTURE -> DISTRICT;
		};
	}
}

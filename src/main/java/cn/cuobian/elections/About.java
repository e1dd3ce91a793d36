package cn.cuobian.elections;

import java.util.Arrays;
import java.util.Locale;

/** What a notice of an election is about, and how long people may object. */
enum About {

	GROUP("PREP.LIST"), ROLL("ROLL.PUBLIC"), CANDIDATES("CAND.PUBLIC"), RESULT("RESULT.PUBLIC"),
	/** these only tell */
	ASSEMBLY(null), ROLL_CORRECTED(null), CALLED_OFF(null), FAILURE(null), ANNULLED(null);

	private final String clock;

	About(String clock) {
		this.clock = clock;
	}

	/** Code of the time limit; null where nobody can object. */
	String clock() {
		return clock;
	}

	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static About of(String code) {
		return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("No notice is about " + code));
	}
}

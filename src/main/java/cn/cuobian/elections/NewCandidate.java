package cn.cuobian.elections;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

import cn.cuobian.refusals.Refusal;

/**
 * A name that is put forward, as plain text: full-width digits and spaces as sheets mix them make nobody another person.
 *
 * @param channel null where none was chosen, which is wrong
 * @param proposers owners who put him forward together; only with {@link Channel#OWNERS}
 * @param unit code of a unit he owns, as on the roll
 * @param statement null where there is none
 */
record NewCandidate(Channel channel, int proposers, String name, String unit, String statement, boolean partyMember, boolean publish) {

	static final int MAX_NAME = 60;
	static final int MAX_UNIT = 100;
	static final int MAX_STATEMENT = 1000;

	NewCandidate {
		name = name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
		unit = unit == null ? "" : Normalizer.normalize(unit, Normalizer.Form.NFKC).replaceAll("\\s", "");
		statement = statement == null || statement.isBlank() ? null : statement.strip();
	}

	/** The same for the same person. */
	String key() {
		return key(name, unit);
	}

	/** Names of two characters are often written with a space between them. */
	static String key(String name, String unit) {
		return name.replaceAll("\\s", "") + "|" + unit;
	}

	/** Everything that is wrong with it by itself. */
	List<Refusal> wrong() {
		var wrong = new ArrayList<Refusal>();
		text("name", name, MAX_NAME, wrong);
		text("unit", unit, MAX_UNIT, wrong);
		if (statement != null && statement.length() > MAX_STATEMENT) {
			wrong.add(Refusal.onField("statement", "elections.too-long", MAX_STATEMENT));
		}
		if (channel == null) {
			wrong.add(Refusal.onField("channel", "elections.channel"));
		} else if (channel == Channel.OWNERS && proposers < 1) {
			wrong.add(Refusal.onField("proposers", "elections.proposers"));
		}
		return wrong;
	}

	private static void text(String field, String text, int most, List<Refusal> wrong) {
		if (text.isEmpty() || text.length() > most) {
			wrong.add(Refusal.onField(field, "elections.text", most));
		}
	}
}

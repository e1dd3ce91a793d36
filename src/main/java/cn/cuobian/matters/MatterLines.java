package cn.cuobian.matters;

import java.time.Instant;
import java.util.Locale;

import cn.cuobian.territory.Places;
import org.springframework.stereotype.Component;

/** Matters in one line: for staff, and for anybody. */
@Component
class MatterLines {

	private static final int SHORT_TITLE = 20;
	private static final String LONG_DIGITS = "[0-9０-９][0-9０-９ -]{5,}[0-9０-９]";

	private final Kinds kinds;
	private final Places places;

	MatterLines(Kinds kinds, Places places) {
		this.kinds = kinds;
		this.places = places;
	}

	record Line(String number, String title, String kind, String place, MatterState state, Tier tier, boolean urgent,
			Instant reportedAt) {
	}

	/** Without a number, and with nothing in the title that looks like a phone or identity number. */
	record Similar(String ticket, String title, String kind, String place, Instant reportedAt) {
	}

	Line line(Matter matter, Locale locale) {
		MatterFacts facts = matter.facts();
		return new Line(facts.number(), facts.title(), kinds.of(facts.kind()).name(locale),
				places.fullNameOf(facts.place(), locale), matter.state(), matter.tier(), facts.urgent(), facts.reportedAt());
	}

	Similar similar(Matter matter, String ticket, Locale locale) {
		MatterFacts facts = matter.facts();
		String plain = facts.title().replaceAll(LONG_DIGITS, "****");
		int fits = plain.offsetByCodePoints(0, Math.min(SHORT_TITLE, plain.codePointCount(0, plain.length())));
		return new Similar(ticket, plain.substring(0, fits), kinds.of(facts.kind()).name(locale),
				places.fullNameOf(facts.place(), locale), facts.reportedAt());
	}
}

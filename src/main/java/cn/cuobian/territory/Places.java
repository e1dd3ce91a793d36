package cn.cuobian.territory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import cn.cuobian.nodes.BellRung;
import cn.cuobian.refusals.Refusal;

/** The place tree. It is kept in memory; an import on another node is noticed at once, or within 30 seconds if
 * its bell is lost. */
@Component
public class Places {

	/** The bell of an import. */
	static final String BELL = "places";

	private static final Duration TRUSTED = Duration.ofSeconds(30);

	private final PlaceRows rows;
	private final Clock clock;
	private volatile Atlas atlas;
	private volatile long drops;

	Places(PlaceRows rows, Clock clock) {
		this.rows = rows;
		this.clock = clock;
	}

	/** @throws Refusal 404 {@code territory.unknown-place} */
	public Place get(String code) {
		return find(code).orElseThrow(
				() -> new Refusal("territory.unknown-place", String.valueOf(code)).status(HttpStatus.NOT_FOUND));
	}

	public Optional<Place> find(String code) {
		return atlas().find(code);
	}

	/** The place itself first, then the places above it up to the root. */
	public List<Place> lineage(String code) {
		return atlas().lineage(get(code));
	}

	/** The places directly below, in the order people count them; the roots for null. */
	public List<Place> children(String code) {
		return atlas().children(code);
	}

	/** Places whose code or name contains the text, in Chinese or English, also with the place above before it. */
	public List<Place> search(String text, int max) {
		return text == null || text.isBlank() ? List.of() : atlas().search(text, max);
	}

	/** The name in the reader's language, the code itself if there is no such place. */
	public String nameOf(String code, Locale locale) {
		return find(code).map(place -> place.name(locale)).orElse(code);
	}

	/** The name with the compound before a building or unit: 灵秀家园1栋. */
	public String fullNameOf(String code, Locale locale) {
		return find(code).map(place -> fullName(place, locale)).orElse(code);
	}

	@EventListener
	void on(BellRung bell) {
		if (bell.isAbout(BELL)) {
			drop();
		}
	}

	/** What another thread read before is not kept after this. */
	synchronized void drop() {
		drops++;
		atlas = null;
	}

	private synchronized void keep(Atlas read, long before) {
		if (drops == before) {
			atlas = read;
		}
	}

	private String fullName(Place place, Locale locale) {
		if (!place.level().isBelow(Level.COMPOUND)) {
			return place.name(locale);
		}
		var above = fullNameOf(place.parent(), locale);
		return "en".equals(locale.getLanguage()) ? above + ", " + place.nameEn() : above + place.nameZh();
	}

	private Atlas atlas() {
		var known = atlas;
		var now = clock.instant();
		if (known == null || Duration.between(known.checked, now).abs().compareTo(TRUSTED) > 0) {
			long before = drops;
			known = refreshed(known, now);
			keep(known, before);
		}
		return known;
	}

	private Atlas refreshed(Atlas known, Instant now) {
		var edition = rows.edition();
		return known != null && known.edition == edition ? known.confirmed(now) : new Atlas(edition, now, rows.all());
	}
}

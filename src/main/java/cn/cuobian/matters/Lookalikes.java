package cn.cuobian.matters;

import cn.cuobian.vault.Vault;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Level;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import cn.cuobian.vault.SecretCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open matters that may be the one somebody is about to report: on the same line from unit to compound, of the last
 * 90 days, of the same kind or in similar words. A neighbour may join one instead of filing it again.
 */
@Component
class Lookalikes {

	private static final Duration RECENT = Duration.ofDays(90);
	private static final int CANDIDATES = 200;
	private static final int SHOWN = 5;
	private static final double ENOUGH_WITHIN_KIND = 0.2;
	private static final double ENOUGH_ACROSS_KINDS = 0.5;
	private static final String SEALED_AS = "join";

	private final JdbcClient db;
	private final Places places;
	private final Codes codes;
	private final Timeline timeline;
	private final Vault vault;
	private final Clock clock;

	Lookalikes(JdbcClient db, Places places, Codes codes, Timeline timeline, Vault vault, Clock clock) {
		this.db = db;
		this.places = places;
		this.codes = codes;
		this.timeline = timeline;
		this.vault = vault;
		this.clock = clock;
	}

	private record Likely(Matter matter, double likeness) {
	}

	/** The likeliest first; empty while place or words are missing. */
	List<Matter> of(String placeCode, String kind, String words) {
		Optional<Place> place = placeCode == null ? Optional.empty() : places.find(placeCode);
		if (place.isEmpty() || words == null || words.isBlank()) {
			return List.of();
		}
		Set<Long> grams = Grams.of(words.substring(0, Math.min(words.length(), Report.MAX_NARRATIVE)));
		return around(place.get()).filter(matter -> onOneLine(matter, place.get()))
				.map(matter -> new Likely(matter, likeness(matter, grams)))
				.filter(likely -> likely.likeness() >= enough(likely.matter(), kind))
				.sorted(Comparator.comparingDouble(Likely::likeness).reversed()).limit(SHOWN).map(Likely::matter).toList();
	}

	private Stream<Matter> around(Place place) {
		Place wide = places.lineage(place.code()).stream().filter(above -> above.level() == Level.COMPOUND).findFirst()
				.orElse(place);
		return db.sql("select " + Matters.COLUMNS + """
				 from matter_sight s join matter m on m.id = s.matter_id
				where s.who = :who and m.state = :state and m.reported_at > :since
				order by s.who desc, s.matter_id desc fetch first\s""" + CANDIDATES + " rows only")
				.params(Map.of("who", Sight.at(wide.code()), "state", MatterState.OPEN.name(), "since",
						Timestamp.from(clock.instant().minus(RECENT))))
				.query(Matters::read).list().stream();
	}

	private boolean onOneLine(Matter matter, Place place) {
		return places.find(matter.facts().place()).filter(other -> other.isWithin(place) || place.isWithin(other)).isPresent();
	}

	private static double likeness(Matter matter, Set<Long> grams) {
		return Grams.overlap(grams, Grams.of(matter.facts().title() + "\n" + matter.facts().narrative()));
	}

	private static double enough(Matter matter, String kind) {
		return matter.facts().kind().equals(kind) ? ENOUGH_WITHIN_KIND : ENOUGH_ACROSS_KINDS;
	}

	/** A word that names a matter to its own form only: no number, and nothing that can be guessed. */
	String ticket(Matter matter) {
		byte[] sealed = vault.seal(Long.toString(matter.id()), SEALED_AS);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
	}

	/**
	 * A neighbour has the same trouble: he gets a code of his own to follow the matter.
	 *
	 * @throws Refusal 404 for a ticket that is not ours; 409 if the matter is no longer open
	 */
	@Transactional
	public SecretCode join(String ticket, Matters matters) {
		Matter matter = matters.change(opened(ticket), open -> {
			if (open.state() != MatterState.OPEN) {
				throw new Refusal("matters.join-not-open").status(org.springframework.http.HttpStatus.CONFLICT);
			}
		});
		timeline.add(matter.id(), TimelineKind.JOINED, Map.of());
		return codes.issue(matter.id(), Codes.Holder.NEIGHBOUR);
	}

	private long opened(String ticket) {
		try {
			return Long.parseLong(vault.open(Base64.getUrlDecoder().decode(ticket), SEALED_AS));
		} catch (RuntimeException notOurs) {
			throw Refusal.notFound();
		}
	}
}

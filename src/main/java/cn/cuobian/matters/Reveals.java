package cn.cuobian.matters;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows a contact unmasked to somebody who works the matter, with a reason, on record (Personal Information Protection
 * Law, articles 51 and 54).
 */
@Component
class Reveals {

	/** Looks a person may take in 24 hours: more is not work but collecting. */
	static final int A_DAY = 30;
	/** Longest reason, in characters. */
	static final int MAX_REASON = 200;
	/** Shortest reason, in characters: "..." is none. */
	static final int MIN_REASON = 2;

	private final JdbcClient db;
	private final Sight sight;
	private final Contacts contacts;
	private final Timeline timeline;
	private final Clock clock;

	Reveals(JdbcClient db, Sight sight, Contacts contacts, Timeline timeline, Clock clock) {
		this.db = db;
		this.sight = sight;
		this.contacts = contacts;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** @throws Refusal 403 for those who only see the matter, 422 without a reason, 409 if none is kept, 429 after too many looks */
	@Transactional
	public Contact reveal(Matter matter, Viewer viewer, String reason) {
		if (!sight.works(viewer, matter.id())) {
			throw new Refusal("matters.reveal-not-working").status(HttpStatus.FORBIDDEN);
		}
		String why = reason == null ? "" : reason.strip();
		if (why.length() < MIN_REASON || why.length() > MAX_REASON) {
			throw Refusal.onField("reason", "matters.reveal-reason", MIN_REASON, MAX_REASON);
		}
		requireFewToday(viewer);
		Contact contact = contacts.of(matter.facts()).orElseThrow(Reveals::noneKept);
		db.sql("insert into matter_reveal (matter_id, person_id, reason, at) values (?, ?, ?, ?)")
				.params(matter.id(), viewer.personId(), why, Timestamp.from(clock.instant())).update();
		timeline.add(matter.id(), TimelineKind.REVEALED, viewer.personId(), null, Map.of("reason", why));
		return contact;
	}

	/** The resident left none, or had it deleted. */
	private static Refusal noneKept() {
		return new Refusal("matters.reveal-none").status(HttpStatus.CONFLICT);
	}

	private void requireFewToday(Viewer viewer) {
		int today = db.sql("select count(*) from matter_reveal where person_id = ? and at > ?")
				.params(viewer.personId(), Timestamp.from(clock.instant().minus(Duration.ofDays(1)))).query(Integer.class).single();
		if (today >= A_DAY) {
			throw new Refusal("matters.reveal-too-many", A_DAY).status(HttpStatus.TOO_MANY_REQUESTS);
		}
	}
}

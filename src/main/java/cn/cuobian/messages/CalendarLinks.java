package cn.cuobian.messages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import cn.cuobian.people.People;
import cn.cuobian.people.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secret addresses under which people subscribe to their calendar: a calendar program cannot sign in. Whoever has
 * the address reads the calendar, so it is shown once, kept as a hash, and can be replaced or revoked.
 */
@Component
class CalendarLinks {

	private static final int BYTES = 24; // 192 bits
	private static final SecureRandom RANDOM = new SecureRandom();

	private final JdbcClient db;
	private final People people;
	private final Clock clock;

	CalendarLinks(JdbcClient db, People people, Clock clock) {
		this.db = db;
		this.people = people;
		this.clock = clock;
	}

	/** The new secret; the one before opens nothing any more. */
	@Transactional
	String renew(long person) {
		var bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		revoke(person);
		db.sql("insert into calendar_link (person_id, secret_hash, made_at) values (?, ?, ?)")
				.params(person, hash(secret), Timestamp.from(clock.instant())).update();
		return secret;
	}

	void revoke(long person) {
		db.sql("delete from calendar_link where person_id = ?").param(person).update();
	}

	boolean exists(long person) {
		return db.sql("select 1 from calendar_link where person_id = ?").param(person).query(Integer.class).optional().isPresent();
	}

	/** Empty for an unknown secret, and for somebody who may no longer sign in. */
	Optional<Person> open(String secret) {
		return db.sql("select person_id from calendar_link where secret_hash = ?").param(hash(secret)).query(Long.class)
				.optional().flatMap(people::byId).filter(Person::active);
	}

	private static String hash(String secret) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}

package cn.cuobian.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.refusals.Refusal;

/** Tokens by which other programs act as a person. Only their hash is kept. */
@Component
public class ApiTokens {

	static final String PREFIX = "cuo_";
	private static final int LONGEST_DAYS = 366;
	private static final String TOKENS = """
			select t.id, t.name, p.name as person, t.door, t.created_at, t.expires_at, t.revoked_at
			from api_token t join person p on p.id = t.person""";

	private final JdbcClient jdbc;
	private final People people;
	private final Clock clock;
	private final SecureRandom random = new SecureRandom();

	ApiTokens(JdbcClient jdbc, People people, Clock clock) {
		this.jdbc = jdbc;
		this.people = people;
		this.clock = clock;
	}

	/** Without what it says, which nobody knows any more. */
	public record Token(long id, String name, String person, TokenDoor door, Instant createdAt, Instant expiresAt, Instant revokedAt) {

		public boolean isValidAt(Instant instant) {
			return revokedAt == null && expiresAt.isAfter(instant);
		}
	}

	/**
	 * @param days until it expires, 1 to 366
	 * @return the token, which cannot be read again
	 */
	public String issue(long person, String name, int days) {
		return issue(person, name, days, TokenDoor.API);
	}

	/** The same for one door. */
	public String issue(long person, String name, int days, TokenDoor door) {
		people.get(person);
		if (name == null || name.isBlank() || name.strip().length() > 60) {
			throw Refusal.onField("name", "people.bad-token-name");
		}
		if (days < 1 || days > LONGEST_DAYS) {
			throw Refusal.onField("days", "people.bad-token-days", LONGEST_DAYS);
		}
		var token = PREFIX + randomText();
		var now = clock.instant();
		jdbc.sql("insert into api_token (person, name, door, hash, created_at, expires_at) values (?, ?, ?, ?, ?, ?)")
				.params(person, name.strip(), door.name(), hash(token), Timestamp.from(now),
						Timestamp.from(now.plus(Duration.ofDays(days)))).update();
		return token;
	}

	void revoke(long id) {
		jdbc.sql("update api_token set revoked_at = ? where id = ? and revoked_at is null")
				.params(Timestamp.from(clock.instant()), id).update();
	}

	/** @throws Refusal 404 for one that is not his */
	public void revoke(long id, long person) {
		int own = jdbc.sql("select count(*) from api_token where id = ? and person = ?").params(id, person).query(Integer.class).single();
		if (own == 0) {
			throw Refusal.notFound();
		}
		revoke(id);
	}

	/** The person for whom a valid token was issued, if it opens this door. */
	Optional<Person> personOf(String token, TokenDoor door) {
		return jdbc.sql("select person from api_token where hash = ? and door = ? and revoked_at is null and expires_at > ?")
				.params(hash(token), door.name(), Timestamp.from(clock.instant())).query(Long.class).optional()
				.flatMap(people::byId).filter(Person::active);
	}

	/** Of everybody, the newest first. */
	List<Token> all() {
		return jdbc.sql(TOKENS + " order by t.id desc fetch first 200 rows only").query(ApiTokens::token).list();
	}

	/** Of one person, the newest first. */
	public List<Token> of(long person, TokenDoor door) {
		return jdbc.sql(TOKENS + " where t.person = ? and t.door = ? order by t.id desc fetch first 50 rows only")
				.params(person, door.name()).query(ApiTokens::token).list();
	}

	private static Token token(ResultSet row, int number) throws SQLException {
		var revoked = row.getTimestamp("revoked_at");
		return new Token(row.getLong("id"), row.getString("name"), row.getString("person"), TokenDoor.valueOf(row.getString("door")),
				row.getTimestamp("created_at").toInstant(), row.getTimestamp("expires_at").toInstant(), revoked == null ? null : revoked.toInstant());
	}

	private String randomText() {
		var bytes = new byte[32];
		random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static String hash(String token) {
		try {
			return HexFormat.of().formatHex(
					MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}
}

package cn.cuobian.votes;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

import cn.cuobian.vault.Vault;

/** The rolls themselves, one row each. */
@Component
class RollRows {

	private static final String FACTS = "select id, place, title, parking, state, units, heads, area, fingerprint from roll ";
	private static final int SECRET_BYTES = 32;
	private static final SecureRandom RANDOM = new SecureRandom();

	private final JdbcClient db;
	private final Vault vault;
	private final Clock clock;

	RollRows(JdbcClient db, Vault vault, Clock clock) {
		this.db = db;
		this.vault = vault;
		this.clock = clock;
	}

	long create(String place, String title, boolean parking, long person) {
		var key = new GeneratedKeyHolder();
		db.sql("""
				insert into roll (place, title, parking, state, edition, units, heads, area, secret, created, created_by)
				values (?, ?, ?, 'DRAFT', 1, 0, 0, 0, ?, ?, ?)""")
				.params(place, title, parking, secret(place), Timestamp.from(clock.instant()), person).update(key, "id");
		return key.getKeyAs(Long.class);
	}

	Optional<RollFacts> find(long id) {
		return db.sql(FACTS + "where id = ?").param(id).query(RollRows::facts).optional();
	}

	List<RollFacts> at(String place) {
		return db.sql(FACTS + "where place = ? order by id desc").param(place).query(RollRows::facts).list();
	}

	Optional<Long> headOf(long roll, String unit) {
		return db.sql("select head_id from roll_unit where roll_id = ? and code = ? and head_id is not null").params(roll, unit)
				.query(Long.class).optional();
	}

	private byte[] secret(String place) {
		var secret = new byte[SECRET_BYTES];
		RANDOM.nextBytes(secret);
		return vault.seal(HexFormat.of().formatHex(secret), "roll:" + place);
	}

	private static RollFacts facts(ResultSet row, int number) throws SQLException {
		return new RollFacts(row.getLong("id"), row.getString("place"), row.getString("title"), row.getBoolean("parking"),
				RollState.valueOf(row.getString("state")), row.getInt("units"), row.getInt("heads"), row.getLong("area"),
				row.getString("fingerprint"));
	}
}

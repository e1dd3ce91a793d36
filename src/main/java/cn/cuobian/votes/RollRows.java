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

import cn.cuobian.refusals.Refusal;
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

	/** Of all places, the newest first. */
	List<RollFacts> latest(int most) {
		return db.sql(FACTS + "order by id desc fetch first " + most + " rows only").query(RollRows::facts).list();
	}

	Optional<Long> headOf(long roll, String unit) {
		return db.sql("select head_id from roll_unit where roll_id = ? and code = ? and head_id is not null").params(roll, unit)
				.query(Long.class).optional();
	}

	/**
	 * Takes the roll for this transaction: everything that changes it comes one after the other.
	 *
	 * @throws Refusal 404
	 */
	RollFacts lock(long id) {
		return db.sql(FACTS + "where id = ? for update").param(id).query(RollRows::facts).optional().orElseThrow(Refusal::notFound);
	}

	/** Raised by every change. */
	int edition(long id) {
		return db.sql("select edition from roll where id = ?").param(id).query(Integer.class).single();
	}

	/** @param area in 0.01 m² */
	void count(long id, int units, int heads, long area) {
		db.sql("update roll set units = ?, heads = ?, area = ?, edition = edition + 1 where id = ?").params(units, heads, area, id).update();
	}

	void freeze(long id, String fingerprint, long person) {
		db.sql("update roll set state = 'FROZEN', fingerprint = ?, frozen = ?, frozen_by = ? where id = ?")
				.params(fingerprint, Timestamp.from(clock.instant()), person, id).update();
	}

	void fingerprint(long id, String fingerprint) {
		db.sql("update roll set fingerprint = ? where id = ?").params(fingerprint, id).update();
	}

	/** The highest number a head of the roll ever had. */
	int lastNo(long id) {
		return db.sql("select last_no from roll where id = ?").param(id).query(Integer.class).single();
	}

	void lastNo(long id, int no) {
		db.sql("update roll set last_no = ? where id = ?").params(no, id).update();
	}

	/** What turns the owners of this roll into keys. */
	OwnerKeys keys(RollFacts roll) {
		var sealed = db.sql("select secret from roll where id = ?").param(roll.id()).query((row, number) -> row.getBytes("secret")).single();
		return new OwnerKeys(HexFormat.of().parseHex(vault.open(sealed, "roll:" + roll.place())));
	}

	/** The building whose owners alone it holds; empty for the whole compound. */
	Optional<String> building(long id) {
		return Optional.ofNullable(db.sql("select building from roll where id = ?").param(id).query((row, n) -> row.getString(1)).list().get(0));
	}

	void ofBuilding(long id, String building) {
		db.sql("update roll set building = ? where id = ?").params(building, id).update();
	}

	/** Gives a copy at the same place the secret of its original: the same people have the same keys in both. */
	void shareSecret(long from, long to) {
		db.sql("update roll set secret = (select secret from roll where id = ?) where id = ?").params(from, to).update();
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

package cn.cuobian.votes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of a roll: only ever added to, newest first when read. */
@Component
class RollRecord {

	private final JdbcClient db;
	private final RollRows rolls;
	private final RollVault vault;
	private final Clock clock;

	RollRecord(JdbcClient db, RollRows rolls, RollVault vault, Clock clock) {
		this.db = db;
		this.rolls = rolls;
		this.vault = vault;
		this.clock = clock;
	}

	void add(long roll, RollAct act, String reason, long person) {
		add(roll, act, null, reason, "", "", null, person);
	}

	/** The totals are those of the roll now, after the act. */
	void add(long roll, RollAct act, String unit, String reason, String before, String after, Long objection, long person) {
		var now = rolls.find(roll).orElseThrow();
		db.sql("""
				insert into roll_change (roll_id, kind, unit_code, reason, before_state, after_state, objection_id, units, heads, area,
				  fingerprint, at, by_person) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(roll, act.name(), unit, reason, vault.seal(roll, "change", before), vault.seal(roll, "change", after), objection,
						now.units(), now.heads(), now.area(), now.fingerprint(), Timestamp.from(clock.instant()), person).update();
	}

	List<RollEntry> latest(long roll, int most) {
		return db.sql("select * from roll_change where roll_id = ? order by id desc fetch first " + most + " rows only").param(roll)
				.query(this::entry).list();
	}

	List<RollEntry> ofUnit(long roll, String unit, int most) {
		return db.sql("select * from roll_change where roll_id = ? and unit_code = ? order by id desc fetch first " + most + " rows only")
				.params(roll, unit).query(this::entry).list();
	}

	/** The freeze and every correction after it, in the order in which they happened. */
	List<RollEntry> fingerprints(long roll) {
		return db.sql("select * from roll_change where roll_id = ? and kind in ('FROZEN', 'AREA', 'OWNERS') and fingerprint is not null order by id")
				.param(roll).query(this::entry).list();
	}

	private RollEntry entry(ResultSet row, int number) throws SQLException {
		var roll = row.getLong("roll_id");
		return new RollEntry(row.getLong("id"), RollAct.valueOf(row.getString("kind")), row.getString("unit_code"), row.getString("reason"),
				vault.open(roll, "change", row.getBytes("before_state")), vault.open(roll, "change", row.getBytes("after_state")),
				row.getObject("objection_id", Long.class), row.getInt("units"), row.getInt("heads"), row.getLong("area"),
				row.getString("fingerprint"), row.getTimestamp("at").toInstant(), row.getLong("by_person"));
	}
}

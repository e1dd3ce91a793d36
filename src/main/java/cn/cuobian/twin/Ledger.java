package cn.cuobian.twin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.design.walk.Picture.Rang;
import cn.cuobian.design.walk.Picture.Ticking;

/** Reads the clocks of the house: all of them belong to the one walk. */
@ForTwin
@Component
class Ledger {

	private final JdbcClient db;

	Ledger(JdbcClient db) {
		this.db = db;
	}

	List<Ticking> clocks() {
		return db.sql("select code, element_id, started, due, state from clock order by id").query((row, n) -> new Ticking(row.getString("code"),
				row.getString("element_id"), instant(row, "started"), instant(row, "due"), row.getString("state"))).list();
	}

	List<Rang> rungs() {
		return db.sql("select c.code, r.rung, r.at, r.covered from clock_rung r join clock c on c.id = r.clock_id order by r.at, c.id, r.rung_at")
				.query((row, n) -> new Rang(row.getString("code"), row.getString("rung"), instant(row, "at"), row.getBoolean("covered"))).list();
	}

	/** When the next reminder rings. */
	Optional<Instant> nextRung() {
		return db.sql("select min(next_rung_at) as soonest from clock where state = 'RUNNING'")
				.query((row, n) -> Optional.ofNullable(instant(row, "soonest"))).single();
	}

	/** When the next clock runs out. */
	Optional<Instant> nextDue(Instant after) {
		return db.sql("select min(due) as soonest from clock where state = 'RUNNING' and due > ?").param(Timestamp.from(after))
				.query((row, n) -> Optional.ofNullable(instant(row, "soonest"))).single();
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return at == null ? null : at.toInstant();
	}
}

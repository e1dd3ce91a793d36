package cn.cuobian.clocks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cn.cuobian.clocks.Peal.Told;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code clock_rung}, and the columns of {@code clock} that tell the sweep where to look. */
@Repository
class RungRows {

	private final JdbcClient db;
	private final JdbcOperations batch;

	RungRows(JdbcClient db, JdbcOperations batch) {
		this.db = db;
		this.batch = batch;
	}

	/**
	 * The running clocks whose next rung has come, except those another transaction has in hand; they are locked. H2,
	 * which has one node, locks all that are due and not only the first ones: a second sweep finds none, and none twice.
	 */
	List<RungClock> due(Instant now, int most) {
		return db.sql("select id, subject, code, task_id, place, limit_place, limit_amount, limit_unit, limit_counting,"
				+ " limit_source, limit_rungs, limit_extension, extra, started, due from clock"
				+ " where next_rung_at <= ? and state = 'RUNNING' order by next_rung_at, id fetch first " + most
				+ " rows only for update skip locked").param(Timestamp.from(now)).query(RungRows::clock).list();
	}

	/** Which rungs of these clocks were told, or covered by a later one. */
	Map<Long, Set<String>> told(Collection<Long> clocks) {
		var told = new HashMap<Long, Set<String>>();
		db.sql("select clock_id, rung from clock_rung where clock_id in (:clocks)").param("clocks", clocks).query(row -> {
			told.computeIfAbsent(row.getLong("clock_id"), none -> new HashSet<>()).add(row.getString("rung"));
		});
		return told;
	}

	void record(List<Told> told, Instant now) {
		var at = Timestamp.from(now);
		batch.batchUpdate("insert into clock_rung (clock_id, rung, at, rung_at, covered) values (?, ?, ?, ?, ?)",
				told.stream().map(one -> new Object[] { one.clockId(), one.rung(), Timestamp.from(one.at()), at, one.covered() }).toList());
	}

	void advance(List<Peal> peals) {
		batch.batchUpdate("update clock set next_rung = ?, next_rung_at = ? where id = ?", peals.stream()
				.map(peal -> new Object[] { peal.next().index(), stamp(peal.next().at()), peal.clock().id() }).toList());
	}

	private static Timestamp stamp(Instant at) {
		return at == null ? null : Timestamp.from(at);
	}

	private static RungClock clock(ResultSet rs, int n) throws SQLException {
		var limit = new Limit(rs.getString("code"), rs.getString("limit_place"), rs.getInt("limit_amount"), rs.getString("limit_unit"),
				rs.getString("limit_counting"), rs.getString("limit_rungs"), rs.getInt("limit_extension"), rs.getString("limit_source"));
		return new RungClock(rs.getLong("id"), rs.getString("subject"), limit.code(), rs.getString("task_id"), rs.getString("place"),
				limit, rs.getTimestamp("started").toInstant(), rs.getTimestamp("due").toInstant(), rs.getInt("extra"));
	}
}

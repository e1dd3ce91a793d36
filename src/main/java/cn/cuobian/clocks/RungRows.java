package cn.cuobian.clocks;

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

/** The table {@code clock_rung}, and the columns of {@code clock} that say what comes next. */
@Repository
class RungRows {

	private final JdbcClient db;
	private final JdbcOperations batch;

	RungRows(JdbcClient db, JdbcOperations batch) {
		this.db = db;
		this.batch = batch;
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
}

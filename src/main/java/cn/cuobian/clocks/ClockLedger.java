package cn.cuobian.clocks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code clock}: at most one open line per subject, code and part, guarded by the unique {@code open_key}. */
@Repository
class ClockLedger {

	/** How a line was closed. */
	enum Ending {
		MET, EXPIRED, CANCELLED
	}

	private static final String OPEN = "select id, subject, code, part, limit_place, limit_amount, limit_unit,"
			+ " limit_counting, limit_source, started, due from clock where state = 'RUNNING' and ";

	private final JdbcClient jdbc;

	ClockLedger(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void open(String subject, long part, Limit limit, Instant started, Instant due) {
		jdbc.sql("""
				insert into clock (id, subject, code, part, open_key, limit_place, limit_amount, limit_unit,
				  limit_counting, limit_source, started, due, state)
				values (nextval('clock_seq'), :subject, :code, :part, :key, :place, :amount, :unit,
				  :counting, :source, :started, :due, 'RUNNING')""")
				.param("subject", subject).param("code", limit.code()).param("part", part)
				.param("key", openKey(subject, limit.code(), part))
				.param("place", limit.place()).param("amount", limit.amount()).param("unit", limit.unit())
				.param("counting", limit.counting()).param("source", limit.source())
				.param("started", Timestamp.from(started)).param("due", Timestamp.from(due)).update();
	}

	Optional<ClockRow> running(String subject, String code, long part) {
		return jdbc.sql(OPEN + "open_key = ?").param(openKey(subject, code, part)).query(ClockLedger::row).optional();
	}

	List<ClockRow> ofSubject(String subject) {
		return jdbc.sql(OPEN + "subject = ? order by due, id").param(subject).query(ClockLedger::row).list();
	}

	Optional<ClockRow> ofTask(String taskId) {
		return jdbc.sql(OPEN + "task_id = ?").param(taskId).query(ClockLedger::row).optional();
	}

	/** Open lines that belong to no task. */
	List<ClockRow> waiting(String subject) {
		return jdbc.sql(OPEN + "subject = ? and task_id is null").param(subject).query(ClockLedger::row).list();
	}

	Optional<Expired> lastExpired(String subject) {
		return jdbc.sql("select code, due from clock where subject = ? and state = 'EXPIRED' order by ended desc, id desc"
				+ " fetch first 1 rows only").param(subject)
				.query((rs, n) -> new Expired(rs.getString("code"), rs.getTimestamp("due").toInstant())).optional();
	}

	void bind(long id, String taskId) {
		jdbc.sql("update clock set task_id = ? where id = ?").params(taskId, id).update();
	}

	void close(long id, Ending ending, Instant ended) {
		jdbc.sql("update clock set state = ?, ended = ?, open_key = null where id = ? and state = 'RUNNING'")
				.params(ending.name(), Timestamp.from(ended), id).update();
	}

	private static String openKey(String subject, String code, long part) {
		return subject + "|" + code + "|" + part;
	}

	private static ClockRow row(ResultSet rs, int n) throws SQLException {
		var limit = new Limit(rs.getString("code"), rs.getString("limit_place"), rs.getInt("limit_amount"),
				rs.getString("limit_unit"), rs.getString("limit_counting"), rs.getString("limit_source"));
		return new ClockRow(rs.getLong("id"), rs.getString("subject"), limit.code(), rs.getLong("part"), limit,
				rs.getTimestamp("started").toInstant(), rs.getTimestamp("due").toInstant());
	}
}

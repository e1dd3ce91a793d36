package cn.cuobian.clocks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import cn.cuobian.clocks.ClockClosed.Ending;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The table {@code clock}: at most one open line per subject, code and part, guarded by the unique {@code open_key}. */
@Repository
class ClockLedger {

	private static final String ALL = "select id, subject, code, part, place, task_id, limit_place, limit_amount, limit_unit,"
			+ " limit_counting, limit_rungs, limit_extension, limit_source, started, due, paused_since, extra, asked, asked_by,"
			+ " edition from clock where ";
	/** Never by {@code open_key}: where nearly all clocks are closed, PostgreSQL would go through that key's index instead. */
	private static final String IS_OPEN = "state in ('RUNNING', 'PAUSED') and ";
	private static final String OPEN = ALL + IS_OPEN;

	private final JdbcClient jdbc;
	private final JdbcOperations batches;

	ClockLedger(JdbcClient jdbc, JdbcOperations batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** @param byProcess opened by a procedure, and stopped with it */
	ClockRow open(String subject, long part, String place, boolean byProcess, Limit limit, Instant started, Instant due,
			NextRung next) {
		var key = new GeneratedKeyHolder();
		jdbc.sql("""
				insert into clock (id, subject, code, part, open_key, place, by_process, limit_place, limit_amount, limit_unit,
				  limit_counting, limit_rungs, limit_extension, limit_source, started, due, extra, state, next_rung,
				  next_rung_at, edition)
				values (nextval('clock_seq'), :subject, :code, :part, :key, :where, :byProcess, :place, :amount, :unit, :counting, :rungs,
				  :extension, :source, :started, :due, 0, 'RUNNING', :rung, :rungAt, 0)""")
				.param("subject", subject).param("code", limit.code()).param("part", part)
				.param("key", openKey(subject, limit.code(), part)).param("where", place).param("byProcess", byProcess)
				.param("place", limit.place()).param("amount", limit.amount()).param("unit", limit.unit())
				.param("counting", limit.counting()).param("rungs", limit.rungs()).param("extension", limit.extension())
				.param("source", limit.source()).param("started", Timestamp.from(started)).param("due", Timestamp.from(due))
				.param("rung", next.index()).param("rungAt", timestamp(next.at())).update(key, "id");
		return new ClockRow(key.getKeyAs(Long.class), subject, part, place, null, limit, started, due, null, 0, null, null, 0);
	}

	Optional<ClockRow> running(String subject, String code, long part) {
		return jdbc.sql(ALL + "open_key = ?").param(openKey(subject, code, part)).query(ClockLedger::row).optional();
	}

	Optional<ClockRow> byId(long id) {
		return jdbc.sql(OPEN + "id = ?").param(id).query(ClockLedger::row).optional();
	}

	List<ClockRow> byIds(Collection<Long> ids) {
		return jdbc.sql(OPEN + "id in (:ids) order by id").param("ids", ids).query(ClockLedger::row).list();
	}

	/** What any clock was allowed, open or not. */
	Optional<Limit> limitOf(long id) {
		return jdbc.sql(ALL + "id = ?").param(id).query(ClockLedger::row).optional().map(ClockRow::limit);
	}

	/** The same as {@link #byId}, and whoever comes second waits until the first one's transaction is over. */
	Optional<ClockRow> locked(long id) {
		return jdbc.sql(OPEN + "id = ? for update").param(id).query(ClockLedger::row).optional();
	}

	List<ClockRow> ofSubject(String subject) {
		return jdbc.sql(OPEN + "subject = ? order by due, id").param(subject).query(ClockLedger::row).list();
	}

	Optional<ClockRow> ofTask(String taskId) {
		return jdbc.sql(OPEN + "task_id = ?").param(taskId).query(ClockLedger::row).optional();
	}

	/** Open lines of a procedure that belong to no task. */
	List<ClockRow> waiting(String subject) {
		return jdbc.sql(OPEN + "subject = ? and task_id is null and by_process = true").param(subject)
				.query(ClockLedger::row).list();
	}

	/** Open and running lines in the order of their ids, to go through all of them. */
	List<ClockRow> runningAfter(long id, int most) {
		return jdbc.sql(OPEN + "id > ? and paused_since is null order by id fetch first " + most + " rows only").param(id)
				.query(ClockLedger::row).list();
	}

	/**
	 * Running lines whose next rung has come, except those another transaction has in hand; they are locked. H2, which
	 * has one node, locks all that have come and not only the first: a second sweep finds none, and none twice.
	 */
	List<ClockRow> ringing(Instant now, int most) {
		return jdbc.sql(ALL + "next_rung_at <= ? and state = 'RUNNING' order by next_rung_at, id fetch first " + most
				+ " rows only for update skip locked").param(Timestamp.from(now)).query(ClockLedger::row).list();
	}

	Optional<Expired> lastExpired(String subject) {
		return jdbc.sql("select code, due from clock where subject = ? and state = 'EXPIRED' order by ended desc, id desc"
				+ " fetch first 1 rows only").param(subject)
				.query((rs, n) -> new Expired(rs.getString("code"), rs.getTimestamp("due").toInstant())).optional();
	}

	void bind(long id, ClockBound bound) {
		jdbc.sql("update clock set task_id = ?, model_key = ?, element_id = ? where id = ?")
				.params(bound.taskId(), bound.modelKey(), bound.elementId(), id).update();
	}

	/** Writes what may change while it is open. */
	void change(ClockRow row, NextRung next) {
		jdbc.sql("""
				update clock set due = :due, paused_since = :paused, extra = :extra, asked = :asked, asked_by = :askedBy,
				  state = :state, next_rung = :rung, next_rung_at = :rungAt, edition = edition + 1 where id = :id""")
				.param("due", Timestamp.from(row.due())).param("paused", timestamp(row.pausedSince()))
				.param("extra", row.extra()).param("asked", row.asked()).param("askedBy", row.askedBy())
				.param("state", row.isPaused() ? "PAUSED" : "RUNNING")
				.param("rung", next.index()).param("rungAt", timestamp(next.at())).param("id", row.id()).update();
	}

	/** A row with what the changed calendar makes of it. */
	record Recounted(ClockRow row, Instant due, NextRung next) {
	}

	/** Writes many at once; a clock somebody changed meanwhile was counted by him and is left out of the answer. */
	List<Recounted> recount(List<Recounted> lines) {
		var counts = batches.batchUpdate("update clock set due = ?, next_rung = ?, next_rung_at = ?, edition = edition + 1"
				+ " where " + IS_OPEN + "id = ? and edition = ?", lines.stream().map(line -> new Object[] {
						Timestamp.from(line.due()), line.next().index(), timestamp(line.next().at()), line.row().id(),
						line.row().edition() }).toList());
		return IntStream.range(0, counts.length).filter(i -> counts[i] > 0).mapToObj(lines::get).toList();
	}

	/** The task has left a clock of the subject as a whole, which goes on. */
	void letGo(String taskId) {
		jdbc.sql("update clock set task_id = null where task_id = ? and by_process = false").param(taskId).update();
	}

	void close(long id, Ending ending, Instant ended, int usedPermille) {
		jdbc.sql("""
				update clock set state = ?, ended = ?, used_permille = ?, open_key = null, next_rung = null,
				  next_rung_at = null, edition = edition + 1 where\s""" + IS_OPEN + "id = ?")
				.params(ending.name(), Timestamp.from(ended), usedPermille, id).update();
	}

	private static String openKey(String subject, String code, long part) {
		return subject + "|" + code + "|" + part;
	}

	private static ClockRow row(ResultSet rs, int n) throws SQLException {
		var limit = new Limit(rs.getString("code"), rs.getString("limit_place"), rs.getInt("limit_amount"),
				rs.getString("limit_unit"), rs.getString("limit_counting"), rs.getString("limit_rungs"),
				rs.getInt("limit_extension"), rs.getString("limit_source"));
		return new ClockRow(rs.getLong("id"), rs.getString("subject"), rs.getLong("part"), rs.getString("place"),
				rs.getString("task_id"), limit, rs.getTimestamp("started").toInstant(), rs.getTimestamp("due").toInstant(),
				instant(rs.getTimestamp("paused_since")), rs.getInt("extra"), rs.getObject("asked", Integer.class),
				rs.getObject("asked_by", Long.class), rs.getInt("edition"));
	}

	private static Timestamp timestamp(Instant instant) {
		return instant == null ? null : Timestamp.from(instant);
	}

	private static Instant instant(Timestamp timestamp) {
		return timestamp == null ? null : timestamp.toInstant();
	}
}

package cn.cuobian.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code watched}. */
@Repository
class WatchRows {

	static final String COLUMNS = "clock_id, subject, matter_id, number, title, kind, tier, code, place, task_id, step, step_en,"
			+ " group_key, assignee, due, asked, urged, urged_at, listed";

	private final JdbcClient db;
	private final JdbcOperations batches;

	WatchRows(JdbcClient db, JdbcOperations batches) {
		this.db = db;
		this.batches = batches;
	}

	/**
	 * A new clock of what is under special supervision is so from the beginning, whatever the row says of it.
	 *
	 * @param byLevel the place's code in the column of its level, and those of the places above it
	 */
	void insert(Watched row, Map<String, String> byLevel) {
		db.sql("""
				insert into watched (clock_id, subject, matter_id, number, title, kind, tier, code, place, prefecture, city, township,
				  community, compound, building, unit, due, asked, urged, listed)
				values (:clock, :subject, :matter, :number, :title, :kind, :tier, :code, :place, :prefecture, :city, :township,
				  :community, :compound, :building, :unit, :due, false, 0, exists (select 1 from watch_listed where subject = :subject))""")
				.param("clock", row.clockId()).param("subject", row.subject()).param("matter", row.matterId())
				.param("number", row.number()).param("title", row.title()).param("kind", row.kind()).param("tier", row.tier())
				.param("code", row.code()).param("place", row.place()).params(byLevel).param("due", Timestamp.from(row.due())).update();
	}

	Optional<Watched> find(long clockId) {
		return db.sql("select " + COLUMNS + " from watched where clock_id = ?").param(clockId).query(WatchRows::row).optional();
	}

	List<Watched> find(Collection<Long> clockIds) {
		return clockIds.isEmpty() ? List.of() : db.sql("select " + COLUMNS + " from watched where clock_id in (:clocks)")
				.param("clocks", clockIds).query(WatchRows::row).list();
	}

	List<Watched> ofSubject(String subject) {
		return db.sql("select " + COLUMNS + " from watched where subject = ? order by due, clock_id").param(subject)
				.query(WatchRows::row).list();
	}

	void bind(long clockId, String taskId) {
		db.sql("update watched set task_id = ? where clock_id = ?").params(taskId, clockId).update();
	}

	void step(String taskId, String step, String stepEn, String group) {
		db.sql("update watched set step = ?, step_en = ?, group_key = ? where task_id = ?").params(step, stepEn, group, taskId).update();
	}

	void assign(String taskId, Long person) {
		db.sql("update watched set assignee = :person where task_id = :task").param("person", person).param("task", taskId).update();
	}

	/** What happened to a clock decides about an extension that was asked for, too. */
	void moveDue(Map<Long, Instant> due) {
		batches.batchUpdate("update watched set due = ? where clock_id = ?", due.entrySet().stream()
				.map(each -> new Object[] { Timestamp.from(each.getValue()), each.getKey() }).toList());
	}

	void asked(long clockId, boolean asked) {
		db.sql("update watched set asked = ? where clock_id = ?").params(asked, clockId).update();
	}

	void retell(String subject, String tier) {
		db.sql("update watched set tier = ? where subject = ?").params(tier, subject).update();
	}

	/** @return false if it was urged since the instant */
	boolean urge(long clockId, Instant now, Instant notSince) {
		return db.sql("update watched set urged = urged + 1, urged_at = ? where clock_id = ? and (urged_at is null or urged_at <= ?)")
				.params(Timestamp.from(now), clockId, Timestamp.from(notSince)).update() == 1;
	}

	/** @return false if it was so already */
	boolean list(String subject, boolean listed) {
		db.sql("update watched set listed = ? where subject = ?").params(listed, subject).update();
		return 1 == (listed
				? db.sql("insert into watch_listed (subject) select :subject where not exists (select 1 from watch_listed where subject = :subject)")
						.param("subject", subject).update()
				: db.sql("delete from watch_listed where subject = ?").param(subject).update());
	}

	void delete(long clockId) {
		db.sql("delete from watched where clock_id = ?").param(clockId).update();
	}

	static Watched row(ResultSet rs, int n) throws SQLException {
		var urgedAt = rs.getTimestamp("urged_at");
		return new Watched(rs.getLong("clock_id"), rs.getString("subject"), rs.getLong("matter_id"), rs.getString("number"),
				rs.getString("title"), rs.getString("kind"), rs.getString("tier"), rs.getString("code"), rs.getString("place"),
				rs.getString("task_id"), rs.getString("step"), rs.getString("step_en"), rs.getString("group_key"),
				rs.getObject("assignee", Long.class), rs.getTimestamp("due").toInstant(), rs.getBoolean("asked"), rs.getInt("urged"),
				urgedAt == null ? null : urgedAt.toInstant(), rs.getBoolean("listed"));
	}
}

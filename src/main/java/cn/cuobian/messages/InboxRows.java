package cn.cuobian.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import cn.cuobian.messages.Notice.Kind;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code inbox}. */
@Repository
class InboxRows {

	/** A line that waits for the digest of the person who wants one. */
	private static final int WAITS = 0;

	private static final String ROW = "select id, kind, about, link, at, is_read from inbox where ";

	private final JdbcClient db;
	private final JdbcOperations batch;
	private final Clock clock;

	InboxRows(JdbcClient db, JdbcOperations batch, Clock clock) {
		this.db = db;
		this.batch = batch;
		this.clock = clock;
	}

	record Row(long id, Kind kind, String about, String link, Instant at, boolean read) {
	}

	/** @return those of them that were not told before */
	List<Telling> add(List<Telling> tellings) {
		var now = Timestamp.from(clock.instant());
		int[] added = batch.batchUpdate("""
				insert into inbox (id, person_id, event, kind, about, link, task_id, at, is_read, digest)
				select nextval('inbox_seq'), ?, ?, ?, ?, ?, ?, ?, false,
				  (select cast(0 as bigint) from mail_wish where person_id = ? and pace = 'DAILY' and address is not null)
				where not exists (select 1 from inbox where person_id = ? and event = ?)""",
				tellings.stream().map(telling -> row(telling, now)).toList());
		return IntStream.range(0, added.length).filter(n -> added[n] != 0).mapToObj(tellings::get).toList();
	}

	private static Object[] row(Telling telling, Timestamp now) {
		var notice = telling.notice();
		return new Object[] { telling.person(), notice.event(), notice.kind().name(), notice.about(), notice.link(),
				notice.taskId(), now, telling.person(), telling.person(), notice.event() };
	}

	int unread(long person, int most) {
		return db.sql("select count(*) from (select id from inbox where person_id = ? and is_read = false"
				+ " fetch first " + most + " rows only) counted").param(person).query(Integer.class).single();
	}

	/** The newest first. */
	List<Row> newest(long person, int most) {
		return db.sql(ROW + "person_id = ? order by id desc fetch first " + most + " rows only").param(person)
				.query(InboxRows::read).list();
	}

	Optional<String> link(long person, long id) {
		return db.sql("select link from inbox where person_id = ? and id = ?").params(person, id)
				.query(String.class).optional();
	}

	void read(long person, long id) {
		db.sql("update inbox set is_read = true where person_id = ? and id = ?").params(person, id).update();
	}

	void readAll(long person) {
		db.sql("update inbox set is_read = true where person_id = ? and is_read = false").param(person).update();
	}

	void forgetTask(String taskId) {
		db.sql("delete from inbox where task_id = ?").param(taskId).update();
	}

	/** Who waits for a digest of what happened before the instant. */
	List<Long> waitingForDigest(Instant before) {
		return db.sql("select distinct person_id from inbox where digest = " + WAITS + " and at < ?")
				.param(Timestamp.from(before)).query(Long.class).list();
	}

	/** Puts what waits into this digest; each line is in one. */
	void putInto(long digest, long person, Instant before) {
		db.sql("update inbox set digest = ? where digest = " + WAITS + " and person_id = ? and at < ?")
				.params(digest, person, Timestamp.from(before)).update();
	}

	List<Row> ofDigest(long digest) {
		return db.sql(ROW + "digest = ? order by id").param(digest).query(InboxRows::read).list();
	}

	void forgetDigest(long person) {
		db.sql("update inbox set digest = null where digest = " + WAITS + " and person_id = ?").param(person).update();
	}

	private static Row read(ResultSet rs, int n) throws SQLException {
		return new Row(rs.getLong("id"), Kind.valueOf(rs.getString("kind")), rs.getString("about"), rs.getString("link"),
				rs.getTimestamp("at").toInstant(), rs.getBoolean("is_read"));
	}
}

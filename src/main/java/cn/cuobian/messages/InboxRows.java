package cn.cuobian.messages;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import cn.cuobian.messages.Notice.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code inbox}. */
@Repository
class InboxRows {

	private final JdbcClient db;
	private final Clock clock;

	InboxRows(JdbcClient db, Clock clock) {
		this.db = db;
		this.clock = clock;
	}

	record Row(long id, Kind kind, String about, String link, Instant at, boolean read) {
	}

	/** @return false if the person was told before */
	boolean add(long person, Notice notice) {
		return db.sql("""
				insert into inbox (id, person_id, event, kind, about, link, task_id, at, is_read)
				select nextval('inbox_seq'), :person, :event, :kind, :about, :link, :task, :at, false
				where not exists (select 1 from inbox where person_id = :person and event = :event)""")
				.param("person", person).param("event", notice.event()).param("kind", notice.kind().name())
				.param("about", notice.about()).param("link", notice.link()).param("task", notice.taskId())
				.param("at", Timestamp.from(clock.instant())).update() == 1;
	}

	int unread(long person, int most) {
		return db.sql("select count(*) from (select id from inbox where person_id = ? and is_read = false"
				+ " fetch first " + most + " rows only) counted").param(person).query(Integer.class).single();
	}

	/** The newest first. */
	List<Row> newest(long person, int most) {
		return db.sql("select id, kind, about, link, at, is_read from inbox where person_id = ?"
				+ " order by id desc fetch first " + most + " rows only").param(person)
				.query((rs, n) -> new Row(rs.getLong("id"), Kind.valueOf(rs.getString("kind")), rs.getString("about"),
						rs.getString("link"), rs.getTimestamp("at").toInstant(), rs.getBoolean("is_read"))).list();
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
}

package cn.cuobian.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import cn.cuobian.notices.Notice.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code notice}. */
@Repository
class NoticeRows {

	private final JdbcClient db;

	NoticeRows(JdbcClient db) {
		this.db = db;
	}

	long add(NewNotice notice, Instant now, int version, Long replaces, Long by) {
		long id = db.sql("select nextval('notice_seq')").query(Long.class).single();
		db.sql("""
				insert into notice (id, subject, kind, place, title, body, basis, shown_at, begins, ends, objectable, version, replaces, state,
				  published_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)""")
				.params(id, notice.subject(), notice.kind(), notice.place(), notice.title(), notice.body(), notice.basis(), notice.shownAt(),
						Timestamp.from(now), Timestamp.from(notice.ends()), notice.objectable(), version, replaces, by).update();
		return id;
	}

	Optional<Notice> find(long id) {
		return db.sql("select * from notice where id = ?").param(id).query(NoticeRows::row).optional();
	}

	/** Locked until the transaction ends: an objection and the end of the notice do not pass each other. */
	Optional<Notice> hold(long id) {
		return db.sql("select * from notice where id = ? for update").param(id).query(NoticeRows::row).optional();
	}

	List<Notice> of(String subject) {
		return db.sql("select * from notice where subject = ? order by id").param(subject).query(NoticeRows::row).list();
	}

	/** Of these places, the newest first. */
	List<Notice> at(List<String> places, int most) {
		return places.isEmpty() ? List.of() : db.sql("select * from notice where place in (:places) order by begins desc, id desc fetch first " + most + " rows only")
				.param("places", places).query(NoticeRows::row).list();
	}

	List<Long> due(Instant now) {
		return db.sql("select id from notice where state = 'OPEN' and ends <= ? order by ends, id").param(Timestamp.from(now)).query(Long.class).list();
	}

	void end(long id, State state, String reason, Instant now) {
		db.sql("update notice set state = ?, reason = ?, ended = ? where id = ?").params(state.name(), reason, Timestamp.from(now), id).update();
	}

	private static Notice row(ResultSet rs, int n) throws SQLException {
		long replaces = rs.getLong("replaces");
		var replaced = rs.wasNull() ? null : replaces;
		return new Notice(rs.getLong("id"), rs.getString("subject"), rs.getString("kind"), rs.getString("place"), rs.getString("title"),
				rs.getString("body"), rs.getString("basis"), rs.getString("shown_at"), rs.getTimestamp("begins").toInstant(),
				rs.getTimestamp("ends").toInstant(), rs.getBoolean("objectable"), rs.getInt("version"), replaced,
				State.valueOf(rs.getString("state")), rs.getString("reason"), instant(rs.getTimestamp("ended")));
	}

	private static Instant instant(Timestamp time) {
		return time == null ? null : time.toInstant();
	}
}

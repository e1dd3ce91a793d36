package cn.cuobian.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import cn.cuobian.notices.Objection.State;
import cn.cuobian.notices.Objection.Who;
import cn.cuobian.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code notice_objection}; who objects is sealed. */
@Repository
class ObjectionRows {

	private static final String SEPARATOR = "\n";
	private static final int PARTS = 3;

	private final JdbcClient db;
	private final Vault vault;

	ObjectionRows(JdbcClient db, Vault vault) {
		this.db = db;
		this.vault = vault;
	}

	long add(long noticeId, Who who, String words, Instant now) {
		long id = db.sql("select nextval('notice_objection_seq')").query(Long.class).single();
		var sealed = vault.seal(String.join(SEPARATOR, who.name(), who.unit(), who.contact()), context(id));
		db.sql("insert into notice_objection (id, notice_id, who, words, received, state) values (?, ?, ?, ?, ?, 'OPEN')")
				.params(id, noticeId, sealed, words, Timestamp.from(now)).update();
		return id;
	}

	Optional<Objection> find(long id) {
		return db.sql("select * from notice_objection where id = ?").param(id).query(this::row).optional();
	}

	List<Objection> of(long noticeId) {
		return db.sql("select * from notice_objection where notice_id = ? order by id").param(noticeId).query(this::row).list();
	}

	/** @return whether it was still open */
	boolean decide(long id, State state, String answer, Instant now, long by) {
		return db.sql("update notice_objection set state = ?, answer = ?, decided = ?, decided_by = ? where id = ? and state = 'OPEN'")
				.params(state.name(), answer, Timestamp.from(now), by, id).update() == 1;
	}

	private Objection row(ResultSet rs, int n) throws SQLException {
		var who = vault.open(rs.getBytes("who"), context(rs.getLong("id"))).split(SEPARATOR, PARTS);
		var decided = rs.getTimestamp("decided");
		return new Objection(rs.getLong("id"), rs.getLong("notice_id"), new Who(who[0], who[1], who[2]), rs.getString("words"),
				rs.getTimestamp("received").toInstant(), State.valueOf(rs.getString("state")), rs.getString("answer"),
				decided == null ? null : decided.toInstant());
	}

	private static String context(long id) {
		return "objection:" + id;
	}
}

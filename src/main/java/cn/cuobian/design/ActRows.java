package cn.cuobian.design;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of each draft. */
@Repository
class ActRows {

	private final JdbcClient db;

	ActRows(JdbcClient db) {
		this.db = db;
	}

	/** Newest first. */
	List<Act> of(long draft) {
		return db.sql("select * from design_act where draft = ? order by line desc").param(draft).query(ActRows::act).list();
	}

	/** In the transaction in which it happened, after the draft itself was changed: that holds off all others. */
	void insert(long draft, Act act) {
		var line = db.sql("select coalesce(max(line), 0) + 1 from design_act where draft = ?").param(draft).query(Integer.class).single();
		db.sql("insert into design_act (draft, line, act, person, at, revision, words) values (?, ?, ?, ?, ?, ?, ?)")
				.params(draft, line, act.kind().name(), act.person(), Timestamp.from(act.at()), act.revision(), act.words()).update();
	}

	private static Act act(ResultSet row, int number) throws SQLException {
		return new Act(Act.Kind.valueOf(row.getString("act")), row.getLong("person"), row.getTimestamp("at").toInstant(), row.getInt("revision"),
				row.getString("words"));
	}
}

package cn.cuobian.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import cn.cuobian.escalation.Assignment.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code assignment}; the unique {@code open_key} keeps a department from having one matter twice at once. */
@Repository
class AssignmentRows {

	private static final String SELECT = "select id, matter_id, department, state, result from assignment ";

	private final JdbcClient db;
	private final Clock clock;

	AssignmentRows(JdbcClient db, Clock clock) {
		this.db = db;
		this.clock = clock;
	}

	void open(long matterId, String department) {
		db.sql("""
				insert into assignment (id, matter_id, department, open_key, state, assigned_at)
				values (nextval('assignment_seq'), ?, ?, ?, 'ASSIGNED', ?)""")
				.params(matterId, department, matterId + "|" + department, Timestamp.from(clock.instant())).update();
	}

	Assignment byId(long id) {
		return db.sql(SELECT + "where id = ?").param(id).query(AssignmentRows::assignment).single();
	}

	/** Every assignment of the matter, the first one first. */
	List<Assignment> of(long matterId) {
		return db.sql(SELECT + "where matter_id = ? order by id").param(matterId).query(AssignmentRows::assignment).list();
	}

	private static Assignment assignment(ResultSet rs, int n) throws SQLException {
		return new Assignment(rs.getLong("id"), rs.getLong("matter_id"), rs.getString("department"), State.valueOf(rs.getString("state")),
				rs.getString("result"));
	}

	void end(long id, State state, String result) {
		db.sql("update assignment set state = ?, result = ?, open_key = null, ended_at = ? where id = ?")
				.params(state.name(), result, Timestamp.from(clock.instant()), id).update();
	}
}

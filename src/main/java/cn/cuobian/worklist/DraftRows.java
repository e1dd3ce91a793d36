package cn.cuobian.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Drafts by task and person. */
@Repository
class DraftRows {

	private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() { };

	private final JdbcClient jdbc;
	private final JsonMapper json;

	DraftRows(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** Newest first. */
	List<Draft> of(String taskId) {
		return jdbc.sql("""
				select task_id, person_id, saved_at, answers from work_draft where task_id = ?
				order by saved_at desc, person_id""").param(taskId).query(this::draft).list();
	}

	boolean update(Draft draft, String answers) {
		return jdbc.sql("update work_draft set saved_at = ?, answers = ? where task_id = ? and person_id = ?")
			.params(Timestamp.from(draft.savedAt()), answers, draft.taskId(), draft.personId()).update() > 0;
	}

	void insert(Draft draft, String answers) {
		jdbc.sql("insert into work_draft (task_id, person_id, saved_at, answers) values (?, ?, ?, ?)")
			.params(draft.taskId(), draft.personId(), Timestamp.from(draft.savedAt()), answers).update();
	}

	void delete(String taskId, long personId) {
		jdbc.sql("delete from work_draft where task_id = ? and person_id = ?").params(taskId, personId).update();
	}

	/** Drafts of tasks that are closed and that nobody came back for. */
	int deleteLeftSince(Instant before) {
		return jdbc.sql("""
				delete from work_draft where saved_at < ?
				and not exists (select 1 from work_item w where w.task_id = work_draft.task_id)""")
			.param(Timestamp.from(before)).update();
	}

	private Draft draft(ResultSet row, int index) throws SQLException {
		return new Draft(row.getString("task_id"), row.getLong("person_id"), row.getTimestamp("saved_at").toInstant(),
				json.readValue(row.getString("answers"), ANSWERS));
	}
}

package cn.cuobian.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.cuobian.engine.TaskClosed.Outcome;
import cn.cuobian.forms.Label;

/** What became of closed tasks. */
@Repository
class DoneRows {

	private static final String SELECT = """
			select task_id, subject, number, name, name_en, model_key, form_id, place, groups_held, outcome, person_id,
			  on_behalf_of, done_at, decided, decided_en from work_done""";

	private final JdbcClient jdbc;

	DoneRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(WorkResult result) {
		jdbc.sql("""
				insert into work_done (task_id, subject, number, name, name_en, model_key, form_id, place,
				  groups_held, outcome, person_id, on_behalf_of, done_at, decided, decided_en)
				values (:task, :subject, :number, :name, :nameEn, :model, :form, :place, :groups, :outcome, :person,
				  :behalf, :at, :decided, :decidedEn)""")
			.param("task", result.taskId()).param("subject", result.subject()).param("number", result.number())
			.param("name", result.name().zh()).param("nameEn", result.name().en()).param("model", result.modelKey())
			.param("form", result.formId()).param("place", result.place()).param("groups", String.join(" ", result.groups())).param("outcome", result.outcome().name())
			.param("person", result.personId()).param("behalf", result.onBehalfOf())
			.param("at", Timestamp.from(result.doneAt())).param("decided", result.decided().zh())
			.param("decidedEn", result.decided().en()).update();
	}

	Optional<WorkResult> find(String taskId) {
		return jdbc.sql(SELECT + " where task_id = ?").param(taskId).query(DoneRows::result).optional();
	}

	List<WorkResult> by(long personId, Instant since, int max) {
		return jdbc.sql(SELECT + " where person_id = ? and done_at >= ? order by done_at desc fetch first ? rows only")
			.params(personId, Timestamp.from(since), max).query(DoneRows::result).list();
	}

	private static WorkResult result(ResultSet row, int index) throws SQLException {
		var groups = row.getString("groups_held");
		return new WorkResult(row.getString("task_id"), row.getString("subject"), row.getString("number"),
				new Label(row.getString("name"), row.getString("name_en")), row.getString("model_key"),
				row.getString("form_id"), row.getString("place"),
				groups.isEmpty() ? List.of() : List.of(groups.split(" ")), Outcome.valueOf(row.getString("outcome")),
				(Long) row.getObject("person_id"), (Long) row.getObject("on_behalf_of"),
				row.getTimestamp("done_at").toInstant(),
				new Label(row.getString("decided"), row.getString("decided_en")));
	}
}

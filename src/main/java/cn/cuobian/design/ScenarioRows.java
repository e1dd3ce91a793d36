package cn.cuobian.design;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables {@code design_scenario} and {@code design_replay}. */
@Repository
class ScenarioRows {

	private static final String SCENARIO = "select id, bundle, name, recording, author, created from design_scenario where dropped is null and ";
	private static final String REPLAY = "select scenario, draft, revision, passed, words, walked, millis, reason, at from design_replay where ";

	private final JdbcClient db;
	private final JsonMapper json;

	ScenarioRows(JdbcClient db, JsonMapper json) {
		this.db = db;
		this.json = json;
	}

	long insert(Scenario scenario) {
		long id = db.sql("select nextval('design_scenario_seq')").query(Long.class).single();
		db.sql("insert into design_scenario (id, bundle, name, recording, author, created) values (?, ?, ?, ?, ?, ?)").params(id, scenario.bundle(),
				scenario.name(), json.writeValueAsString(scenario.recording()), scenario.author(), Timestamp.from(scenario.created())).update();
		return id;
	}

	void expect(long id, Recording recording) {
		db.sql("update design_scenario set recording = ? where id = ?").params(json.writeValueAsString(recording), id).update();
	}

	void drop(long id, Timestamp at) {
		db.sql("update design_scenario set dropped = ? where id = ?").params(at, id).update();
	}

	List<Scenario> of(String bundle) {
		return db.sql(SCENARIO + "bundle = ? order by id").param(bundle).query(this::scenario).list();
	}

	Optional<Scenario> find(long id) {
		return db.sql(SCENARIO + "id = ?").param(id).query(this::scenario).optional();
	}

	@Transactional
	void keep(Replay replay) {
		db.sql("delete from design_replay where scenario = ? and draft = ? and revision = ?")
				.params(replay.scenario(), replay.draft(), replay.revision()).update();
		db.sql("insert into design_replay (scenario, draft, revision, passed, words, walked, millis, reason, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
				.params(replay.scenario(), replay.draft(), replay.revision(), replay.passed(), replay.words(),
						json.writeValueAsString(replay.walked()), replay.millis(), replay.reason(), Timestamp.from(replay.at())).update();
	}

	/** Of one saving of a draft. */
	List<Replay> replays(long draft, int revision) {
		return db.sql(REPLAY + "draft = ? and revision = ? order by scenario").params(draft, revision).query(this::replay).list();
	}

	private Scenario scenario(ResultSet row, int n) throws SQLException {
		return new Scenario(row.getLong("id"), row.getString("bundle"), row.getString("name"),
				json.readValue(row.getString("recording"), Recording.class), row.getLong("author"), row.getTimestamp("created").toInstant());
	}

	private Replay replay(ResultSet row, int n) throws SQLException {
		return new Replay(row.getLong("scenario"), row.getLong("draft"), row.getInt("revision"), row.getBoolean("passed"), row.getString("words"),
				json.readValue(row.getString("walked"), Recording.class), row.getLong("millis"), row.getString("reason"), row.getTimestamp("at").toInstant());
	}
}

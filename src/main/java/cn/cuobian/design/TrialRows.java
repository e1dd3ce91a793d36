package cn.cuobian.design;

import java.sql.Timestamp;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code design_trial}: the latest trial run of each saving. */
@Repository
class TrialRows {

	private static final int LONGEST = 2_000;

	private final JdbcClient db;

	TrialRows(JdbcClient db) {
		this.db = db;
	}

	@Transactional
	void keep(Trial trial) {
		db.sql("delete from design_trial where draft = ? and revision = ?").params(trial.draft(), trial.revision()).update();
		db.sql("insert into design_trial (draft, revision, passed, words, millis, at) values (?, ?, ?, ?, ?, ?)")
				.params(trial.draft(), trial.revision(), trial.passed(), trial.words().substring(0, Math.min(LONGEST, trial.words().length())),
						trial.millis(), Timestamp.from(trial.at())).update();
	}

	Optional<Trial> find(long draft, int revision) {
		return db.sql("select draft, revision, passed, words, millis, at from design_trial where draft = ? and revision = ?").params(draft, revision)
				.query((row, n) -> new Trial(row.getLong("draft"), row.getInt("revision"), row.getBoolean("passed"), row.getString("words"),
						row.getLong("millis"), row.getTimestamp("at").toInstant())).optional();
	}
}

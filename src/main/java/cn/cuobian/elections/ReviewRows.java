package cn.cuobian.elections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import cn.cuobian.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code candidate_review}; reasons are sealed. A new round is a new row, so that none is overwritten. */
@Repository
class ReviewRows {

	private static final String COLUMNS = """
			select r.id, candidate_id, stage, department, post, result, conditions, reasons_sealed, asked, decided, decided_by
			from candidate_review r
			""";

	private final JdbcClient db;
	private final Vault vault;
	private final Clock clock;

	ReviewRows(JdbcClient db, Vault vault, Clock clock) {
		this.db = db;
		this.vault = vault;
		this.clock = clock;
	}

	long ask(long candidateId, String stage, String department, String post) {
		long id = db.sql("select nextval('election_seq')").query(Long.class).single();
		db.sql("insert into candidate_review (id, candidate_id, stage, department, post, asked) values (?, ?, ?, ?, ?, ?)")
				.params(id, candidateId, stage, department, post, Timestamp.from(clock.instant())).update();
		return id;
	}

	void decide(long id, String result, String conditions, String reasons, long person) {
		db.sql("update candidate_review set result = ?, conditions = ?, reasons_sealed = ?, decided = ?, decided_by = ? where id = ?")
				.params(result, conditions, reasons == null || reasons.isBlank() ? null : vault.seal(reasons, context(id)),
						Timestamp.from(clock.instant()), person, id)
				.update();
	}

	Optional<Review> find(long id) {
		return db.sql(COLUMNS + "where r.id = ?").param(id).query(this::row).optional();
	}

	/** The oldest first. */
	List<Review> of(long candidateId) {
		return db.sql(COLUMNS + "where candidate_id = ? order by r.id").param(candidateId).query(this::row).list();
	}

	/** Of all candidates of an election, the oldest first. */
	List<Review> ofElection(long electionId) {
		return db.sql(COLUMNS + "join candidate c on c.id = r.candidate_id where c.election_id = ? order by r.id").param(electionId)
				.query(this::row).list();
	}

	private Review row(ResultSet row, int n) throws SQLException {
		long id = row.getLong("id");
		var reasons = row.getBytes("reasons_sealed");
		var decided = row.getTimestamp("decided");
		return new Review(id, row.getLong("candidate_id"), row.getString("stage"), row.getString("department"), row.getString("post"),
				row.getString("result"), row.getString("conditions"), reasons == null ? null : vault.open(reasons, context(id)),
				row.getTimestamp("asked").toInstant(), decided == null ? null : decided.toInstant(), row.getObject("decided_by", Long.class));
	}

	private static String context(long id) {
		return "candidate-review:" + id;
	}
}

package cn.cuobian.votes;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code vote_reconciliation}. */
@Repository
class ReconciliationRows {

	private final JdbcClient db;
	private final Clock clock;

	ReconciliationRows(JdbcClient db, Clock clock) {
		this.db = db;
		this.clock = clock;
	}

	/** @param person who wrote it down */
	record Noted(HandCount count, Instant at, long person) {
	}

	Optional<Noted> find(long voteId) {
		return db.sql("select issued, found, spoiled, unused, explanation, scrutineers, noted, noted_by from vote_reconciliation where vote_id = ?")
				.param(voteId).query((row, n) -> new Noted(new HandCount(row.getInt("issued"), row.getInt("found"), row.getInt("spoiled"),
						row.getInt("unused"), row.getString("explanation"), row.getString("scrutineers")),
						row.getTimestamp("noted").toInstant(), row.getLong("noted_by")))
				.optional();
	}

	/** The vote's row must be locked. */
	void note(long voteId, HandCount count, long person) {
		db.sql("delete from vote_reconciliation where vote_id = ?").param(voteId).update();
		db.sql("""
				insert into vote_reconciliation (vote_id, issued, found, spoiled, unused, explanation, scrutineers, noted, noted_by)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(voteId, count.issued(), count.found(), count.spoiled(), count.unused(), count.explanation(), count.scrutineers(),
						Timestamp.from(clock.instant()), person)
				.update();
	}
}

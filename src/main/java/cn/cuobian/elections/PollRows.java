package cn.cuobian.elections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code poll}. */
@Repository
class PollRows {

	private static final String COLUMNS = """
			select id, subject, election_id, committee_id, roll_id, vote_id, opens, closes, extends_to, extended, weighed, secret, proxy_cap,
			  assembly, outcome
			from poll
			""";

	private final JdbcClient db;

	PollRows(JdbcClient db) {
		this.db = db;
	}

	/** @return its id; that of the given one is not looked at */
	long insert(Poll poll) {
		long id = db.sql("select nextval('election_seq')").query(Long.class).single();
		db.sql("""
				insert into poll (id, subject, election_id, committee_id, roll_id, opens, closes, extends_to, extended, weighed, secret, proxy_cap,
				  assembly)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(id, poll.subject(), poll.electionId(), poll.committeeId(), poll.rollId(), Timestamp.from(poll.opens()), Timestamp.from(poll.closes()),
						poll.extendsTo() == null ? null : Timestamp.from(poll.extendsTo()), false, false, poll.secret(), poll.proxyCap(), poll.assembly())
				.update();
		return id;
	}

	Poll get(long id) {
		return db.sql(COLUMNS + "where id = ?").param(id).query(PollRows::row).single();
	}

	/** The one planned last. */
	Optional<Poll> last(String subject) {
		return db.sql(COLUMNS + "where subject = ? order by id desc fetch first 1 rows only").param(subject).query(PollRows::row).optional();
	}

	void vote(long id, long voteId) {
		db.sql("update poll set vote_id = ? where id = ?").params(voteId, id).update();
	}

	void weighed(long id) {
		db.sql("update poll set weighed = true where id = ?").param(id).update();
	}

	void extended(long id) {
		db.sql("update poll set extended = true where id = ?").param(id).update();
	}

	void outcome(long id, String outcome) {
		db.sql("update poll set outcome = ? where id = ?").params(outcome, id).update();
	}

	private static Poll row(ResultSet row, int n) throws SQLException {
		return new Poll(row.getLong("id"), row.getString("subject"), row.getObject("election_id", Long.class),
				row.getObject("committee_id", Long.class), row.getLong("roll_id"), row.getObject("vote_id", Long.class), instant(row, "opens"), instant(row, "closes"),
				instant(row, "extends_to"), row.getBoolean("extended"), row.getBoolean("weighed"), row.getBoolean("secret"),
				row.getInt("proxy_cap"), row.getString("assembly"), row.getString("outcome"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		var at = row.getTimestamp(column);
		return at == null ? null : at.toInstant();
	}
}

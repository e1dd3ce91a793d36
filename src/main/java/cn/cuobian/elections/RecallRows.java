package cn.cuobian.elections;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code recall_motion}. */
@Repository
class RecallRows {

	private final JdbcClient db;
	private final Clock clock;

	RecallRows(JdbcClient db, Clock clock) {
		this.db = db;
		this.clock = clock;
	}

	/**
	 * Who proposes to recall a member.
	 *
	 * @param heads owners, and {@code area} what they own in 0.01 m²
	 */
	record Motion(long id, long committeeId, long memberId, int members, int heads, long area, Long pollId, String state) {
	}

	void propose(long committeeId, long memberId, int members, int heads, long area) {
		db.sql("""
				insert into recall_motion (id, committee_id, member_id, members, heads, area, proposed, state)
				values (nextval('election_seq'), ?, ?, ?, ?, ?, ?, 'PROPOSED')""")
				.params(committeeId, memberId, members, heads, area, Timestamp.from(clock.instant())).update();
	}

	/** The one that was proposed last. */
	Optional<Motion> last(long committeeId) {
		return db.sql("""
				select id, committee_id, member_id, members, heads, area, poll_id, state from recall_motion
				where committee_id = ? order by id desc fetch first 1 rows only""").param(committeeId).query(Motion.class).optional();
	}

	void poll(long id, long pollId) {
		db.sql("update recall_motion set poll_id = ?, state = 'VOTE' where id = ?").params(pollId, id).update();
	}

	/** @param state {@code REFUSED}, {@code PASSED} or {@code FAILED} */
	void state(long id, String state) {
		db.sql("update recall_motion set state = ? where id = ?").params(state, id).update();
	}
}

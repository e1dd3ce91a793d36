package cn.cuobian.votes;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.refusals.Refusal;

/** What already rests on a frozen roll, and so can no longer be moved under it. */
@Component
class RollUse {

	private final JdbcClient db;

	RollUse(JdbcClient db) {
		this.db = db;
	}

	/**
	 * Until a box is opened the numbers may be corrected: they are published again with the assembly's notice. Afterwards
	 * the box, its chain and its archive stand on the fingerprint, and so does whatever a court compares with it.
	 *
	 * @throws Refusal 409 if a vote has ever opened its box on the roll
	 */
	void requireNoBox(long roll) {
		var boxes = db.sql("select count(*) from vote where roll_id = ? and opened is not null").param(roll).query(Integer.class).single();
		if (boxes > 0) {
			throw new Refusal("votes.roll-in-use").status(HttpStatus.CONFLICT);
		}
	}

	/** @throws Refusal 422 if a ballot or an authority of the head is on its way */
	void requireNoBallot(long head, int no) {
		var ballots = db.sql("select (select count(*) from vote_code where head_id = ?) + (select count(*) from vote_proxy where head_id = ?)")
				.params(head, head).query(Integer.class).single();
		if (ballots > 0) {
			throw new Refusal("votes.roll-head-has-ballot", String.valueOf(no));
		}
	}
}

package cn.cuobian.votes;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/**
 * Lets the officer see the owners of a unit in full, with a reason, on record (Personal Information Protection Law,
 * articles 51 and 54).
 */
@Component
class RollReveals {

	/** Looks a person may take in 24 hours: whoever needs more prints the notices, which is one act on record. */
	static final int A_DAY = 100;

	private final JdbcClient db;
	private final RollRows rolls;
	private final RollRights rights;
	private final RollRecord record;
	private final Clock clock;

	RollReveals(JdbcClient db, RollRows rolls, RollRights rights, RollRecord record, Clock clock) {
		this.db = db;
		this.rolls = rolls;
		this.rights = rights;
		this.record = record;
		this.clock = clock;
	}

	/** @throws Refusal 422 without a reason, 429 after too many looks */
	@Transactional
	public void reveal(long rollId, String unit, String reason, Viewer viewer) {
		rights.require(viewer, rolls.lock(rollId));
		var why = RollReason.of(reason);
		int today = db.sql("select count(*) from roll_change where by_person = ? and kind = 'REVEALED' and at > ?")
				.params(viewer.personId(), Timestamp.from(clock.instant().minus(Duration.ofDays(1)))).query(Integer.class).single();
		if (today >= A_DAY) {
			throw new Refusal("votes.roll-reveals", String.valueOf(A_DAY)).status(HttpStatus.TOO_MANY_REQUESTS);
		}
		record.add(rollId, RollAct.REVEALED, unit, why, "", "", null, viewer.personId());
	}
}

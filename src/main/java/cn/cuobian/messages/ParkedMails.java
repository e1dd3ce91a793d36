package cn.cuobian.messages;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import cn.cuobian.messages.Mail.Reason;
import cn.cuobian.refusals.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mails that did not go out, and what a person decides about them. */
@Component
class ParkedMails {

	/** Counted no further. */
	static final int MOST_COUNTED = 100;
	private static final int MOST_SHOWN = 200;

	private final JdbcClient db;
	private final Clock clock;

	ParkedMails(JdbcClient db, Clock clock) {
		this.db = db;
		this.clock = clock;
	}

	/** @param error class of the last error, without its text: that may hold an address */
	record Parked(Mail mail, Reason reason, String error, Instant since) {
	}

	/** The newest first. */
	List<Parked> newest() {
		return db.sql("select id, addressee, event, kind, about, link, attempts, reason, error, ended from mail"
				+ " where state = 'PARKED' order by id desc fetch first " + MOST_SHOWN + " rows only")
				.query((rs, n) -> new Parked(MailRows.mail(rs, n), Reason.valueOf(rs.getString("reason")), rs.getString("error"),
						rs.getTimestamp("ended").toInstant())).list();
	}

	/** Up to {@link #MOST_COUNTED}. */
	int count(String state) {
		return db.sql("select count(*) from (select id from mail where state = ? fetch first " + MOST_COUNTED
				+ " rows only) counted").param(state).query(Integer.class).single();
	}

	/**
	 * Sends it again from the first attempt on, with the same Message-ID.
	 *
	 * @throws Refusal {@code messages.not-parked} if it is not parked (any more)
	 */
	@Transactional
	void tryAgain(long id, long by) {
		require(db.sql("update mail set state = 'WAITING', attempts = 0, reason = null, ended = null, next_at = ?, handled_by = ?"
				+ " where id = ? and state = 'PARKED'").params(now(), by, id).update());
	}

	/** @return how many */
	@Transactional
	int tryAllAgain(long by) {
		return db.sql("update mail set state = 'WAITING', attempts = 0, reason = null, ended = null, next_at = ?, handled_by = ?"
				+ " where state = 'PARKED'").params(now(), by).update();
	}

	/** @throws Refusal {@code messages.not-parked} if it is not parked (any more) */
	@Transactional
	void drop(long id, long by) {
		require(db.sql("update mail set state = 'DROPPED', reason = 'GIVEN_UP', ended = ?, handled_by = ?"
				+ " where id = ? and state = 'PARKED'").params(now(), by, id).update());
	}

	private static void require(int changed) {
		if (changed != 1) {
			throw new Refusal("messages.not-parked").status(HttpStatus.CONFLICT);
		}
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}
}

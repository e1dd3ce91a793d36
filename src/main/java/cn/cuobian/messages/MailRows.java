package cn.cuobian.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import cn.cuobian.messages.Mail.Reason;
import cn.cuobian.messages.Notice.Kind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Repository;

/** The table {@code mail}: what is to be sent, sent, or given up. Without a mail server nothing is put there. */
@Repository
class MailRows {

	private static final String MAIL = "select id, addressee, event, kind, about, link, attempts from mail where ";

	private final JdbcClient db;
	private final JdbcOperations batch;
	private final Clock clock;
	private final MailMeters meters;
	private final boolean on;

	MailRows(JdbcClient db, JdbcOperations batch, Clock clock, MailMeters meters, ObjectProvider<JavaMailSender> server) {
		this.db = db;
		this.batch = batch;
		this.clock = clock;
		this.meters = meters;
		this.on = server.getIfAvailable() != null;
	}

	/** For persons who want each mail at once. */
	void add(List<Telling> tellings) {
		if (on && !tellings.isEmpty()) {
			var now = now(Duration.ZERO);
			batch.batchUpdate("""
					insert into mail (id, addressee, event, kind, about, link, state, attempts, next_at, made_at)
					select nextval('mail_seq'), ?, ?, ?, ?, ?, 'WAITING', 0, ?, ?
					from mail_wish where person_id = ? and pace = 'AT_ONCE' and address is not null
					  and not exists (select 1 from mail where addressee = ? and event = ?)""",
					tellings.stream().map(telling -> row(telling, now)).toList());
		}
	}

	private static Object[] row(Telling telling, Timestamp now) {
		var to = new Addressee.Staff(telling.person()).key();
		var notice = telling.notice();
		return new Object[] { to, notice.event(), notice.kind().name(), notice.about(), notice.link(), now, now,
				telling.person(), to, notice.event() };
	}

	/** @return the new mail's id; empty if there is one of this event already, or no mail server */
	Optional<Long> addTo(Addressee to, Notice notice) {
		if (!on) {
			return Optional.empty();
		}
		long id = db.sql("select nextval('mail_seq')").query(Long.class).single();
		int added = db.sql("""
				insert into mail (id, addressee, event, kind, about, link, state, attempts, next_at, made_at)
				select :id, :to, :event, :kind, :about, :link, 'WAITING', 0, :now, :now
				where not exists (select 1 from mail where addressee = :to and event = :event)""")
				.param("id", id).param("to", to.key()).param("event", notice.event()).param("kind", notice.kind().name())
				.param("about", notice.about()).param("link", notice.link()).param("now", now(Duration.ZERO)).update();
		return added == 1 ? Optional.of(id) : Optional.empty();
	}

	/** The same for many, in one batch. */
	void addTo(List<? extends Addressee> to, Notice notice) {
		if (on && !to.isEmpty()) {
			var now = now(Duration.ZERO);
			batch.batchUpdate("""
					insert into mail (id, addressee, event, kind, about, link, state, attempts, next_at, made_at)
					select nextval('mail_seq'), ?, ?, ?, ?, ?, 'WAITING', 0, ?, ?
					where not exists (select 1 from mail where addressee = ? and event = ?)""",
					to.stream().map(each -> new Object[] { each.key(), notice.event(), notice.kind().name(), notice.about(), notice.link(), now, now,
							each.key(), notice.event() }).toList());
		}
	}

	List<Mail> due(int most) {
		return db.sql(MAIL + "state = 'WAITING' and next_at <= ? order by next_at, id fetch first " + most + " rows only")
				.param(now(Duration.ZERO)).query(MailRows::mail).list();
	}

	/** Takes the mail for one attempt; false if another node was first. Whoever takes it and dies leaves it to others after that time. */
	boolean take(Mail mail, Duration held) {
		return db.sql("update mail set attempts = attempts + 1, next_at = ? where id = ? and attempts = ? and state = 'WAITING'")
				.params(now(held), mail.id(), mail.attempts()).update() == 1;
	}

	/** After an attempt that failed: the next one. */
	void again(Mail mail, Duration pause) {
		db.sql("update mail set next_at = ? where id = ? and attempts = ? and state = 'WAITING'")
				.params(now(pause), mail.id(), mail.attempts() + 1).update();
	}

	/** Not now: this was no attempt. */
	void postpone(Mail mail, Instant until) {
		db.sql("update mail set next_at = ? where id = ? and attempts = ? and state = 'WAITING'")
				.params(Timestamp.from(until), mail.id(), mail.attempts()).update();
	}

	void failed(Mail mail, String error) {
		db.sql("update mail set error = ? where id = ?").params(error, mail.id()).update();
		meters.failed();
	}

	void sent(Mail mail) {
		db.sql("update mail set state = 'SENT', error = null, ended = ? where id = ?").params(now(Duration.ZERO), mail.id()).update();
		meters.sent();
	}

	/** Given up: a person has to look at it. */
	void park(Mail mail, Reason reason) {
		db.sql("update mail set state = 'PARKED', reason = ?, ended = ? where id = ?")
				.params(reason.name(), now(Duration.ZERO), mail.id()).update();
	}

	/** Nobody misses it. */
	void drop(Mail mail) {
		db.sql("update mail set state = 'DROPPED', reason = 'UNWANTED', ended = ? where id = ? and state = 'WAITING'")
				.params(now(Duration.ZERO), mail.id()).update();
	}

	static Mail mail(ResultSet rs, int n) throws SQLException {
		return new Mail(rs.getLong("id"), Addressee.of(rs.getString("addressee")), rs.getString("event"),
				Kind.valueOf(rs.getString("kind")), rs.getString("about"), rs.getString("link"), rs.getInt("attempts"));
	}

	private Timestamp now(Duration later) {
		return Timestamp.from(clock.instant().plus(later));
	}
}

package cn.cuobian.messages;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import cn.cuobian.messages.Notice.Kind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Repository;

/** The table {@code mail}: what is to be sent, sent, or given up. Without a mail server nothing is put there. */
@Repository
class MailRows {

	private final JdbcClient db;
	private final Clock clock;
	private final boolean on;

	MailRows(JdbcClient db, Clock clock, ObjectProvider<JavaMailSender> server) {
		this.db = db;
		this.clock = clock;
		this.on = server.getIfAvailable() != null;
	}

	/** For persons who gave an address. */
	void add(long person, Notice notice) {
		if (on) {
			db.sql("""
					insert into mail (id, person_id, event, kind, about, link, state, attempts, next_at)
					select nextval('mail_seq'), person_id, :event, :kind, :about, :link, 'WAITING', 0, :now
					from mail_address where person_id = :person""")
					.param("person", person).param("event", notice.event()).param("kind", notice.kind().name())
					.param("about", notice.about()).param("link", notice.link()).param("now", now(Duration.ZERO)).update();
		}
	}

	List<Mail> due(int most) {
		return db.sql("select id, person_id, event, kind, about, link, attempts from mail"
				+ " where state = 'WAITING' and next_at <= ? order by next_at, id fetch first " + most + " rows only")
				.param(now(Duration.ZERO))
				.query((rs, n) -> new Mail(rs.getLong("id"), rs.getLong("person_id"), rs.getString("event"),
						Kind.valueOf(rs.getString("kind")), rs.getString("about"), rs.getString("link"), rs.getInt("attempts"))).list();
	}

	/** Takes the mail for one attempt; false if another node was first. It is due again after the pause. */
	boolean take(Mail mail, Duration pause) {
		return db.sql("update mail set attempts = attempts + 1, next_at = ? where id = ? and attempts = ? and state = 'WAITING'")
				.params(now(pause), mail.id(), mail.attempts()).update() == 1;
	}

	void sent(Mail mail) {
		end(mail, "SENT");
	}

	/** Given up: a person has to look at it. */
	void park(Mail mail) {
		end(mail, "PARKED");
	}

	private void end(Mail mail, String state) {
		db.sql("update mail set state = ? where id = ?").params(state, mail.id()).update();
	}

	private Timestamp now(Duration later) {
		return Timestamp.from(clock.instant().plus(later));
	}
}

package cn.cuobian.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;

/** What is forgotten of mails, and when. */
@CuobianTest
class MailSweepTests {

	@Autowired
	MailSweep sweep;
	@Autowired
	JdbcClient db;
	@Autowired
	TestClock clock;

	@BeforeEach
	void none() {
		db.sql("delete from mail").update(); // of tests before this one
	}

	@Test
	void whatWasSentOrDroppedIsForgottenAfterHalfAYear() {
		mail("sent", "SENT", Duration.ofDays(181));
		mail("dropped", "DROPPED", Duration.ofDays(181));
		mail("sent lately", "SENT", Duration.ofDays(180));
		sweep.run();
		assertThat(events()).containsExactly("sent lately");
	}

	@Test
	void whatWaitsOrIsParkedStaysHoweverOldItIs() {
		mail("parked", "PARKED", Duration.ofDays(4000));
		mail("waiting", "WAITING", null);
		sweep.run();
		assertThat(events()).containsExactly("parked", "waiting");
	}

	@Test
	void moreThanOneBatchGoesInOneNight() {
		for (int i = 0; i <= MailSweep.BATCH; i++) {
			mail("sent " + i, "SENT", Duration.ofDays(200));
			mail("dropped " + i, "DROPPED", Duration.ofDays(200));
		}
		sweep.run();
		assertThat(events()).isEmpty();
	}

	@Test
	void mailsAreKeptForADayAtLeast() {
		assertThatIllegalArgumentException().isThrownBy(() -> new MailSweep(db, clock, Duration.ofHours(23)))
				.withMessageContaining("cuobian.mail.kept");
		assertThatIllegalArgumentException().isThrownBy(() -> new MailSweep(db, clock, Duration.ofDays(-180)));
	}

	/** @param ago when it came to an end, null if it has not */
	private void mail(String event, String state, Duration ago) {
		var now = clock.instant();
		db.sql("""
				insert into mail (id, addressee, event, kind, about, link, state, attempts, next_at, ended)
				values (nextval('mail_seq'), 'person:1', ?, 'TASK_OFFERED', '-', '/', ?, 1, ?, ?)""").param(event).param(state)
				.param(Timestamp.from(now)).param(ago == null ? null : Timestamp.from(now.minus(ago))).update();
	}

	private List<String> events() {
		return db.sql("select event from mail order by event").query(String.class).list();
	}
}

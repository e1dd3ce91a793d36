package cn.cuobian.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.MockMvc;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.instruments.Scrape;
import cn.cuobian.messages.Mail.Reason;
import cn.cuobian.messages.Notice.Kind;
import cn.cuobian.messages.Wishes.Language;
import cn.cuobian.messages.Wishes.Pace;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.territory.SomePlaces;

/** What a scrape tells of the outbox. */
@CuobianTest
class MailMetersTests {

	private static final AtomicInteger LAST = new AtomicInteger();

	@Autowired
	MockMvc web;
	@Autowired
	TestClock clock;
	@Autowired
	MailRows rows;
	@Autowired
	SomePlaces places;
	@Autowired
	SomePeople people;
	@Autowired
	ApplicationContext application;
	@Autowired
	MailWishes wishes;
	@Autowired
	JdbcClient db;

	private MailServer server;
	private Person steward;

	@BeforeEach
	void anEmptyOutbox() {
		db.sql("update mail set state = 'SENT'").update();
		server = new MailServer(application);
		server.start();
		steward = people.holding("building-steward", places.branch().building());
	}

	@AfterEach
	void stop() {
		server.stop();
	}

	@Test
	void aMailAgesWhileTheServerIsAwayAndIsForgottenWhenItLeft() {
		assertOutbox(0, 0, 0);
		var before = Scrape.of(web);
		add();
		clock.travel(Duration.ofMinutes(2));
		assertOutbox(1, 0, 0);
		assertThat(oldest()).isEqualTo(120);
		server.round(nowhere()).run();
		assertOutbox(1, 1, 0);
		clock.travel(Duration.ofMinutes(1));
		assertThat(oldest()).as("it was tried and put off, and is as old as it is").isEqualTo(180);
		server.round();
		assertOutbox(0, 0, 0);
		assertThat(oldest()).isZero();
		var after = Scrape.of(web);
		assertThat(after.of("cuobian_mails_failed_total") - before.of("cuobian_mails_failed_total")).isEqualTo(1);
		assertThat(after.of("cuobian_mails_sent_total") - before.of("cuobian_mails_sent_total")).isEqualTo(1);
	}

	@Test
	void whatWasGivenUpWaitsForAPerson() {
		add();
		rows.park(rows.due(1).get(0), Reason.REFUSED);
		assertOutbox(0, 0, 1);
	}

	private void assertOutbox(int waiting, int retried, int parked) {
		var scrape = Scrape.of(web);
		assertThat(List.of(mails(scrape, "waiting"), mails(scrape, "retried"), mails(scrape, "parked")))
				.containsExactly((double) waiting, (double) retried, (double) parked);
	}

	private double oldest() {
		return Scrape.of(web).of("cuobian_house_mails_oldest_seconds");
	}

	private static double mails(Scrape scrape, String state) {
		return scrape.of("cuobian_house_mails{state=\"" + state + "\"}");
	}

	private void add() {
		wishes.set(steward.id(), new Wishes("steward@example.org", Pace.AT_ONCE, Language.ZH, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
		rows.addTo(new Addressee.Staff(steward.id()), new Notice("meter:" + LAST.incrementAndGet(), Kind.MAIL_PARKED, "2026-03-02", "/admin/mails", null));
	}

	/** A port where nobody listens. */
	private static JavaMailSenderImpl nowhere() {
		var sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(1);
		return sender;
	}
}

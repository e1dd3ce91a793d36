package cn.cuobian.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import cn.cuobian.CuobianTest;
import cn.cuobian.MoodyPost;
import cn.cuobian.MoodyPost.Mood;
import cn.cuobian.TestClock;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Report;
import cn.cuobian.matters.Scope;
import cn.cuobian.messages.Wishes.Language;
import cn.cuobian.messages.Wishes.Pace;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.territory.SomePlaces;

/** What becomes of a mail when its server is in a bad mood. */
@CuobianTest
class MoodyPostTests {

	private static final String FAST = "1000";

	@Autowired
	TestClock clock;
	@Autowired
	MailWishes wishes;
	@Autowired
	Intake intake;
	@Autowired
	SomePlaces places;
	@Autowired
	SomePeople people;
	@Autowired
	ApplicationContext application;
	@Autowired
	JdbcClient db;

	private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
	private MoodyPost post;
	private Person steward;

	@BeforeEach
	void aMailWaits() throws IOException {
		db.sql("update mail set state = 'SENT'").update(); // of tests before this one
		db.sql("update inbox set digest = null").update();
		post = new MoodyPost();
		sender.setHost("127.0.0.1");
		sender.setPort(post.port());
		sender.getJavaMailProperties().putAll(Map.of("mail.smtp.timeout", FAST, "mail.smtp.connectiontimeout", FAST));
		var branch = places.branch();
		steward = people.holding("building-steward", branch.building());
		wishes.set(steward.id(), new Wishes("steward@example.com", Pace.AT_ONCE, Language.ZH, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
		clock.setTo(LocalDate.now(clock).plusDays(1).atTime(10, 0).atZone(clock.getZone()).toInstant());
		intake.report(new Report(branch.building(), null, null, "water", "漏水", "楼上漏水", Channel.PHONE, Scope.BUILDING, false,
				Contact.NONE, "2026-11", null, null, List.of()));
	}

	@AfterEach
	void close() throws IOException {
		post.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "GOOD", "CUTS_AFTER_TAKING", "NO_FAREWELL" })
	void whatTheServerSaidItTookIsNeverSentAgain(Mood mood) throws IOException {
		post.becomes(mood);
		round();
		assertThat(column("state")).containsExactly("SENT");
		clock.travel(Duration.ofHours(1));
		round();
		assertThat(post.taken()).hasSize(1);
	}

	@Test
	void whatNobodyKnowsOfIsSentAgainUnderTheSameMessageId() throws IOException {
		post.becomes(Mood.CUTS_INSTEAD_OF_TAKING);
		round();
		assertThat(column("state")).containsExactly("WAITING");
		post.becomes(Mood.GOOD);
		clock.travel(Duration.ofMinutes(1));
		round();
		assertThat(column("state")).containsExactly("SENT");
		assertThat(post.taken()).hasSize(2);
		assertThat(post.taken().stream().distinct()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "KNOWS_NOBODY", "REFUSES_TEXTS" })
	void whatTheServerWillNeverTakeIsParkedAtOnce(Mood mood) throws IOException {
		post.becomes(mood);
		round();
		assertThat(column("state")).containsExactly("PARKED");
		assertThat(column("reason")).containsExactly(mood == Mood.KNOWS_NOBODY ? "REFUSED" : "SERVER");
	}

	@ParameterizedTest
	@EnumSource(names = { "AWAY", "SILENT", "BUSY" })
	void whatTheServerMayTakeLaterIsTriedAgainAfterAMinute(Mood mood) throws IOException {
		post.becomes(mood);
		round();
		assertThat(column("state")).containsExactly("WAITING");
		post.becomes(Mood.GOOD);
		clock.travel(Duration.ofSeconds(59));
		round();
		assertThat(column("attempts")).containsExactly(1);
		clock.travel(Duration.ofSeconds(1));
		round();
		assertThat(column("state")).containsExactly("SENT");
		assertThat(post.taken()).hasSize(1);
	}

	/** Five minutes pass while it is handed over. */
	@Test
	void noOtherNodeTakesAMailThatASlowServerIsStillTaking() {
		var slow = new JavaMailSenderImpl() {

			@Override
			protected void doSend(MimeMessage[] messages, Object[] originals) {
				clock.travel(Duration.ofMinutes(5));
				round();
				super.doSend(messages, originals);
			}
		};
		slow.setHost("127.0.0.1");
		slow.setPort(post.port());
		new MailServer(application).round(slow).run();
		assertThat(post.taken()).hasSize(1);
		assertThat(column("state")).containsExactly("SENT");
	}

	@Test
	void aMailWhoseNodeDiedIsTakenByAnotherAfterTenMinutes() {
		var rows = application.getBean(MailRows.class);
		assertThat(rows.take(rows.due(1).get(0), Duration.ofMinutes(10))).isTrue();
		round();
		assertThat(post.taken()).isEmpty();
		clock.travel(Duration.ofMinutes(10));
		round();
		assertThat(post.taken()).hasSize(1);
	}

	private void round() {
		new MailServer(application).round(sender).run();
	}

	private List<Object> column(String name) {
		return db.sql("select " + name + " from mail where addressee = ?").param("person:" + steward.id()).query().singleColumn();
	}
}

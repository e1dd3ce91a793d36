package cn.cuobian.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

import jakarta.mail.internet.MimeMessage;
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
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Report;
import cn.cuobian.matters.Scope;
import cn.cuobian.people.Appointments;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;
import cn.cuobian.worklist.Workbench;

@CuobianTest
class MessagesTests {

	private static final String NARRATIVE = "李桂花家楼上漏水，电话13812345678";

	@Autowired
	MockMvc web;
	@Autowired
	TestClock clock;
	@Autowired
	Inbox inbox;
	@Autowired
	MailWishes wishes;
	@Autowired
	Intake intake;
	@Autowired
	SomePlaces places;
	@Autowired
	SomePeople people;
	@Autowired
	Workbench bench;
	@Autowired
	Appointments appointments;
	@Autowired
	ApplicationContext application;
	@Autowired
	JdbcClient db;

	private MailServer server;
	private Branch branch;
	private Person steward;

	@BeforeEach
	void aStewardWhoWantsMails() {
		db.sql("update mail set state = 'SENT'").update(); // of tests before this one
		server = new MailServer(application);
		server.start();
		branch = places.branch();
		steward = people.holding("building-steward", branch.building());
		wishes.set(steward.id(), at("steward@example.com"));
	}

	@AfterEach
	void stop() {
		server.stop();
	}

	@Test
	void aTaskIsAnnouncedToThoseWhosePostItIsAndToNobodyElse() {
		var other = people.holding("building-steward", branch.compound() + "-2");
		var number = report();
		assertThat(inbox.unread(steward.id())).isEqualTo(1);
		assertThat(inbox.newest(steward.id(), Locale.CHINESE)).singleElement()
				.satisfies(line -> assertThat(line.kind() + " " + line.about()).isEqualTo("task-offered " + number));
		assertThat(inbox.unread(other.id())).isZero();
	}

	@Test
	void bothStewardsOfABuildingAreTold() {
		var second = people.holding("building-steward", branch.building());
		report();
		assertThat(inbox.unread(steward.id())).isEqualTo(1);
		assertThat(inbox.unread(second.id())).isEqualTo(1);
	}

	@Test
	void theMailCarriesNumberAndLinkAndNothingPersonal() throws Exception {
		var number = report();
		server.round();
		var mail = server.received("steward@example.com").get(0);
		assertThat(mail.getContentType()).startsWith("multipart/alternative");
		assertThat(MailServer.subject(mail)).isEqualTo("【厝边】有新任务：" + number);
		for (int part = 0; part < 2; part++) {
			assertThat(MailServer.part(mail, part)).contains("有新任务：" + number, "/tasks/").doesNotContain("New task")
					.doesNotContain("李桂花", "13812345678", "漏水", "src=", "url(");
		}
	}

	@Test
	void anEventIsMailedOnceHoweverOftenTheRoundRuns() {
		report();
		server.round();
		server.round();
		assertThat(server.received()).hasSize(1);
	}

	@Test
	void aFailedMailIsTriedAgainAfterAPauseWithTheSameMessageId() throws Exception {
		report();
		server.round(new JavaMailSenderImpl() {
			@Override
			public void send(MimeMessage message) {
				server.round(); // the node that was first is still at it: nothing is due for a second one
				super.setPort(server.port());
				super.setHost("127.0.0.1");
				super.send(message);
				throw new org.springframework.mail.MailSendException("the answer was lost");
			}
		}).run();
		server.round();
		assertThat(server.received()).as("not before the pause is over").hasSize(1);
		clock.travel(Duration.ofMinutes(1));
		server.round();
		assertThat(server.received().stream().map(MailServer::messageId)).hasSize(2)
				.containsOnly(MailServer.messageId(server.received().get(0)));
	}

	@Test
	void aMailThatNeverGoesOutIsParkedInTheEnd() {
		report();
		server.stop();
		for (int attempt = 0; attempt < 10; attempt++) {
			server.round();
			clock.travel(Duration.ofHours(9));
		}
		assertThat(db.sql("select state, attempts from mail where addressee = ?").param("person:" + steward.id()).query().listOfRows())
				.singleElement().satisfies(row -> assertThat(row).containsEntry("state", "PARKED").containsEntry("attempts", 6));
	}

	@Test
	void whoGaveNoAddressGetsNoMail() {
		wishes.set(steward.id(), at(null));
		report();
		server.round();
		assertThat(server.received()).isEmpty();
		assertThat(inbox.unread(steward.id())).isEqualTo(1);
	}

	@Test
	void whoLosesATaskIsToldAndTheRecordSaysWhy() {
		var colleague = people.holding("building-steward", branch.building());
		var number = report();
		var task = db.sql("select task_id from work_item where number = ?").param(number).query(String.class).single();
		bench.claim(task, viewer(steward));
		bench.takeOver(task, steward.id(), "他住院了", viewer(colleague));
		assertThat(newest(steward)).isEqualTo("task-taken-away " + number);
		assertThat(newest(colleague)).as("he knows").isEqualTo("task-offered " + number);
		clock.travel(Duration.ofMinutes(1));
		bench.handOver(task, steward.id(), "他出院了", viewer(people.holding("supervisor", branch.community())));
		assertThat(newest(steward)).isEqualTo("task-handed-over " + number);
		assertThat(newest(colleague)).isEqualTo("task-taken-away " + number);
		clock.travel(Duration.ofMinutes(1));
		appointments.of(steward.id()).forEach(holding -> appointments.end(holding.id()));
		assertThat(newest(colleague)).isEqualTo("task-offered " + number);
		assertThat(db.sql("""
				select e.kind from matter_event e join matter m on m.id = e.matter_id where m.number = ? order by e.seq desc
				fetch first 3 rows only""").param(number).query(String.class).list())
				.containsExactly("CLAIM_LAPSED", "HANDED_OVER", "TAKEN_OVER");
	}

	private Viewer viewer(Person person) {
		return TestViewers.of(application, person);
	}

	private String newest(Person person) {
		var line = inbox.newest(person.id(), Locale.CHINESE).get(0);
		return line.kind() + " " + line.about();
	}

	@Test
	void aVacantPostIsToldToTheSupervisorOfTheTerritory() {
		var supervisor = people.holding("supervisor", branch.city());
		intake.report(report(branch.otherCompound(), Scope.COMPOUND));
		assertThat(inbox.newest(supervisor.id(), Locale.CHINESE)).extracting(InboxLine::kind).containsOnly("post-vacant");
	}

	@Test
	void anAddressThatIsNoneIsRefused() {
		assertThatThrownBy(() -> wishes.set(steward.id(), at("steward"))).isInstanceOf(Refusal.class);
		assertThatThrownBy(() -> wishes.set(steward.id(), at("a@b.cn\r\nBcc: all@b.cn"))).isInstanceOf(Refusal.class);
	}

	@Test
	void theInboxOpensWhatItTellsOfAndOnlyItsOwner() throws Exception {
		var number = report();
		var line = inbox.newest(steward.id(), Locale.CHINESE).get(0);
		var page = web.perform(get("/inbox").with(SomePeople.as(steward))).andExpect(status().isOk())
				.andReturn().getResponse().getContentAsString();
		assertThat(page).contains("有新任务：" + number).doesNotContain("漏水");
		assertThat(web.perform(get("/inbox/count").with(SomePeople.as(steward))).andReturn().getResponse()
				.getContentAsString()).contains(">1<");

		var stranger = people.person();
		web.perform(post("/inbox/{id}", line.id()).with(SomePeople.as(stranger)).with(csrf())).andExpect(status().isNotFound());
		web.perform(post("/inbox/{id}", line.id()).with(SomePeople.as(steward)).with(csrf()))
				.andExpect(redirectedUrl(link(line.id())));
		assertThat(inbox.unread(steward.id())).isZero();
	}

	private String link(long id) {
		return db.sql("select link from inbox where id = ?").param(id).query(String.class).single();
	}

	private String report() {
		return intake.report(report(branch.building(), Scope.BUILDING)).number();
	}

	private static Report report(String place, Scope scope) {
		return new Report(place, null, null, "water", "漏水", NARRATIVE, Channel.PHONE, scope, false, Contact.NONE, null, null,
				null, List.of());
	}

	/** Mails at any hour: the clock of these tests stands where another left it. */
	static Wishes at(String address) {
		return new Wishes(address, Wishes.Pace.AT_ONCE, Wishes.Language.ZH, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
	}
}

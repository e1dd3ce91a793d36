package cn.cuobian.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.MatterVerbs;
import cn.cuobian.matters.Receipt;
import cn.cuobian.matters.Report;
import cn.cuobian.matters.Scope;
import cn.cuobian.messages.Wishes.Language;
import cn.cuobian.messages.Wishes.Pace;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;

/** When a mail leaves, in which words, and what becomes of one that cannot. */
@CuobianTest
class MailTests {

	@Autowired
	MockMvc web;
	@Autowired
	TestClock clock;
	@Autowired
	MailWishes wishes;
	@Autowired
	Intake intake;
	@Autowired
	MatterVerbs matters;
	@Autowired
	SomePlaces places;
	@Autowired
	SomePeople people;
	@Autowired
	ApplicationContext application;
	@Autowired
	JdbcClient db;

	private MailServer server;
	private Branch branch;
	private Person steward;

	@BeforeEach
	void aSteward() {
		db.sql("update mail set state = 'SENT'").update(); // of tests before this one
		db.sql("update inbox set digest = null").update();
		server = new MailServer(application);
		server.start();
		branch = places.branch();
		steward = people.holding("building-steward", branch.building());
		setTo(LocalDate.now(clock).plusDays(1), "10:00");
	}

	@AfterEach
	void stop() {
		server.stop();
	}

	@Test
	void aMailOfTheNightWaitsUntilTheQuietHoursEnd() {
		wishes.set(steward.id(), wanting(Pace.AT_ONCE, Language.ZH));
		setTo(LocalDate.now(clock), "23:30");
		report(Contact.NONE);
		server.round();
		assertThat(server.received()).isEmpty();
		setTo(LocalDate.now(clock).plusDays(1), "07:59");
		server.round();
		assertThat(server.received()).isEmpty();
		setTo(LocalDate.now(clock), "08:00");
		server.round();
		assertThat(server.received()).hasSize(1);
		assertThat(column("attempts")).as("waiting is no attempt").containsExactly(1);
	}

	@Test
	void aMailSaysWhereItsReceiverMayStopMails() throws Exception {
		wishes.set(steward.id(), wanting(Pace.AT_ONCE, Language.ZH));
		report(Contact.NONE);
		server.round();
		assertThat(server.received().get(0).getHeader("List-Unsubscribe")).singleElement().asString().startsWith("<http")
				.endsWith("/inbox#wishes>");
	}

	@Test
	void theMailSpeaksTheLanguageThatWasChosen() {
		wishes.set(steward.id(), wanting(Pace.AT_ONCE, Language.EN));
		var number = report(Contact.NONE).number();
		server.round();
		assertThat(MailServer.subject(server.received().get(0))).isEqualTo("[Cuobian] New task: " + number);
		assertThat(MailServer.part(server.received().get(0), 1)).contains("New task: " + number, "Open it").doesNotContain("有新任务");
	}

	@Test
	void aDigestIsOneMailOfTheMorningAboutEverythingSinceTheLast() {
		wishes.set(steward.id(), wanting(Pace.DAILY, Language.ZH));
		var first = report(Contact.NONE).number();
		var second = report(Contact.NONE).number();
		server.round();
		assertThat(server.received()).as("not at once").isEmpty();
		setTo(LocalDate.now(clock).plusDays(1), "08:29");
		server.round();
		assertThat(server.received()).as("not before the hour").isEmpty();
		setTo(LocalDate.now(clock), "08:30");
		server.round();
		server.round();
		assertThat(server.received()).hasSize(1);
		assertThat(MailServer.subject(server.received().get(0))).contains("2 条消息");
		assertThat(MailServer.part(server.received().get(0), 0)).contains(first, second);
		assertThat(MailServer.part(server.received().get(0), 1)).contains(first, second);

		setTo(LocalDate.now(clock).plusDays(1), "08:30");
		server.round();
		assertThat(server.received()).as("nothing happened, nothing is sent").hasSize(1);
	}

	@Test
	void aDigestThatFailedIsTheSameMailWhenItIsTriedAgain() {
		wishes.set(steward.id(), wanting(Pace.DAILY, Language.ZH));
		report(Contact.NONE);
		setTo(LocalDate.now(clock).plusDays(1), "09:00");
		server.stop();
		server.round();
		report(Contact.NONE);
		clock.travel(Duration.ofMinutes(2));
		server.start();
		server.round();
		assertThat(server.received()).hasSize(1);
		assertThat(MailServer.subject(server.received().get(0))).as("what came later is for tomorrow").contains("1 条消息");
	}

	@Test
	void whoTurnsMailsOffGetsNothingThatStillWaited() {
		wishes.set(steward.id(), wanting(Pace.AT_ONCE, Language.ZH));
		report(Contact.NONE);
		wishes.set(steward.id(), wanting(Pace.NONE, Language.ZH));
		server.round();
		assertThat(server.received()).isEmpty();
		assertThat(column("state")).containsExactly("DROPPED");
	}

	@Test
	void aMailWithoutAnAddressIsParkedWithItsReasonAndAdministratorsAreTold() {
		var administrator = people.holding("administrator", "*");
		wishes.set(steward.id(), wanting(Pace.AT_ONCE, Language.ZH));
		report(Contact.NONE);
		wishes.set(steward.id(), new Wishes(null, Pace.AT_ONCE, Language.ZH, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
		server.round();
		assertThat(column("reason")).containsExactly("NO_ADDRESS");
		assertThat(db.sql("select kind from inbox where person_id = ?").param(administrator.id()).query(String.class).list())
				.containsExactly("MAIL_PARKED");
	}

	@Test
	void aParkedMailIsShownWithoutItsAddressAndSentOnceSomebodyTriesAgain() throws Exception {
		var supervisor = people.holding("supervisor", branch.city());
		wishes.set(steward.id(), wanting(Pace.AT_ONCE, Language.ZH));
		var number = report(Contact.NONE).number();
		parkByFailing();
		var page = web.perform(get("/admin/mails").with(SomePeople.as(supervisor))).andExpect(status().isOk())
				.andReturn().getResponse().getContentAsString();
		assertThat(page).contains(number, steward.name(), "邮件服务器没有接收", "MailConnectException").doesNotContain("steward@example.com");

		server.start();
		web.perform(post("/admin/mails/{id}/retry", id()).with(SomePeople.as(supervisor)).with(csrf())).andExpect(redirectedUrl("/admin/mails"));
		server.round();
		assertThat(server.received()).hasSize(1);
		web.perform(post("/admin/mails/{id}/drop", id()).with(SomePeople.as(supervisor)).with(csrf())).andExpect(status().isConflict());
		assertThat(column("state")).containsExactly("SENT");
	}

	@Test
	void aDroppedMailIsNeverSent() throws Exception {
		var administrator = people.holding("administrator", "*");
		wishes.set(steward.id(), wanting(Pace.AT_ONCE, Language.ZH));
		report(Contact.NONE);
		parkByFailing();
		server.start();
		web.perform(post("/admin/mails/{id}/drop", id()).with(SomePeople.as(administrator)).with(csrf())).andExpect(redirectedUrl("/admin/mails"));
		clock.travel(Duration.ofDays(1));
		server.round();
		assertThat(server.received()).isEmpty();
		web.perform(get("/admin/mails").with(SomePeople.as(steward))).andExpect(status().isForbidden());
	}

	@Test
	void aResidentWhoAgreedIsToldOfReceiptAnswerAndFilingAndTheCodeStaysAway() {
		var receipt = report(new Contact("李桂花", null, "guihua@example.com"));
		var matter = db.sql("select id from matter where number = ?").param(receipt.number()).query(Long.class).single();
		matters.answered(matter);
		clock.travel(Duration.ofMinutes(1));
		matters.close(matter);
		server.round();
		assertThat(server.received("guihua@example.com").stream().map(MailServer::subject)).containsExactly(
				"【厝边】您反映的事项已收到，编号 " + receipt.number() + " / We have what you reported; its number is " + receipt.number(),
				"【厝边】您反映的事项 %1$s 有了答复，请查看并评价 / There is an answer to what you reported (%1$s); please read and rate it".formatted(receipt.number()),
				"【厝边】事项 %1$s 已归档：在期限内没有收到您的评价 / Matter %1$s was filed; no rating came within the time for it".formatted(receipt.number()));
		assertThat(server.received("guihua@example.com")).allSatisfy(mail -> assertThat(MailServer.part(mail, 0) + MailServer.part(mail, 1))
				.contains("/track", "不再发邮件").doesNotContain(receipt.trackingCode(), receipt.trackingCode().replace("-", ""), "李桂花"));
	}

	@Test
	void aResidentWhoStopsMailsGetsNoneAndKeepsTheRestOfTheContact() throws Exception {
		var receipt = report(new Contact("李桂花", "13812345678", "guihua@example.com"));
		var page = "/track/" + receipt.trackingCode().replace("-", "");
		assertThat(web.perform(get(page)).andReturn().getResponse().getContentAsString()).contains("不再发邮件");
		web.perform(post(page + "/contact/no-mail").with(csrf())).andExpect(status().is3xxRedirection());
		server.round();
		assertThat(server.received("guihua@example.com")).isEmpty();
		assertThat(web.perform(get(page)).andReturn().getResponse().getContentAsString()).contains("****78").doesNotContain("不再发邮件");
	}

	@Test
	void aResidentWithoutContactHasNothingInTheOutbox() {
		report(Contact.NONE);
		assertThat(db.sql("select count(*) from mail where addressee like 'matter:%' and state = 'WAITING'").query(Long.class).single()).isZero();
	}

	@Test
	void theSettingsAreKeptAndWhatMakesNoSenseIsRefused() throws Exception {
		web.perform(settings("a@example.com", "DAILY", "EN", "22:15")).andExpect(redirectedUrl("/inbox#wishes"));
		assertThat(wishes.of(steward.id())).isEqualTo(new Wishes("a@example.com", Pace.DAILY, Language.EN, LocalTime.of(22, 15), LocalTime.of(8, 0)));
		web.perform(settings("a@example.com", "HOURLY", "EN", "22:15")).andExpect(status().isUnprocessableContent());
		web.perform(settings("a@example.com", "DAILY", "EN", "25:00")).andExpect(status().isUnprocessableContent());
		web.perform(settings("nobody", "DAILY", "EN", "22:15")).andExpect(status().isUnprocessableContent());
		assertThat(wishes.of(steward.id()).pace()).isEqualTo(Pace.DAILY);
	}

	private org.springframework.test.web.servlet.RequestBuilder settings(String address, String pace, String language, String from) {
		return post("/inbox/wishes").param("address", address).param("pace", pace).param("language", language)
				.param("quietFrom", from).param("quietUntil", "08:00").with(SomePeople.as(steward)).with(csrf());
	}

	private void parkByFailing() {
		server.stop();
		for (int attempt = 0; attempt < 6; attempt++) {
			server.round();
			setTo(LocalDate.now(clock).plusDays(1), "10:00");
		}
		assertThat(column("state")).containsExactly("PARKED");
	}

	private long id() {
		return db.sql("select id from mail where addressee = ?").param("person:" + steward.id()).query(Long.class).single();
	}

	private List<Object> column(String name) {
		return db.sql("select " + name + " from mail where addressee = ?").param("person:" + steward.id()).query().singleColumn();
	}

	private static Wishes wanting(Pace pace, Language language) {
		return new Wishes("steward@example.com", pace, language, LocalTime.of(21, 0), LocalTime.of(8, 0));
	}

	private Receipt report(Contact contact) {
		return intake.report(new Report(branch.building(), null, null, "water", "漏水", "楼上漏水", Channel.PHONE, Scope.BUILDING, false,
				contact, "2026-11", null, null, List.of()));
	}

	private void setTo(LocalDate day, String time) {
		clock.setTo(day.atTime(LocalTime.parse(time)).atZone(clock.getZone()).toInstant());
	}
}

package cn.cuobian.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.engine.DueJobs;
import cn.cuobian.engine.GivenUp;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Report;
import cn.cuobian.matters.Scope;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.territory.SomePlaces;

/** Who is told that a step was given up, and how often. */
@CuobianTest
class StoppedNoticesTests {

	@Autowired
	Intake intake;
	@Autowired
	SomePlaces places;
	@Autowired
	SomePeople people;
	@Autowired
	GivenUp givenUp;
	@Autowired
	DueJobs due;
	@Autowired
	Inbox inbox;
	@Autowired
	Postbox postbox;
	@Autowired
	Supervisors supervisors;
	@Autowired
	TransactionTemplate transaction;
	@Autowired
	TestClock clock;
	@Autowired
	JdbcClient db;
	@Autowired
	MockMvc web;

	private Person administrator;
	private Person steward;
	private String subject;
	private StoppedNotices notices;

	@BeforeEach
	void aMatter() {
		var branch = places.branch();
		administrator = people.holding("administrator", "*");
		steward = people.holding("building-steward", branch.building());
		var number = intake.report(new Report(branch.building(), null, null, "water", "漏水", "楼上漏水", Channel.PHONE, Scope.BUILDING, false, Contact.NONE, "2026-11", null, null,
				List.of())).number();
		subject = "matter:" + db.sql("select id from matter where number = ?").param(number).query(Long.class).single();
		notices = new StoppedNotices(new OfThisTest(), postbox, supervisors, transaction, clock);
	}

	/** Tests before this one left steps that stopped. */
	private final class OfThisTest implements GivenUp {

		@Override
		public List<Stopped> newest(int most) {
			return givenUp.newest(Integer.MAX_VALUE).stream().filter(stopped -> stopped.subject().equals(subject)).limit(most).toList();
		}

		@Override
		public Stopped tryAgain(String id) {
			return givenUp.tryAgain(id);
		}
	}

	@Test
	void administratorsAreToldOnceAndNobodyElseIs() throws Exception {
		notices.look();
		assertThat(kinds(administrator)).doesNotContain("step-stopped");
		due.giveUp(subject);
		notices.look();
		notices.look();
		assertThat(kinds(administrator)).containsOnlyOnce("step-stopped");
		assertThat(kinds(steward)).doesNotContain("step-stopped");
		assertThat(web.perform(get("/inbox").with(SomePeople.as(administrator))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
				.contains("有步骤停下了，自己不会再往前走，请处理（" + LocalDate.now(clock) + "）");
	}

	@Test
	void whatStopsOnceMoreIsToldOnceMore() {
		var stopped = due.giveUp(subject).get(0);
		notices.look();
		transaction.executeWithoutResult(status -> givenUp.tryAgain(stopped));
		notices.look();
		assertThat(kinds(administrator)).containsOnlyOnce("step-stopped");
		clock.travel(Duration.ofHours(1));
		due.giveUp(subject);
		notices.look();
		assertThat(kinds(administrator)).filteredOn("step-stopped"::equals).hasSize(2);
	}

	private List<String> kinds(Person person) {
		return inbox.newest(person.id(), Locale.CHINESE).stream().map(InboxLine::kind).toList();
	}
}

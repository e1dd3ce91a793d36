package cn.cuobian.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.TimeZone;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Report;
import cn.cuobian.matters.Scope;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;

@CuobianTest
class CalendarTests {

	@Autowired
	MockMvc web;
	@Autowired
	TestClock clock;
	@Autowired
	Intake intake;
	@Autowired
	SomePlaces places;
	@Autowired
	SomePeople people;
	@Autowired
	JdbcClient db;

	private Branch branch;
	private Person steward;

	@BeforeEach
	void aSteward() {
		branch = places.branch();
		steward = people.holding("building-steward", branch.building());
		clock.setTo(Instant.parse("2026-03-02T01:00:00Z"));
	}

	@Test
	void theCalendarHasDeadlinesAndLinksAndNothingPersonal() throws Exception {
		var number = report(branch.building(), false);
		report(branch.compound() + "-2", false);
		var text = calendar(subscribe());
		assertThat(text).doesNotContain("李桂花", "漏水");
		assertThat(events(text)).singleElement().satisfies(event -> {
			assertThat(event.getSummary().getValue()).contains(number, "待认领");
			assertThat(event.getUrl().getValue()).contains("/tasks/");
			assertThat(event.getTransparency().isTransparent()).isTrue();
			assertThat(event.getUid().getValue()).endsWith("@cuobian");
		});
		assertThat(text).as("three working days from Monday: 24:00 of Thursday").contains("DTSTART;VALUE=DATE:20260305");
	}

	@Test
	void theDayOfADeadlineDoesNotDependOnTheZoneOfTheMachine() throws Exception {
		report(branch.building(), false);
		var secret = subscribe();
		var zone = TimeZone.getDefault();
		try {
			TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
			assertThat(calendar(secret)).contains("DTSTART;VALUE=DATE:20260305");
		} finally {
			TimeZone.setDefault(zone);
		}
	}

	@Test
	void whatIsDueAtAnHourStandsAtThatHour() throws Exception {
		var secretary = people.holding("hall-secretary", branch.compound());
		report(branch.building(), true);
		assertThat(calendar(subscribe(secretary))).as("24 hours").contains("DTSTART:20260303T010000Z");
	}

	@Test
	void anUnchangedCalendarIsNotSentAgain() throws Exception {
		report(branch.building(), false);
		var secret = subscribe();
		var tag = web.perform(get(secret)).andExpect(header().string("Content-Type", "text/calendar;charset=UTF-8"))
				.andReturn().getResponse().getHeader("ETag");
		clock.setTo(clock.instant().plusSeconds(3600));
		web.perform(get(secret).header("If-None-Match", tag)).andExpect(status().isNotModified());
		report(branch.building(), false);
		web.perform(get(secret).header("If-None-Match", tag)).andExpect(status().isOk());
	}

	@Test
	void anAddressThatWasReplacedOrRevokedOpensNothing() throws Exception {
		var first = subscribe();
		var second = subscribe();
		web.perform(get(first)).andExpect(status().isNotFound());
		web.perform(get(second)).andExpect(status().isOk());
		web.perform(post("/inbox/calendar/revoke").with(SomePeople.as(steward)).with(csrf())).andExpect(status().is3xxRedirection());
		web.perform(get(second)).andExpect(status().isNotFound());
	}

	@Test
	void theSecretIsKeptAsAHashOnly() throws Exception {
		var secret = subscribe().replaceAll("/calendar/|\\.ics", "");
		assertThat(secret).as("192 bits").hasSize(32);
		assertThat(db.sql("select secret_hash from calendar_link where person_id = ?").param(steward.id()).query(String.class).single())
				.hasSize(64).doesNotContain(secret);
	}

	@Test
	void whoGuessesIsStopped() throws Exception {
		for (int guess = 0; guess < 30; guess++) {
			web.perform(get("/calendar/guess" + guess + ".ics").with(from("203.0.113.7"))).andExpect(status().isNotFound());
		}
		web.perform(get("/calendar/guess.ics").with(from("203.0.113.7"))).andExpect(status().isTooManyRequests());
		web.perform(get("/calendar/guess.ics").with(from("198.51.100.1"))).andExpect(status().isNotFound());
	}

	private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
		return request -> {
			request.setRemoteAddr(address);
			return request;
		};
	}

	private String subscribe() throws Exception {
		return subscribe(steward);
	}

	private String subscribe(Person person) throws Exception {
		var made = web.perform(post("/inbox/calendar").with(SomePeople.as(person)).with(csrf())).andReturn();
		return String.valueOf(made.getFlashMap().get("calendarAddress")).replaceFirst("https?://[^/]+", "");
	}

	private String calendar(String path) throws Exception {
		return web.perform(get(path)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
	}

	private static List<VEvent> events(String text) {
		return Biweekly.parse(text).first().getEvents();
	}

	private String report(String place, boolean urgent) {
		return intake.report(new Report(place, null, null, "water", "漏水", "李桂花家漏水", Channel.PHONE, Scope.BUILDING, urgent,
				Contact.NONE, null, null, null, List.of())).number();
	}
}

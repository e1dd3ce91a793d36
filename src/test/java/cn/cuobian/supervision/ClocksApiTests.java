package cn.cuobian.supervision;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.clocks.Pause;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Report;
import cn.cuobian.matters.Scope;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The open clocks of a territory, for other systems. */
@CuobianTest
class ClocksApiTests {

	private static final String STEWARDS_CLOCK = "$.items[?(@.code=='LADDER.BUILDING')]";

	@Autowired
	BoardActs acts;
	@Autowired
	Intake intake;
	@Autowired
	SomePlaces places;
	@Autowired
	SomePeople people;
	@Autowired
	ApplicationContext application;
	@Autowired
	TestClock clock;
	@Autowired
	MockMvc web;
	@Autowired
	JdbcClient db;

	private Branch branch;
	private Person steward;
	private Person supervisor;

	@BeforeEach
	void aMatterOnMonday() {
		clock.setTo(ZonedDateTime.parse("2026-03-02T09:00:00+08:00").toInstant());
		branch = places.branch();
		steward = people.holding("building-steward", branch.building());
		supervisor = people.holding("supervisor", branch.township());
		report();
	}

	@Test
	void aClockTellsWhenItIsDueAndWhoseWorkItIs() throws Exception {
		var found = json(supervisor, "/api/v1/clocks");
		assertThat(JsonPath.<List<String>>read(found, STEWARDS_CLOCK + ".due")).containsExactly("2026-03-05T16:00:00Z");
		assertThat(JsonPath.<List<String>>read(found, STEWARDS_CLOCK + ".post")).containsExactly("building-steward@" + branch.building());
		assertThat(JsonPath.<List<String>>read(found, STEWARDS_CLOCK + ".place")).containsExactly(branch.building());
	}

	@Test
	void aPausedClockIsDueNeverAndFoundByItsState() throws Exception {
		var id = JsonPath.<List<Number>>read(json(supervisor, "/api/v1/clocks"), STEWARDS_CLOCK + ".id").get(0).longValue();
		assertThat(JsonPath.<List<Object>>read(json(supervisor, "/api/v1/clocks?state=paused"), "$.items")).isEmpty();
		acts.pause(List.of(id), Pause.Reason.WAITING_RESIDENT, "等居民", "", null, TestViewers.of(application, supervisor));
		var paused = json(supervisor, "/api/v1/clocks?state=paused");
		assertThat(JsonPath.<List<Object>>read(paused, "$.items[*].due")).containsExactly((Object) null);
		assertThat(JsonPath.<List<Boolean>>read(paused, "$.items[*].paused")).containsExactly(true);
	}

	@Test
	void goingOnPageByPageFindsEachClockOnce() throws Exception {
		report();
		report();
		var all = JsonPath.<List<Integer>>read(json(supervisor, "/api/v1/clocks?size=100"), "$.items[*].id");
		var found = new ArrayList<Integer>();
		String next = "";
		while (next != null) {
			var page = json(supervisor, "/api/v1/clocks?size=2&after=" + next);
			assertThat(JsonPath.<List<Object>>read(page, "$.items")).hasSizeLessThanOrEqualTo(2);
			found.addAll(JsonPath.<List<Integer>>read(page, "$.items[*].id"));
			next = JsonPath.read(page, "$.next");
		}
		assertThat(found).isEqualTo(all).hasSizeGreaterThan(2);
	}

	@Test
	void anotherTerritoryIsEmptyItsPlacesDoNotExistAndTheListIsForSupervisors() throws Exception {
		var stranger = people.holding("supervisor", places.branch().township());
		assertThat(JsonPath.<List<Object>>read(json(stranger, "/api/v1/clocks"), "$.items")).isEmpty();
		assertThat(answer(stranger, "/api/v1/clocks?place=" + branch.compound()).getStatus()).isEqualTo(404);
		assertThat(answer(steward, "/api/v1/clocks").getStatus()).isEqualTo(403);
	}

	/** A term of hours begins at the instant of the report, and databases keep microseconds. */
	@Test
	void aClockDueWithinAMillisecondIsNotListedAgainOnTheNextPage() throws Exception {
		report();
		db.sql("update watched set due = ? where compound = ?")
				.params(Timestamp.from(Instant.parse("2026-03-04T03:00:00.123456Z")), branch.compound()).update();
		var first = json(supervisor, "/api/v1/clocks?size=1");
		var second = json(supervisor, "/api/v1/clocks?size=1&after=" + JsonPath.<String>read(first, "$.next"));
		assertThat(JsonPath.<Integer>read(second, "$.items[0].id")).isNotEqualTo(JsonPath.<Integer>read(first, "$.items[0].id"));
	}

	private void report() {
		intake.report(new Report(branch.building(), null, null, "neighbour-dispute", "楼上漏水", "卫生间顶上滴水，已经三天。", Channel.PHONE,
				Scope.BUILDING, false, Contact.NONE, null, null, null, List.of()));
	}

	private String json(Person person, String path) throws Exception {
		var answer = answer(person, path);
		assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
		return answer.getContentAsString();
	}

	private MockHttpServletResponse answer(Person person, String path) throws Exception {
		return web.perform(get(path).with(as(person)).accept("application/json")).andReturn().getResponse();
	}
}

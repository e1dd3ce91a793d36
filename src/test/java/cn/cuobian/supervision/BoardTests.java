package cn.cuobian.supervision;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.cuobian.clocks.Pause;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Report;
import cn.cuobian.matters.Scope;
import cn.cuobian.people.TestViewers;
import cn.cuobian.territory.SomePlaces.Branch;

/** What the board shows. */
class BoardTests extends Boarded {

	@Test
	void everyOpenClockOfTheTerritoryIsListedTheNextOneDueFirst() {
		report();
		clock.travel(Duration.ofDays(1));
		report();
		var rows = board.page(ALL, supervisor, null, 50).rows();
		assertThat(rows).extracting(Watched::code).contains("LADDER.BUILDING");
		assertThat(rows).extracting(Watched::due).isSorted();
		assertThat(rows).filteredOn(row -> row.code().equals("LADDER.BUILDING")).hasSize(2)
				.allSatisfy(row -> assertThat(row.group()).isEqualTo("building-steward@" + branch.building()));
	}

	@Test
	void aSupervisorElsewhereSeesNothingOfIt() throws Exception {
		report();
		var clockId = first().clockId();
		var stranger = people.holding("supervisor", places.branch().township());
		assertThat(board.page(ALL, TestViewers.of(application, stranger), null, 50).rows()).isEmpty();
		assertThat(board.counts(null, TestViewers.of(application, stranger)).all()).isZero();
		web.perform(get("/board/" + clockId).with(as(stranger))).andExpect(status().isNotFound());
		web.perform(get("/board").param("place", branch.compound()).with(as(stranger))).andExpect(status().isNotFound());
		var refused = web.perform(post("/board/acts/urge").param("clock", "" + clockId).param("words", "快").with(csrf()).with(as(stranger)))
				.andExpect(status().isNotFound()).andReturn().getResponse().getContentAsString();
		assertThat(refused).as("what one reads whose own clock has just ended").contains("已经结束，或者不在您督办的范围内");
		web.perform(get("/board").with(as(steward))).andExpect(status().isForbidden());
		assertThat(first().urged()).isZero();
	}

	@Test
	void theCountsAreThoseOfTheRowsWhateverHappensToThem() {
		for (int i = 0; i < 6; i++) {
			report();
			clock.travel(Duration.ofHours(30));
		}
		var some = board.page(ALL, supervisor, null, 100).rows();
		acts.pause(List.of(some.get(2).clockId()), Pause.Reason.WAITING_RESIDENT, "等居民", "", null, supervisor);
		acts.extend(List.of(some.get(some.size() - 1).clockId()), 1, "多一天", supervisor);
		assertCounted();
		tally.fold();
		assertCounted();
		clock.travel(Duration.ofDays(2));
		assertCounted();
	}

	private void assertCounted() {
		assertThat(board.parts(branch.compound(), supervisor)).extracting(part -> part.place().code()).containsExactly(branch.building());
		assertThat(board.parts(branch.township(), supervisor)).isNotEmpty()
				.allSatisfy(part -> assertThat(part.counts()).isEqualTo(board.counts(part.place().code(), supervisor)));
		for (var place : new String[] { null, branch.compound(), branch.building() }) {
			var rows = board.page(new BoardFilter(place, null, null, null, null, null), supervisor, null, 1000).rows();
			var now = clock.instant();
			var counts = board.counts(place, supervisor);
			assertThat(counts.all()).isEqualTo(rows.size());
			assertThat(counts.overdue()).isEqualTo((int) rows.stream().filter(row -> !now.isBefore(row.due())).count());
			assertThat(counts.paused()).isEqualTo((int) rows.stream().filter(Watched::isPaused).count());
			for (var state : List.of("overdue", "today", "soon", "paused")) {
				var narrowed = board.page(BoardFilter.of(state(place, state)), supervisor, null, 1000).rows().size();
				assertThat(narrowed).as(state).isEqualTo(switch (state) {
					case "overdue" -> counts.overdue();
					case "today" -> counts.today();
					case "soon" -> counts.soon();
					default -> counts.paused();
				});
			}
		}
	}

	private static Map<String, String> state(String place, String state) {
		return place == null ? Map.of("state", state) : Map.of("state", state, "place", place);
	}

	@Test
	void goingOnPageByPageFindsEachClockOnce() {
		for (int i = 0; i < 5; i++) {
			report();
		}
		var paused = board.page(ALL, supervisor, null, 7).rows().stream().map(Watched::clockId).toList();
		assertThat(acts.pause(paused, Pause.Reason.WAITING_RESIDENT, "等居民", "", null, supervisor)).allMatch(BoardActs.Result::isDone);
		var all = board.page(ALL, supervisor, null, 1000).rows();
		var found = new ArrayList<Watched>();
		String next = null;
		do {
			var page = board.page(ALL, supervisor, next, 3);
			found.addAll(page.rows());
			next = page.next().orElse(null);
		} while (next != null);
		assertThat(found).isEqualTo(all).hasSizeGreaterThan(4);
	}

	/** Due Thursday 24:00, so it is of this week until then and late afterwards. */
	@Test
	void theLoadOfAPostCountsWhatIsDueThisWeekAndWhatIsLate() {
		report();
		report();
		acts.pause(List.of(first().clockId()), Pause.Reason.WAITING_RESIDENT, "等居民", "", null, supervisor);
		assertThat(load()).returns(2, Loads.Load::open).returns(1, Loads.Load::week).returns(0, Loads.Load::overdue).returns(1, Loads.Load::paused);
		var stranger = TestViewers.of(application, people.holding("supervisor", places.branch().township()));
		assertThat(loads.posts(null, stranger, Locale.CHINESE)).isEmpty();
		clock.setTo(ZonedDateTime.parse("2026-03-06T00:00:00+08:00").toInstant());
		assertThat(load()).returns(2, Loads.Load::open).returns(0, Loads.Load::week).returns(1, Loads.Load::overdue);
	}

	private Loads.Load load() {
		return loads.posts(branch.compound(), supervisor, Locale.CHINESE).stream()
				.filter(load -> load.key().equals("building-steward@" + branch.building())).findFirst().orElseThrow();
	}

	@Test
	void theClocksPageExplainsWhyItIsDueThen() throws Exception {
		report();
		var page = web.perform(get("/board/" + first().clockId()).with(as(person)).header("Accept-Language", "zh-CN")).andExpect(status().isOk())
				.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
		assertThat(page).contains("楼栋长办理：3 个工作日", "2026年3月2日 09:00 起算，当天不计入", "2026年3月5日 24:00 到期", "开始计时");
		var form = web.perform(get("/board/acts/hand-over").param("clock", "" + first().clockId()).with(as(person))
				.header("Accept-Language", "zh-CN")).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
		assertThat(form).contains("在计时 0 → 1 项");
	}

	@Test
	void anOpenBoardIsToldOfChangesInItsTerritoryAndOfNoOthers() throws Exception {
		var events = web.perform(get("/board/events").with(as(person))).andExpect(request().asyncStarted()).andReturn().getResponse();
		reported(places.branch());
		assertThat(events.getContentAsString()).doesNotContain("changed");
		reported(branch);
		assertThat(events.getContentAsString()).contains("event:changed");
	}

	private void reported(Branch where) {
		intake.report(new Report(where.building(), null, null, "neighbour-dispute", "楼上漏水", "卫生间顶上滴水，已经三天。",
				Channel.PHONE, Scope.BUILDING, false, Contact.NONE, null, null, null, List.of()));
		stream.look();
	}
}

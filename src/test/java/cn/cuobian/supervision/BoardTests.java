package cn.cuobian.supervision;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.Pause;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Receipt;
import cn.cuobian.matters.Report;
import cn.cuobian.matters.Scope;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;

/** The board of one compound's matters; 2026-03-02 is a Monday, the steward has three working days. */
@CuobianTest
class BoardTests {

	private static final BoardFilter ALL = BoardFilter.of(Map.of());

	@Autowired
	Board board;
	@Autowired
	BoardActs acts;
	@Autowired
	BoardStream stream;
	@Autowired
	Loads loads;
	@Autowired
	Tally tally;
	@Autowired
	Clocks clocks;
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
	private Person person;
	private Viewer supervisor;

	@BeforeEach
	void aSupervisorOfTheTownship() {
		clock.setTo(ZonedDateTime.parse("2026-03-02T09:00:00+08:00").toInstant());
		branch = places.branch();
		steward = people.holding("building-steward", branch.building());
		person = people.holding("supervisor", branch.township());
		supervisor = TestViewers.of(application, person);
	}

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
		web.perform(post("/board/acts/urge").param("clock", "" + clockId).param("words", "快").with(csrf()).with(as(stranger)))
				.andExpect(status().isNotFound());
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

	@Test
	void anUrgeIsRecordedAndNotRepeatedWithinTheHour() {
		report();
		var id = first().clockId();
		assertThat(acts.urge(List.of(id), "居民又来电话了", supervisor)).allMatch(BoardActs.Result::isDone);
		assertThat(acts.urge(List.of(id), "再催", supervisor)).singleElement()
				.satisfies(result -> assertThat(result.refusal().rule()).isEqualTo("supervision.urged-already"));
		clock.travel(Duration.ofHours(1));
		assertThat(acts.urge(List.of(id), "再催", supervisor)).allMatch(BoardActs.Result::isDone);
		assertThat(first().urged()).isEqualTo(2);
		assertThat(notes()).filteredOn(note -> note.contains("urged")).hasSize(2).first().asString().contains("居民又来电话了");
	}

	@Test
	void oneRefusalHoldsUpNoOtherAndEachHasItsResult() {
		report();
		report();
		var ids = board.page(ALL, supervisor, null, 50).rows().stream().filter(row -> row.taskId() != null).map(Watched::clockId).toList();
		acts.pause(ids.subList(0, 1), Pause.Reason.WAITING_MATERIAL, "等图纸", "", null, supervisor);
		var results = acts.pause(ids, Pause.Reason.WAITING_MATERIAL, "等图纸", "", null, supervisor);
		assertThat(results).extracting(BoardActs.Result::isDone).containsExactly(false, true);
		assertThat(results.get(0).refusal().rule()).isEqualTo("clocks.already-paused");
		assertThat(acts.resume(ids, null, "图纸已到", supervisor)).allMatch(BoardActs.Result::isDone);
	}

	@Test
	void aMatterIsRaisedATierWithItsReasonOnRecord() {
		report();
		var steward = first();
		assertThat(acts.raise(List.of(steward.clockId()), "三天没人上门", supervisor)).allMatch(BoardActs.Result::isDone);
		assertThat(first()).returns("hall", Watched::tier).returns("LADDER.HALL", Watched::code);
		assertThat(notes()).anySatisfy(note -> assertThat(note).contains("raised-by-order", "三天没人上门"));
		var results = acts.raise(List.of(steward.clockId(), first().clockId()), "再上一级", supervisor);
		assertThat(results).extracting(BoardActs.Result::isDone).containsExactly(false, true);
		assertThat(results.get(0).refusal().rule()).isEqualTo("supervision.ended");
		assertThat(first()).returns("meeting", Watched::tier);
	}

	@Test
	void whatIsTimedForTheWholeMatterIsNotRaised() {
		report();
		var whole = board.page(ALL, supervisor, null, 50).rows().stream().filter(row -> row.taskId() == null).findFirst().orElseThrow();
		assertThat(acts.raise(List.of(whole.clockId()), "快", supervisor)).singleElement()
				.satisfies(result -> assertThat(result.refusal().rule()).isEqualTo("supervision.no-tier-above"));
		assertThat(first().tier()).isEqualTo("building");
	}

	@Test
	void anActWithoutAReasonOrWithoutAClockIsRefused() {
		report();
		var id = first().clockId();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> acts.urge(List.of(id), " ", supervisor)).returns("clocks.words", Refusal::rule);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> acts.urge(List.of(), "快", supervisor)).returns("supervision.how-many", Refusal::rule);
		assertThat(first().urged()).isZero();
	}

	@Test
	void specialSupervisionMarksTheWholeMatterUntilItIsLifted() {
		report();
		var id = first().clockId();
		acts.list(List.of(id), true, "反复出现", supervisor);
		assertThat(board.page(BoardFilter.of(Map.of("state", "listed")), supervisor, null, 50).rows()).isNotEmpty();
		assertThat(acts.list(List.of(id), true, "反复出现", supervisor)).noneMatch(BoardActs.Result::isDone);
		assertThat(acts.list(List.of(id), false, "已解决", supervisor)).allMatch(BoardActs.Result::isDone);
		assertThat(board.page(BoardFilter.of(Map.of("state", "listed")), supervisor, null, 50).rows()).isEmpty();
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
	void specialSupervisionOutlastsTheClocksOfTheMatter() {
		report();
		var row = first();
		acts.list(List.of(row.clockId()), true, "反复出现", supervisor);
		db.sql("delete from watched where subject = ?").param(row.subject()).update();
		clocks.start("MED.USUAL", row.subject(), branch.building());
		assertThat(board.page(BoardFilter.of(Map.of("state", "listed")), supervisor, null, 50).rows()).singleElement()
				.satisfies(later -> assertThat(later.subject()).isEqualTo(row.subject()));
	}

	@Test
	void theWorkOfOneWhoHoldsATaskIsNotExtendedByHimself() {
		people.holding("building-steward", branch.building());
		report();
		var row = first();
		db.sql("update watched set assignee = ? where clock_id = ?").params(person.id(), row.clockId()).update();
		assertThat(acts.extend(List.of(row.clockId()), 1, "给自己", supervisor)).singleElement()
				.satisfies(result -> assertThat(result.refusal().rule()).isEqualTo("clocks.own-extension"));
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

	@Test
	void whatASupervisorDoesToADeadlineStandsInTheRecordOfTheMatter() {
		report();
		acts.pause(List.of(first().clockId()), Pause.Reason.WAITING_RESIDENT, "等居民回家", "", null, supervisor);
		assertThat(notes()).last().asString().contains("clock-paused", "楼栋长办理", "等居民回家");
		acts.extend(List.of(first().clockId()), 1, "路远", supervisor);
		assertThat(notes()).last().asString().contains("clock-extended-paused", "路远").doesNotContain("9999");
	}

	private Watched first() {
		return board.page(ALL, supervisor, null, 50).rows().stream().filter(row -> row.taskId() != null).findFirst().orElseThrow();
	}

	private List<String> notes() {
		return db.sql("select payload from matter_event where matter_id = ? and kind = 'NOTED' order by seq").param(first().matterId())
				.query(String.class).list();
	}

	private Receipt report() {
		return intake.report(new Report(branch.building(), null, null, "neighbour-dispute", "楼上漏水", "卫生间顶上滴水，已经三天。",
				Channel.PHONE, Scope.BUILDING, false, Contact.NONE, null, null, null, List.of()));
	}
}

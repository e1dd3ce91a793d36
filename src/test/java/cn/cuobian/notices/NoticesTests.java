package cn.cuobian.notices;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.notices.Notice.State;
import cn.cuobian.notices.Objection.Who;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;

/** A list that hangs out from Monday 2026-03-02 for seven days. */
@CuobianTest
@RecordApplicationEvents
class NoticesTests {

	private static final Instant MONDAY = ZonedDateTime.parse("2026-03-02T09:00:00+08:00").toInstant();
	private static final Instant ENDS = ZonedDateTime.parse("2026-03-10T00:00:00+08:00").toInstant();
	private static final Who OWNER = new Who("陈阿明", "3幢501", "13800001234");

	@Autowired
	Notices notices;
	@Autowired
	SomePlaces places;
	@Autowired
	SomePeople people;
	@Autowired
	ApplicationContext application;
	@Autowired
	ApplicationEvents events;
	@Autowired
	TestClock clock;
	@Autowired
	JdbcClient db;
	@Autowired
	MockMvc web;

	private Branch branch;
	private Person person;
	private Viewer officer;

	@BeforeEach
	void anOfficerOfTheTownship() {
		clock.setTo(MONDAY);
		branch = places.branch();
		person = people.holding("election-officer", branch.township());
		officer = TestViewers.of(application, person);
	}

	private NewNotice list(String title) {
		return new NewNotice("election:" + branch.compound(), "group", branch.compound(), title, "组长：李主任\n成员：陈**、林**", "指导规则第十条", "小区公告栏",
				ENDS, true);
	}

	private long published() {
		return notices.publish(list("筹备组名单"), officer.personId());
	}

	@Test
	void itIsOverWhenItsTimeIsUpAndNotASecondEarlier() {
		long id = published();
		clock.setTo(ENDS.minusSeconds(1));
		notices.round();
		assertThat(notices.of(id).state()).isEqualTo(State.OPEN);
		clock.setTo(ENDS);
		notices.round();
		notices.round();
		assertThat(notices.of(id).state()).isEqualTo(State.OVER);
		assertThat(over(id)).singleElement().returns(0, NoticeOver::objections);
	}

	@Test
	void anObjectionIsAnsweredFirst() {
		long id = published();
		long objection = notices.object(id, OWNER, "组员不是业主");
		clock.setTo(ENDS.plus(Duration.ofDays(2)));
		notices.round();
		assertThat(notices.of(id).state()).as("nobody has answered").isEqualTo(State.OPEN);
		notices.decide(objection, true, "属实，已更换", officer);
		assertThat(notices.of(id).state()).isEqualTo(State.OVER);
		assertThat(over(id)).singleElement().returns(1, NoticeOver::objections).returns(1, NoticeOver::upheld);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> notices.decide(objection, false, "再想想", officer))
				.returns("notices.decided-already", Refusal::rule);
	}

	@Test
	void anAnswerBeforeTheEndLeavesItHanging() {
		long id = published();
		notices.decide(notices.object(id, OWNER, "名字写错"), false, "没有写错", officer);
		assertThat(notices.of(id).state()).isEqualTo(State.OPEN);
		assertThat(over(id)).isEmpty();
	}

	@Test
	void whatComesTooLateOrSaysNothingIsRefused() {
		long id = published();
		refused("notices.text", () -> notices.object(id, OWNER, " "));
		refused("notices.text", () -> notices.object(id, new Who("", "", "138"), "不对"));
		clock.setTo(ENDS);
		refused("notices.too-late", () -> notices.object(id, OWNER, "不对"));
		refused("notices.ends-in-the-past", this::published);
		assertThat(notices.objections(id)).isEmpty();
	}

	@Test
	void aCorrectedVersionReplacesTheOldOneWhichStaysReadable() {
		long id = published();
		long next = notices.replace(id, list("筹备组名单（更正）"), "一人不是业主", officer.personId());
		assertThat(notices.of(id)).returns(State.REPLACED, Notice::state).returns("一人不是业主", Notice::reason);
		assertThat(notices.of(next)).returns(2, Notice::version).returns(id, Notice::replaces);
		refused("notices.not-open", () -> notices.withdraw(id, "发错"));
		notices.withdraw(next, "选举中止");
		clock.setTo(ENDS);
		notices.round();
		assertThat(over(id)).isEmpty();
		assertThat(over(next)).isEmpty();
	}

	@Test
	void everybodyReadsAndObjectsAndNobodyReadsWhoDid() throws Exception {
		long id = published();
		web.perform(post("/notices/" + id + "/objections").with(csrf()).param("name", OWNER.name()).param("unit", OWNER.unit())
				.param("contact", OWNER.contact()).param("words", "组员不是业主")).andExpect(status().is3xxRedirection());
		var page = web.perform(get("/notices/" + id).locale(Locale.CHINESE)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
		assertThat(page).contains("筹备组名单", "指导规则第十条", "2026-03-09 24:00", "组员不是业主", "待答复")
				.doesNotContain(OWNER.name(), OWNER.unit(), OWNER.contact());
		assertThat(db.sql("select who from notice_objection where notice_id = ?").param(id).query(byte[].class).single())
				.asString(StandardCharsets.UTF_8).doesNotContain(OWNER.name());
		web.perform(post("/notices/" + id + "/objections").with(csrf()).param("name", "").param("words", "不对").locale(Locale.CHINESE))
				.andExpect(status().is4xxClientError());
		var list = web.perform(get("/notices").param("place", branch.building()).locale(Locale.CHINESE)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
		assertThat(list).as("of the compound, seen from a building").contains("筹备组名单");
	}

	@Test
	void theOfficersInboxAsksForAnAnswer() {
		long id = published();
		notices.object(id, OWNER, "组员不是业主");
		assertThat(db.sql("select link from inbox where person_id = ?").param(person.id()).query(String.class).list())
				.containsExactly("/notices/" + id + "/desk");
	}

	@Test
	void onlyAnElectionOfficerOfThePlaceAnswers() throws Exception {
		long id = published();
		long objection = notices.object(id, OWNER, "组员不是业主");
		var stranger = people.holding("election-officer", places.branch().township());
		web.perform(get("/notices/" + id + "/desk").with(as(stranger))).andExpect(status().isNotFound());
		web.perform(get("/notices/" + id + "/desk").with(as(people.holding("building-steward", branch.building())))).andExpect(status().isNotFound());
		web.perform(post("/notices/objections/" + objection).with(csrf()).with(as(stranger)).param("notice", "" + id).param("upheld", "true")
				.param("answer", "好")).andExpect(status().isNotFound());
		long theirs = notices.publish(new NewNotice("x:1", "group", places.branch().compound(), "别处", "别处", "法", "栏", ENDS, true), null);
		web.perform(post("/notices/objections/" + notices.object(theirs, OWNER, "别处的")).with(csrf()).with(as(person)).param("notice", "" + id)
				.param("upheld", "true").param("answer", "好")).andExpect(status().isNotFound());
		var desk = web.perform(get("/notices/" + id + "/desk").with(as(person))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
		assertThat(desk).contains(OWNER.name(), OWNER.contact());
		web.perform(post("/notices/objections/" + objection).with(csrf()).with(as(person)).param("notice", "" + id).param("upheld", "false")
				.param("answer", "是业主")).andExpect(status().is3xxRedirection());
		assertThat(notices.objections(id)).singleElement().returns(Objection.State.REJECTED, Objection::state);
	}

	private List<NoticeOver> over(long id) {
		return events.stream(NoticeOver.class).filter(event -> event.noticeId() == id).toList();
	}

	private static void refused(String rule, Runnable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).returns(rule, Refusal::rule);
	}
}

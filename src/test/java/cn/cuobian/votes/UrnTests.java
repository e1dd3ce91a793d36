package cn.cuobian.votes;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import cn.cuobian.people.Person;
import cn.cuobian.people.Viewer;
import cn.cuobian.votes.PaperDesk.PaperRead;
import cn.cuobian.votes.SomeRolls.SomeRoll;
import cn.cuobian.votes.Urn.UrnPaper;
import cn.cuobian.votes.Urn.UrnRead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Paper in a secret vote: who sees the number sees no choice, and who sees a choice sees no number. */
class UrnTests extends VotesInTheHouse {

	@Autowired
	private PaperDesk desk;
	@Autowired
	private Urn urn;

	private SomeRoll roll;
	private long vote;
	private Person colleaguePerson;
	private Viewer colleague;
	private Viewer third;

	@BeforeEach
	void aSecretVoteOfFour() {
		roll = new SomeRolls(db).frozen(here.compound(), 100_00, 100_00, 89_50, 100_00);
		vote = openWithCodes(secret(plan(roll)));
		colleaguePerson = some.holding("election-officer", here.township());
		colleague = viewer(colleaguePerson);
		third = anotherOfficer();
	}

	private void stub(int no, CastChannel channel) {
		for (var by : List.of(officer, colleague)) {
			desk.read(vote, new PaperRead("K-%06d".formatted(no), channel, Map.of()), by);
		}
	}

	private void over() {
		clock.setTo(votes.of(vote).ends());
	}

	private UrnRead read(int no, String area, String choices, Viewer by) {
		return urn.read(vote, new UrnPaper(no, area, choices(choices)), by);
	}

	private void twice(int no, String area, String choices) {
		read(no, area, choices, officer);
		assertThat(read(no, area, choices, colleague).inBox()).isTrue();
	}

	@Test
	void theStubMarksTheHeadAndThePaperCountsWhenTheUrnIsOpened() {
		online(vote, roll.heads().get(0), "1=1;2=yes");
		stub(2, CastChannel.PAPER);
		stub(3, CastChannel.HOME);
		assertThat(votes.turnout(vote).voted()).isEqualTo(new Weight(289_50, 3));
		assertRefused("votes.box.voted.home", () -> online(vote, roll.heads().get(2), "1=1"));
		assertThat(count("box_paper where vote_id = ?", vote)).isEqualTo(1);
		over();
		assertRefused("votes.box.urn-unread", () -> votes.close(vote, officer));
		twice(2, "89.5", "1=2;2=no");
		assertRefused("votes.box.urn-unread", () -> votes.close(vote, officer));
		twice(1, "１００．００", "1=3;2=invalid");
		votes.close(vote, officer);
		assertThat(box.papers(vote)).containsExactlyInAnyOrder(new Paper(100_00, choices("1=1;2=yes")), new Paper(89_50, choices("1=2;2=no")),
				new Paper(100_00, choices("1=3;2=invalid")));
	}

	@Test
	void theUrnStaysShutBeforeTheEndAndWhileAStubWasRegisteredOnlyOnce() {
		stub(1, CastChannel.PAPER);
		desk.read(vote, new PaperRead("K-000002", CastChannel.PAPER, Map.of()), officer);
		clock.setTo(votes.of(vote).ends().minusMillis(1));
		assertRefused("votes.box.urn-early", () -> read(1, "100.00", "1=1", officer));
		over();
		assertRefused("votes.box.papers-unsettled", () -> read(1, "100.00", "1=1", officer));
		desk.read(vote, new PaperRead("K-000002", CastChannel.PAPER, Map.of()), colleague);
		assertThat(read(1, "100.00", "1=1", officer).readings()).isEqualTo(1);
	}

	@Test
	void onlyAsManyPapersAreReadAsStubsWereRegisteredAndOnlyWithTheirAreas() {
		online(vote, roll.heads().get(2), "1=1");
		stub(1, CastChannel.PAPER);
		stub(2, CastChannel.PAPER);
		over();
		assertRefused("votes.box.urn-number", () -> read(3, "100.00", "1=1", officer));
		assertRefused("votes.box.urn-number", () -> read(0, "100.00", "1=1", officer));
		assertRefused("votes.box.urn-area", () -> read(1, "89.50", "1=1", officer));
		assertRefused("votes.box.urn-area", () -> read(1, "", "1=1", officer));
		twice(1, "100", "1=1");
		assertRefused("votes.box.urn-read", () -> read(1, "100", "1=1", third));
		twice(2, "100", "1=2");
		votes.close(vote, officer);
		assertRefused("votes.box.state.closed", () -> read(1, "100", "1=1", third));
	}

	@Test
	void twoOfThreeOfficersHaveToAgreeOnAreaAndChoices() {
		stub(1, CastChannel.PAPER);
		stub(3, CastChannel.PAPER);
		over();
		read(1, "100", "1=1", officer);
		assertRefused("votes.box.urn-same-officer", () -> read(1, "100", "1=1", officer));
		assertThat(read(1, "89.50", "1=1", colleague).inBox()).isFalse();
		assertRefused("votes.box.three-readings", () -> read(1, "100", "1=2", third));
		assertThat(read(1, "100", "1=1", third).inBox()).isTrue();
		assertThat(count("box_paper where vote_id = ? and area = 10000", vote)).isEqualTo(1);
	}

	@Test
	void nothingThatWasReadRemainsAndNoTableOfTheUrnKnowsAHead() {
		stub(1, CastChannel.PAPER);
		over();
		read(1, "100", "1=1", officer);
		assertThat(count("urn_reading where vote_id = ? and words_sealed is not null", vote)).isEqualTo(1);
		read(1, "100", "1=1", colleague);
		assertThat(count("urn_reading where vote_id = ? and words_sealed is not null", vote)).isZero();
		assertThat(db.sql("select lower(column_name) from information_schema.columns where lower(table_name) = 'urn_reading' order by 1")
				.query(String.class).list()).containsExactly("at", "id", "officer", "paper_no", "reading", "settled", "vote_id", "words_sealed");
	}

	@Test
	void aRealNameVoteHasNoUrn() throws Exception {
		long byName = openWithCodes(plan(roll(2)));
		web.perform(get("/votes/" + byName + "/urn").with(as(officerPerson))).andExpect(status().isNotFound());
		web.perform(post("/votes/" + byName + "/urn").with(as(officerPerson)).with(csrf()).param("no", "1").param("area", "100"))
				.andExpect(status().isNotFound());
	}

	private String page(String path, Person by) throws Exception {
		return text(web.perform(get("/votes/" + vote + path).with(as(by))).andExpect(status().isOk()));
	}

	private static String text(ResultActions result) throws Exception {
		var text = result.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
		assertThat(text).doesNotContain("??");
		return text;
	}

	private ResultActions send(String path, Person by, Map<String, String> fields) throws Exception {
		var request = post("/votes/" + vote + path).with(as(by)).with(csrf());
		fields.forEach(request::param);
		return web.perform(request);
	}

	@Test
	void thePageForStubsAsksForNoChoiceAndThePageForPapersForNoNumberOfAHousehold() throws Exception {
		assertThat(page("/paper", officerPerson)).contains("登记存根", "name=\"serial\"").doesNotContain("name=\"q1\"").doesNotContain("陈一");
		assertThat(page("/urn", officerPerson)).contains("存根都由两位工作人员登记完").doesNotContain("<form method=\"post\" action=\"/votes/" + vote + "/urn\"");
		var stub = Map.of("serial", "K-000003", "channel", "PAPER", "q1", "1");
		send("/paper", officerPerson, stub).andExpect(flash().attribute("notice", "votes.box.stub.first"));
		assertThat(page("", officerPerson)).contains("登记存根（1 张待核对）");
		send("/paper", colleaguePerson, stub).andExpect(flash().attribute("notice", "votes.box.stub.cast"));
		over();
		assertThat(page("", officerPerson)).contains("开箱录票（1 张没录完）");
		var open = page("/urn", officerPerson);
		assertThat(open).contains("name=\"q1\"", "89.50 平方米：1 张", "纸质票 1 张").doesNotContain("K-0000").doesNotContain("1幢");
		var paper = Map.of("no", "1", "area", "89.50", "q1", "1", "q2", "yes");
		send("/urn", officerPerson, paper).andExpect(flash().attribute("notice", "votes.box.urn.first"));
		assertThat(page("/urn", colleaguePerson)).contains("第 1 号票", officerPerson.name()).doesNotContainPattern("name=\"q[12]\"[^>]*checked");
		assertThat(text(send("/urn", officerPerson, paper).andExpect(status().is(422)))).contains("换一位工作人员").containsPattern("value=\"1\"[^>]*checked");
		send("/urn", some.holding("election-officer", here.township()), Map.of("no", "1", "area", "89.50", "q1", "2"))
				.andExpect(flash().attribute("notice", "votes.box.urn.different"));
		send("/urn", colleaguePerson, paper).andExpect(flash().attribute("notice", "votes.box.urn.cast"));
		assertThat(page("/urn", officerPerson)).contains("还有 0 张没有录完").doesNotContain("name=\"q1\"");
		web.perform(get("/votes/" + vote + "/urn").with(as(some.holding("scrutineer", here.compound())))).andExpect(status().isNotFound());
	}
}

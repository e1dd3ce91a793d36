package cn.cuobian.votes;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import cn.cuobian.people.Group;
import cn.cuobian.people.Person;
import cn.cuobian.votes.SomeRolls.SomeRoll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

/** What the officer and the scrutineer see of a vote and do with it. */
class VotePagesTests extends VotesInTheHouse {

	private String page(String address, Person by) throws Exception {
		var page = text(web.perform(get(address).with(as(by))).andExpect(status().isOk()));
		assertThat(page).doesNotContain("??");
		return page;
	}

	private static String text(ResultActions result) throws Exception {
		return result.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

	private ResultActions act(long vote, String act, Map<String, String> fields) throws Exception {
		var request = post("/votes/" + vote + "/" + act).with(as(officerPerson)).with(csrf());
		fields.forEach(request::param);
		return web.perform(request);
	}

	@Test
	void theOfficerSeesTheLightOnBothAxesAndWhoHasNotVoted() throws Exception {
		SomeRoll roll = new SomeRolls(db).frozen(here.compound(), 100_00, 100_00, 100_00, 300_01);
		long vote = openWithCodes(plan(roll));
		online(vote, roll.heads().get(3), "1=2;2=no");
		var page = page("/votes/" + vote, officerPerson);
		assertThat(page).contains("300.01", "600.01", "还差 100.00", "还没投的有 300.00", "已投 1，共 4；还差 2", "1幢0001", "K-000003").doesNotContain("1幢0004");
		assertThat(page("/votes/" + vote + "?lang=en", officerPerson)).contains("Turnout", "missing: 2");
		assertThat(page("/votes", officerPerson)).contains("第一届业委会选举", "/votes/" + vote);
	}

	@Test
	void theScrutineerSeesCountsAndAnchorsAndCannotAct() throws Exception {
		var roll = roll(3);
		long vote = openWithCodes(plan(roll));
		online(vote, roll.heads().get(0), "1=2;2=no");
		application.getBean(BoxRounds.class).anchor();
		var scrutineer = some.holding("scrutineer", here.compound());
		var page = page("/votes/" + vote, scrutineer);
		assertThat(page).contains("已投 1，共 3", votes.of(vote).headHash()).doesNotContain("1幢0002").doesNotContain("/remind\"").doesNotContain("/close\"");
		web.perform(post("/votes/" + vote + "/remind").with(as(scrutineer)).with(csrf())).andExpect(status().isNotFound());
		web.perform(get("/votes/" + vote + "/paper").with(as(scrutineer))).andExpect(status().isNotFound());
		assertThat(page("/votes", scrutineer)).contains("/votes/" + vote);
	}

	@Test
	void whoHasNothingToDoWithItDoesNotKnowThatItExists() throws Exception {
		long vote = openWithCodes(plan(roll(1)));
		for (var stranger : java.util.List.of(some.holding("election-officer", somePlaces.branch().township()),
				some.holding("administrator", Group.EVERYWHERE), some.holding("building-steward", here.building()))) {
			web.perform(get("/votes/" + vote).with(as(stranger))).andExpect(status().isNotFound());
			web.perform(get("/votes/" + vote + "/paper").with(as(stranger))).andExpect(status().isNotFound());
			web.perform(post("/votes/" + vote + "/print/ballots").with(as(stranger)).with(csrf())).andExpect(status().isNotFound());
			assertThat(page("/votes", stranger)).doesNotContain("/votes/" + vote);
		}
	}

	@Test
	void aVoteIsDrawnUpAnnouncedExtendedAndClosedByHand() throws Exception {
		var roll = roll(3);
		assertThat(page("/votes/new?roll=" + roll.id(), officerPerson)).contains("选聘和解聘物业服务企业");
		var form = post("/votes/new").with(as(officerPerson)).with(csrf()).param("roll", "" + roll.id()).param("opens", "2027-01-10T09:00")
				.param("closes", "2027-01-20T18:00").param("extendable", "true").param("openness", "REAL_NAME").param("receipt", "INCLUSION")
				.param("tie", "AREA").param("proxyCap", "2").param("item", "3", "4", "1", "1", "1").param("words", "选举委员", "更换物业，另聘", "", "", "")
				.param("seats", "3", "", "", "", "").param("alternates", "1", "", "", "", "").param("candidates", "陈一\n林二\n\n黄三\n张四", "", "", "", "");
		var refused = text(web.perform(form).andExpect(status().is(422)));
		assertThat(refused).contains("请填写表决的名称", "2027-01-10T09:00", "更换物业，另聘").doesNotContain("??");
		var place = web.perform(form.param("title", "业主大会")).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
		long vote = Long.parseLong(place.substring("/votes/".length()));
		assertThat(votes.questions(vote)).hasSize(2).first().satisfies(question -> assertThat(question.candidates()).hasSize(4));
		act(vote, "announce", Map.of()).andExpect(flash().attribute("notice", "votes.box.done.announced"));
		act(vote, "codes", Map.of()).andExpect(flash().attribute("notice", "votes.box.done.issued"));
		clock.setTo(votes.of(vote).opens());
		votes.open(vote);
		act(vote, "close", Map.of()).andExpect(flash().attribute("warning", "refusal.votes.box.closes-later"));
		act(vote, "extend", Map.of("until", "2027-01-25T18:00", "words", "参与人数不够")).andExpect(flash().attribute("notice", "votes.box.done.extended"));
		act(vote, "withdraw", Map.of("question", "1", "candidate", "2", "words", "本人申请")).andExpect(flash().attribute("notice", "votes.box.done.withdrawn"));
		act(vote, "codes/reissue", Map.of("serial", "K-000001", "reason", "丢失")).andExpect(flash().attribute("notice", "votes.box.done.reissued"));
		act(vote, "proxies", Map.of("serial", "K-000002", "holder", "陈某某", "phone", "13800000000", "document", "委-1", "signedOn", "2027-01-09"))
				.andExpect(flash().attribute("notice", "votes.box.done.authorised"));
		assertThat(page("/votes/" + vote, officerPerson)).contains("陈**", "已退出", "2027-01-25 18:00").doesNotContain("陈某某").doesNotContain("13800000000");
		act(vote, "remind", Map.of()).andExpect(flash().attribute("notice", "votes.box.done.reminded"));
		act(vote, "remind", Map.of()).andExpect(flash().attribute("warning", "refusal.votes.box.reminded-today"));
		clock.setTo(votes.of(vote).ends());
		act(vote, "close", Map.of()).andExpect(redirectedUrl("/votes/" + vote));
		assertThat(votes.of(vote).state()).isEqualTo(VoteState.CLOSED);
		act(vote, "annul", Map.of("words", "法院撤销")).andExpect(flash().attribute("notice", "votes.box.done.annulled"));
		assertThat(page("/votes/" + vote, officerPerson)).contains("法院撤销");
	}

	@Test
	void paperIsReadByTwoOfficersWhoDoNotSeeEachOthersReading() throws Exception {
		long vote = openWithCodes(plan(roll(3)));
		var colleague = some.holding("election-officer", here.township());
		read(vote, officerPerson, "1", "yes").andExpect(flash().attribute("notice", "votes.box.paper.first"));
		var waiting = page("/votes/" + vote + "/paper", colleague);
		assertThat(waiting).contains("K-000001", officerPerson.name()).doesNotContainPattern("name=\"q[12]\"[^>]*checked");
		var again = text(read(vote, officerPerson, "1", "yes").andExpect(status().is(422)));
		assertThat(again).contains("您已经录过一次").containsPattern("value=\"1\"[^>]*checked");
		read(vote, colleague, "2", "yes").andExpect(flash().attribute("notice", "votes.box.paper.different"));
		assertThat(page("/votes/" + vote + "/paper", officerPerson)).contains("请第三位录入");
		read(vote, some.holding("election-officer", here.township()), "1", "yes").andExpect(flash().attribute("notice", "votes.box.paper.cast"));
		assertThat(count("cast_mark where vote_id = ?", vote)).isEqualTo(1);
	}

	private ResultActions read(long vote, Person by, String candidate, String mark) throws Exception {
		return web.perform(post("/votes/" + vote + "/paper").with(as(by)).with(csrf()).param("serial", "K-000001").param("channel", "PAPER")
				.param("q1", candidate).param("q2", mark));
	}
}

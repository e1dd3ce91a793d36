package cn.cuobian.portal;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.Running;
import cn.cuobian.people.Person;
import cn.cuobian.worklist.SomeTasks;

/** What a caseworker does to the time of his task, by forms and without scripts. Three working days, two more at most. */
class ClockDeskTests extends SomeTasks {

	@Autowired
	MockMvc web;
	@Autowired
	Clocks clocks;

	private String task;

	@BeforeEach
	void aTaskOfAMonday() {
		clock.setTo(Instant.parse("2026-03-02T01:00:00Z"));
		// in office since before this Monday, wherever the clock stood
		steward = people.holding("building-steward", here.building());
		otherSteward = people.holding("building-steward", here.building());
		stranger = people.holding("building-steward", places.branch().building());
		task = task();
		assertThat(running().due()).isEqualTo("2026-03-05T16:00:00Z");
	}

	@Test
	void whoWaitsForTheResidentPausesTheTimeAndLetsItRunOn() throws Exception {
		var paused = send(steward, "pause", "waiting", "WAITING_RESIDENT", "words", "等他回来开门", "evidence", "3月2日电话");
		assertThat(paused.getStatus()).as(paused.getContentAsString()).isEqualTo(302);
		assertThat(list.get(task, viewer(steward)).due()).as("what stands on the list").isEmpty();
		assertThat(page(steward, "")).contains("暂停计时（等居民答复：等他回来开门；依据 3月2日电话）", "/clock/resume").doesNotContain("/clock/pause");
		clock.travel(Duration.ofDays(2));
		var resumed = send(steward, "resume", "words", "他开门了");
		assertThat(resumed.getStatus()).as(resumed.getContentAsString()).isEqualTo(302);
		assertThat(running().due()).as("Monday does not count anyway, Tuesday is given back").isEqualTo("2026-03-06T16:00:00Z");
		assertThat(list.get(task, viewer(steward)).due()).contains(Instant.parse("2026-03-06T16:00:00Z"));
	}

	@Test
	void moreTimeIsAskedForAndNothingMovesUntilItIsDecided() throws Exception {
		assertThat(page(steward, "")).contains("最多 2 天");
		send(steward, "extension", "amount", "2", "words", "要等检测");
		assertThat(running()).returns(2, Running::asked).returns(Instant.parse("2026-03-05T16:00:00Z"), Running::due);
		assertThat(page(steward, "")).contains("已申请延期 2 天，等督办决定。").doesNotContain("/clock/extension");
		assertThat(page(steward, "?lang=en")).contains("2 more days were asked for");
	}

	@Test
	void whatIsRefusedComesBackWithTheWordsAndChangesNothing() throws Exception {
		refused(422, "请写明理由", "pause", "waiting", "WAITING_MATERIAL", "words", " ", "evidence", "函3号");
		refused(422, "请选择在等什么", "pause", "words", "等检测报告");
		refused(422, "请选择在等什么", "pause", "waiting", "WAITING_OTHER_BODY", "words", "等水务局");
		refused(422, "1 到 2 之间", "extension", "amount", "3", "words", "要等检测");
		refused(422, "1 到 2 之间", "extension", "amount", "-1", "words", "要等检测");
		refused(422, "1 到 2 之间", "extension", "amount", "两天", "words", "要等检测");
		var resumed = send(steward, "resume", "words", "他开门了");
		assertThat(resumed.getStatus()).isEqualTo(409);
		assertThat(resumed.getContentAsString()).contains("计时没有暂停", "/clock/pause");
		assertThat(clocks.history(running().id())).hasSize(1);
	}

	@Test
	void onlyWhoMayWorkTheTaskTouchesItsTime() throws Exception {
		String[] pause = { "waiting", "WAITING_RESIDENT", "words", "等他开门" };
		assertThat(send(stranger, "pause", pause).getStatus()).isEqualTo(404);
		var supervisor = people.holding("supervisor", here.community());
		assertThat(send(supervisor, "pause", pause).getStatus()).as("reads it, and acts on the board").isEqualTo(403);
		assertThat(page(supervisor, "")).doesNotContain("/clock/");
		bench.claim(task, viewer(steward));
		assertThat(send(otherSteward, "pause", pause).getStatus()).isEqualTo(409);
		assertThat(clocks.history(running().id())).hasSize(1);
		bench.complete(task, DONE, viewer(steward));
		assertThat(send(steward, "pause", pause).getStatus()).as("done meanwhile").isEqualTo(409);
	}

	private void refused(int status, String sentence, String act, String... form) throws Exception {
		var answer = send(steward, act, form);
		assertThat(answer.getStatus()).isEqualTo(status);
		assertThat(answer.getContentAsString()).contains(sentence, form[form.length - 1]);
	}

	private Running running() {
		return clocks.ofTask(task).orElseThrow();
	}

	private String page(Person person, String query) throws Exception {
		return web.perform(get("/tasks/" + task + query).with(as(person)).characterEncoding("UTF-8")).andReturn().getResponse().getContentAsString();
	}

	private MockHttpServletResponse send(Person person, String act, String... form) throws Exception {
		AbstractMockHttpServletRequestBuilder<?> request = post("/tasks/" + task + "/clock/" + act).with(csrf()).characterEncoding("UTF-8");
		for (int i = 0; i < form.length; i += 2) {
			request.param(form[i], form[i + 1]);
		}
		return web.perform(request.with(as(person))).andReturn().getResponse();
	}
}

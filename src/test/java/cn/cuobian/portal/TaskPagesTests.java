package cn.cuobian.portal;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

import cn.cuobian.people.Person;
import cn.cuobian.worklist.SomeTasks;

/** The pages of the task list as a person uses them, without scripts. */
class TaskPagesTests extends SomeTasks {

	@Autowired
	MockMvc web;

	@Test
	void home_shows_what_is_on_the_desk() throws Exception {
		var task = task();
		assertThat(page(steward, "/")).contains("data-figure=\"free\"", "/tasks/" + task, "先看看");
		assertThat(page(stranger, "/")).doesNotContain(task);
	}

	@Test
	void the_list_opens_with_what_one_has_taken_else_with_what_waits_at_ones_posts() throws Exception {
		var task = task();
		assertThat(answer(steward, get("/tasks")).getRedirectedUrl()).isEqualTo("/tasks?tab=posts");
		bench.claim(task, viewer(steward));
		assertThat(answer(steward, get("/tasks")).getRedirectedUrl()).isEqualTo("/tasks?tab=mine");
		assertThat(page(steward, "/tasks?tab=mine")).contains("/tasks/" + task);
		assertThat(page(steward, "/tasks?tab=posts")).doesNotContain("/tasks/" + task);
		assertThat(page(otherSteward, "/tasks?tab=posts&taken=anybody")).contains("/tasks/" + task, steward.name());
	}

	@Test
	void a_task_shows_its_form_its_time_and_what_happens_next() throws Exception {
		var task = task();
		var html = page(steward, "/tasks/" + task);
		assertThat(html).contains("name=\"minutes\"", "name=\"decision\"", "data-island=\"form\"", "由议事厅再看一次。",
				"action=\"/tasks/" + task + "/complete\"", "领办");
		assertThat(html).doesNotContain("name=\"reason\"");
		assertThat(page(steward, "/tasks/" + task + "?lang=en")).contains("Look first", "The hall looks again.", "What was found");
	}

	@Test
	void a_form_that_does_not_fit_comes_back_with_the_words_and_a_sentence_at_each_field() throws Exception {
		var task = task();
		var answer = answer(steward, post("/tasks/" + task + "/complete").param("minutes", "写了很多").param("decision", "raise"));
		assertThat(answer.getStatus()).isEqualTo(422);
		assertThat(answer.getContentAsString()).contains("写了很多", "name=\"reason\"", "请填写这一项。");
		assertThat(drafts.own(task, viewer(steward)).orElseThrow().answers()).containsEntry("minutes", "写了很多");
	}

	@Test
	void completing_leads_to_a_page_that_says_what_happened_and_what_comes_next() throws Exception {
		var next = task();
		var task = task();
		var answer = answer(steward, post("/tasks/" + task + "/complete").param("minutes", "好了").param("decision", "done"));
		assertThat(answer.getRedirectedUrl()).isEqualTo("/tasks/" + task);
		assertThat(page(steward, "/tasks/" + task)).contains("意见：办好了", "再看看", "/tasks/" + next);
	}

	@Test
	void the_drawn_form_sends_its_answers_as_one_field() throws Exception {
		var task = task();
		var values = "{\"minutes\":\"好了\",\"decision\":\"done\",\"reason\":null}";
		answer(steward, post("/tasks/" + task + "/complete").param("values", values));
		assertThat(list.result(task, viewer(steward))).isPresent();
		assertThat(answer(steward, post("/tasks/" + task() + "/complete").param("values", "{")).getStatus()).isEqualTo(422);
	}

	@Test
	void who_comes_second_is_told_who_did_it_and_finds_his_words_to_copy() throws Exception {
		var task = task();
		bench.complete(task, DONE, viewer(otherSteward));
		var answer = answer(steward, post("/tasks/" + task + "/complete").param("minutes", "我写的").param("decision", "done"));
		assertThat(answer.getStatus()).isEqualTo(409);
		assertThat(answer.getContentAsString()).contains(otherSteward.name(), "意见：办好了", "我写的", "id=\"kept-minutes\"");
		assertThat(page(steward, "/tasks/" + task)).contains("我写的");
	}

	@Test
	void a_draft_is_kept_by_script_and_by_button_and_goes_on_with_the_next_person() throws Exception {
		var task = task();
		assertThat(answer(steward, put("/tasks/" + task + "/draft").contentType(MediaType.APPLICATION_JSON)
			.content("{\"values\":{\"minutes\":\"谈了一半\"}}")).getStatus()).isEqualTo(204);
		assertThat(page(otherSteward, "/tasks/" + task)).contains("谈了一半", steward.name());
		clock.travel(Duration.ofMinutes(1));
		answer(otherSteward, post("/tasks/" + task + "/draft").param("minutes", "谈完了"));
		assertThat(page(otherSteward, "/tasks/" + task)).contains("谈完了");
	}

	@Test
	void a_task_is_handed_over_on_a_page_that_shows_who_can_take_it() throws Exception {
		var task = task();
		bench.claim(task, viewer(steward));
		assertThat(page(steward, "/tasks/" + task + "/hand-over")).contains(otherSteward.name()).doesNotContain(secretary.name());
		var without = answer(steward, post("/tasks/" + task + "/hand-over").param("to", otherSteward.id() + ""));
		assertThat(without.getStatus()).isEqualTo(422);
		assertThat(without.getContentAsString()).contains("请写明为什么转交");
		answer(steward, post("/tasks/" + task + "/hand-over").param("to", otherSteward.id() + "").param("reason", "请假"));
		assertThat(list.get(task, viewer(steward)).assignee()).isEqualTo(otherSteward.id());
	}

	@Test
	void a_task_is_taken_over_on_a_page_that_asks_why_and_the_former_holder_finds_his_words() throws Exception {
		var task = task();
		bench.claim(task, viewer(steward));
		assertThat(page(steward, "/tasks/" + task)).doesNotContain("/take-over");
		assertThat(page(otherSteward, "/tasks/" + task)).contains("/take-over");
		assertThat(page(otherSteward, "/tasks/" + task + "/take-over")).contains("name=\"from\"", "value=\"" + steward.id() + "\"");
		var from = post("/tasks/" + task + "/take-over").param("from", steward.id() + "");
		assertThat(answer(otherSteward, from).getContentAsString()).contains("请写明为什么接办");
		assertThat(answer(otherSteward, from.param("reason", "他住院了")).getRedirectedUrl()).isEqualTo("/tasks/" + task);
		var late = answer(steward, post("/tasks/" + task + "/complete").param("minutes", "我写的").param("decision", "done"));
		assertThat(late.getStatus()).isEqualTo(409);
		assertThat(late.getContentAsString()).contains(otherSteward.name(), "我写的", "id=\"kept-minutes\"");
	}

	@Test
	void a_supervisor_hands_over_what_somebody_has_and_other_systems_do_the_same() throws Exception {
		var task = task();
		bench.claim(task, viewer(steward));
		var supervisor = people.holding("supervisor", here.community());
		assertThat(page(supervisor, "/tasks/" + task)).contains("/hand-over").doesNotContain("/take-over");
		answer(supervisor, post("/tasks/" + task + "/hand-over").param("to", otherSteward.id() + "").param("reason", "他住院了"));
		assertThat(list.get(task, viewer(steward)).assignee()).isEqualTo(otherSteward.id());
		var api = "/api/v1/tasks/" + task;
		var stale = json(post(api + "/take-over"), "{\"from\":" + stranger.id() + ",\"reason\":\"换回来\"}");
		assertThat(answer(steward, stale).getStatus()).isEqualTo(409);
		var back = json(post(api + "/take-over"), "{\"from\":" + otherSteward.id() + ",\"reason\":\"换回来\"}");
		assertThat(answer(steward, back).getContentAsString()).contains("\"assignee\":" + steward.id());
		answer(supervisor, json(post(api + "/hand-over"), "{\"to\":" + otherSteward.id() + ",\"reason\":\"住院\"}"));
		assertThat(list.get(task, viewer(steward)).assignee()).isEqualTo(otherSteward.id());
	}

	@Test
	void several_tasks_are_claimed_handed_over_and_completed_together_with_a_result_for_each() throws Exception {
		var one = task();
		var two = task();
		bench.claim(two, viewer(otherSteward));
		assertThat(bulk("claim", one, two)).contains("data-done=\"true\"", "data-done=\"false\"", otherSteward.name());
		assertThat(bulk("hand-over", one)).contains("name=\"to\"", otherSteward.name(), "value=\"" + one + "\"");
		assertThat(bulk("complete", one)).contains("name=\"minutes\"", "value=\"" + one + "\"");
		var done = answer(steward, post("/tasks/bulk/complete").param("_task", one).param("_back", "tab=mine")
			.param("minutes", "都好了").param("decision", "done"));
		assertThat(done.getContentAsString()).contains("data-done=\"true\"");
		assertThat(list.result(one, viewer(steward))).isPresent();
	}

	@Test
	void a_list_is_kept_under_a_name_and_opened_by_its_address() throws Exception {
		answer(steward, post("/tasks/views").param("name", "快到期的").param("tab", "posts").param("due", "week").param("standard", "true"));
		assertThat(answer(steward, get("/tasks")).getRedirectedUrl()).isEqualTo("/tasks?tab=posts&due=week");
		assertThat(page(steward, "/tasks?tab=posts&due=week")).contains("快到期的");
		assertThat(page(otherSteward, "/tasks?tab=posts")).doesNotContain("快到期的");
	}

	@Test
	void a_task_of_others_is_404_on_every_route() throws Exception {
		var task = task();
		for (var path : List.of("", "/hand-over", "/take-over")) {
			assertThat(answer(stranger, get("/tasks/" + task + path)).getStatus()).as("GET " + path).isEqualTo(404);
		}
		for (var path : List.of("/claim", "/release", "/complete", "/draft", "/hand-over", "/take-over")) {
			var request = post("/tasks/" + task + path).param("minutes", "x").param("decision", "done").param("to", "1").param("reason", "x");
			assertThat(answer(stranger, request).getStatus()).as("POST " + path).isEqualTo(404);
		}
		assertThat(answer(stranger, put("/tasks/" + task + "/draft").contentType(MediaType.APPLICATION_JSON)
			.content("{\"values\":{}}")).getStatus()).isEqualTo(404);
		var api = "/api/v1/tasks/" + task;
		for (var request : List.of(get(api), get(api + "/form"), post(api + "/claim"), post(api + "/release"),
				json(post(api + "/hand-over"), "{\"to\":1,\"reason\":\"x\"}"),
				json(post(api + "/take-over"), "{\"from\":1,\"reason\":\"x\"}"), json(post(api + "/complete"), "{\"values\":{}}"))) {
			assertThat(answer(stranger, request).getStatus()).isEqualTo(404);
		}
		assertThat(page(stranger, "/tasks?tab=all&taken=anybody")).doesNotContain(task);
		assertThat(list.get(task, viewer(steward)).isTaken()).isFalse();
	}

	@Test
	void an_address_with_nonsense_in_it_shows_the_plain_list() throws Exception {
		assertThat(answer(steward, get("/tasks?tab=posts&due=never&sort=up&after=xyz&kind=%00&place=nowhere")).getStatus())
			.isEqualTo(200);
	}

	private static AbstractMockHttpServletRequestBuilder<?> json(AbstractMockHttpServletRequestBuilder<?> request, String body) {
		return request.contentType(MediaType.APPLICATION_JSON).content(body);
	}

	private String bulk(String act, String... tasks) throws Exception {
		return answer(steward, post("/tasks/bulk").param("_act", act).param("_back", "tab=posts").param("task", tasks))
			.getContentAsString();
	}

	private String page(Person person, String address) throws Exception {
		var answer = answer(person, get(address));
		assertThat(answer.getStatus()).as(address).isEqualTo(200);
		return answer.getContentAsString();
	}

	private MockHttpServletResponse answer(Person person, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
		return web.perform(request.with(as(person)).with(csrf()).characterEncoding("UTF-8")).andReturn().getResponse();
	}
}

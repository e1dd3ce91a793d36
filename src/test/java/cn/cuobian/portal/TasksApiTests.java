package cn.cuobian.portal;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

import com.jayway.jsonpath.JsonPath;

import cn.cuobian.people.Person;
import cn.cuobian.worklist.SomeTasks;

/** The tasks of a person, for other systems. */
class TasksApiTests extends SomeTasks {

	@Autowired
	MockMvc web;

	@Test
	void tasks_are_listed_page_by_page_with_the_address_of_their_form() throws Exception {
		var task = task();
		task();
		var first = json(answer(steward, get("/api/v1/tasks?size=1")));
		assertThat(JsonPath.<String>read(first, "$.items[0].form")).startsWith("/api/v1/tasks/").endsWith("/form");
		assertThat(JsonPath.<String>read(first, "$.items[0].groups[0]")).isEqualTo("building-steward@" + here.building());
		assertThat(JsonPath.<String>read(first, "$.items[0].due")).isNotNull();
		var second = json(answer(steward, get("/api/v1/tasks?size=1&after=" + JsonPath.<String>read(first, "$.next"))));
		assertThat(JsonPath.<Object>read(second, "$.next")).isNull();
		assertThat(first + second).contains(task);
		assertThat(json(answer(steward, get("/api/v1/tasks/" + task + "/form")))).contains("\"minutes\"");
	}

	@Test
	void a_task_is_claimed_and_completed_and_the_next_one_to_try_is_refused_in_words() throws Exception {
		var task = task();
		assertThat(json(answer(steward, post("/api/v1/tasks/" + task + "/claim")))).contains("\"assignee\":" + steward.id());
		var late = answer(otherSteward, post("/api/v1/tasks/" + task + "/claim"));
		assertThat(late.getStatus()).isEqualTo(409);
		assertThat(late.getContentType()).startsWith("application/problem+json");
		assertThat(late.getContentAsString()).contains("worklist.taken-by", steward.name());
		var done = answer(steward, body(post("/api/v1/tasks/" + task + "/complete"), "{\"values\":{\"minutes\":\"好\",\"decision\":\"done\"}}"));
		assertThat(json(done)).contains("意见：办好了");
		assertThat(answer(steward, get("/api/v1/tasks/" + task)).getStatus()).isEqualTo(404);
	}

	@Test
	void wrong_answers_are_named_one_by_one() throws Exception {
		var refused = answer(steward, body(post("/api/v1/tasks/" + task() + "/complete"), "{\"values\":{\"decision\":\"fly\",\"spare\":1}}"));
		assertThat(refused.getStatus()).isEqualTo(422);
		assertThat(JsonPath.<List<String>>read(refused.getContentAsString(), "$.errors[*].field"))
			.containsExactlyInAnyOrder("minutes", "decision", "spare");
	}

	@Test
	void a_task_is_handed_over_with_a_reason() throws Exception {
		var task = task();
		assertThat(answer(steward, body(post("/api/v1/tasks/" + task + "/hand-over"), "{\"to\":" + otherSteward.id() + "}")).getStatus())
			.isEqualTo(422);
		assertThat(json(answer(steward, body(post("/api/v1/tasks/" + task + "/hand-over"),
				"{\"to\":" + otherSteward.id() + ",\"reason\":\"请假\"}")))).contains("\"assignee\":" + otherSteward.id());
	}

	@Test
	void places_are_found_by_a_piece_of_their_code_or_name() throws Exception {
		var found = json(answer(steward, get("/api/v1/places").param("q", here.compound())));
		assertThat(JsonPath.<List<String>>read(found, "$[*].code")).contains(here.compound());
	}

	private static AbstractMockHttpServletRequestBuilder<?> body(AbstractMockHttpServletRequestBuilder<?> request, String json) {
		return request.contentType(MediaType.APPLICATION_JSON).content(json);
	}

	private static String json(MockHttpServletResponse answer) throws Exception {
		assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
		return answer.getContentAsString();
	}

	private MockHttpServletResponse answer(Person person, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
		return web.perform(request.with(as(person)).with(csrf()).characterEncoding("UTF-8")).andReturn().getResponse();
	}
}

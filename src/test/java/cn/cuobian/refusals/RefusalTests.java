package cn.cuobian.refusals;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import cn.cuobian.CuobianTest;
import cn.cuobian.people.Group;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;

@CuobianTest
class RefusalTests {

	@Autowired
	MockMvc web;
	@Autowired
	SomePeople some;
	@Autowired
	RefusalSentences sentences;

	Person administrator;

	@BeforeEach
	void somebody() {
		administrator = some.holding("administrator", Group.EVERYWHERE);
	}

	@Test
	void isAPageForAReader() throws Exception {
		web.perform(get("/admin/places?at=atlantis").with(as(administrator)).accept("text/html")).andExpect(status().isNotFound())
				.andExpect(content().string(allOf(containsString("<html"), containsString("没有“atlantis”这个地点"))));
	}

	@Test
	void isAFragmentForHtmx() throws Exception {
		web.perform(get("/admin/places/atlantis/children").with(as(administrator)).header("HX-Request", "true"))
				.andExpect(status().isNotFound())
				.andExpect(content().string(allOf(containsString("role=\"alert\""), not(containsString("<html")))));
	}

	@Test
	void isAProblemForAProgramInItsLanguage() throws Exception {
		web.perform(get("/api/v1/no-such").with(as(administrator)).header("Accept-Language", "en")).andExpect(status().isNotFound())
				.andExpect(content().contentType("application/problem+json"))
				.andExpect(jsonPath("$.status").value(404)).andExpect(jsonPath("$.rule").value("refusals.not-found"))
				.andExpect(jsonPath("$.title").value("Not found")).andExpect(jsonPath("$.trace").doesNotExist());
	}

	@Test
	void answersNonsenseWithASentenceAndNoInsides() throws Exception {
		web.perform(get("/admin/people/abc").with(as(administrator))).andExpect(status().isBadRequest())
				.andExpect(content().string(allOf(containsString("看不懂"), not(containsString("Exception")))));
		web.perform(post("/admin/alarms").with(as(administrator)).with(csrf())).andExpect(status().isMethodNotAllowed())
				.andExpect(content().string(containsString("不支持这种操作")));
		web.perform(post("/admin/people/1/disable").with(as(administrator)).with(csrf())).andExpect(status().isBadRequest());
	}

	@Test
	void speaksTheLanguageThatWasChosenThenTheBrowsersThenChinese() throws Exception {
		web.perform(get("/login")).andExpect(content().string(containsString("lang=\"zh-CN\"")));
		web.perform(get("/login").header("Accept-Language", "fr,en;q=0.5")).andExpect(content().string(containsString("lang=\"en\"")));
		web.perform(get("/login").header("Accept-Language", "fr")).andExpect(content().string(containsString("lang=\"zh-CN\"")));
		var chosen = web.perform(get("/login?lang=en")).andExpect(cookie().exists("lang")).andReturn().getResponse().getCookie("lang");
		web.perform(get("/login").cookie(chosen).header("Accept-Language", "zh")).andExpect(content().string(containsString("lang=\"en\"")));
		web.perform(get("/login?lang=%00%ff")).andExpect(status().isOk());
	}

	@Test
	void namesEachFieldOfSeveral() {
		var several = Refusal.several(List.of(Refusal.onField("name", "people.bad-name"), Refusal.onField("until", "people.bad-date")));

		assertThat(sentences.byField(several, Locale.CHINA)).containsOnlyKeys("name", "until")
				.containsEntry("name", "请填写姓名，最多 60 个字。");
		assertThat(sentences.sentence(several, Locale.ENGLISH)).startsWith("2 things need to be corrected");
		assertThat(sentences.problem(several, Locale.ENGLISH).getProperties().get("errors").toString()).contains("field=name", "rule=people.bad-date");
		var single = Refusal.onField("name", "people.bad-name");
		assertThat(Refusal.several(List.of(single))).isSameAs(single);
	}
}

package cn.cuobian.people;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;

@CuobianTest
class AdminPagesTests {

	@Autowired
	MockMvc web;
	@Autowired
	SomePlaces somePlaces;
	@Autowired
	SomePeople some;
	@Autowired
	People people;
	@Autowired
	Posts posts;
	@Autowired
	Appointments appointments;
	@Autowired
	TestClock clock;

	Branch branch;
	Person administrator;

	@BeforeEach
	void somebodyAndSomewhere() {
		branch = somePlaces.branch();
		administrator = some.holding("administrator", Group.EVERYWHERE);
	}

	@Test
	void createsAnAccountWhosePasswordIsShownOnceAndWorksOnce() throws Exception {
		var username = "new." + branch.compound();
		var answer = send("/admin/people", Map.of("name", "新同事", "username", username)).andExpect(status().isOk())
				.andReturn().getResponse().getContentAsString();
		var password = find(answer, "app-code\">([^<]+)<");

		assertThat(password).hasSize(16);
		page("/admin/people?q=" + username).andExpect(content().string(allOf(containsString("新同事"), not(containsString(password)))));
		web.perform(post("/login").with(csrf()).param("username", username).param("password", password)).andExpect(redirectedUrl("/"));
		var person = people.byUsername(username).orElseThrow();
		web.perform(get("/").with(as(person))).andExpect(redirectedUrl("/account/password"));

		var reset = find(send("/admin/people/" + person.id() + "/reset", Map.of()).andExpect(status().isOk()).andReturn()
				.getResponse().getContentAsString(), "app-code\">([^<]+)<");
		web.perform(post("/login").with(csrf()).param("username", username).param("password", password)).andExpect(redirectedUrl("/login?error"));
		web.perform(post("/login").with(csrf()).param("username", username).param("password", reset)).andExpect(redirectedUrl("/"));
	}

	@Test
	void saysWhatIsWrongWithANewAccount() throws Exception {
		send("/admin/people", Map.of("name", " ", "username", "ok-name")).andExpect(status().isUnprocessableContent())
				.andExpect(content().string(containsString("请填写姓名")));
		send("/admin/people", Map.of("name", "甲", "username", "Bad Name")).andExpect(status().isUnprocessableContent())
				.andExpect(content().string(allOf(containsString("用户名只能用"), containsString("value=\"Bad Name\""))));
		send("/admin/people", Map.of("name", "甲", "username", administrator.username())).andExpect(status().isUnprocessableContent())
				.andExpect(content().string(containsString("已有人使用")));
	}

	@Test
	void disablesAnAccountButNotOnesOwn() throws Exception {
		var person = some.person();
		send("/admin/people/" + person.id() + "/disable", Map.of("disabled", "true")).andExpect(redirectedUrl("/admin/people/" + person.id()));
		assertThat(people.get(person.id()).active()).isFalse();
		page("/admin/people/" + person.id()).andExpect(content().string(containsString("恢复账号")));
		send("/admin/people/" + administrator.id() + "/disable", Map.of("disabled", "true")).andExpect(status().isUnprocessableContent());
	}

	@Test
	void appointsDeputisesAndRemovesAtAPlace() throws Exception {
		var holder = some.person();
		var deputy = some.person();
		var place = branch.compound();
		page("/admin/posts?place=" + place).andExpect(content().string(allOf(containsString("邻里议事厅秘书"), containsString("空缺"))));

		send("/admin/posts", Map.of("place", place, "post", "hall-secretary", "username", holder.username()))
				.andExpect(redirectedUrl("/admin/posts?place=" + place));
		var holding = appointments.of(holder.id()).get(0).id();
		var lastDay = LocalDate.now(clock).plusDays(2).toString();
		send("/admin/posts/" + holding + "/deputy", Map.of("place", place, "username", deputy.username(), "until", lastDay))
				.andExpect(redirectedUrl("/admin/posts?place=" + place));

		page("/admin/posts?place=" + place).andExpect(content().string(allOf(containsString(holder.name()), containsString(deputy.name()), containsString(lastDay))));
		assertThat(posts.holders("hall-secretary@" + place)).containsExactly(holder, deputy);
		clock.travel(Duration.ofDays(2));
		assertThat(posts.holders("hall-secretary@" + place)).as("the last day is included").containsExactly(holder, deputy);
		clock.travel(Duration.ofDays(1));
		assertThat(posts.holders("hall-secretary@" + place)).containsExactly(holder);
		send("/admin/posts/" + holding + "/end", Map.of("place", place)).andExpect(redirectedUrl("/admin/posts?place=" + place));
		assertThat(posts.holders("hall-secretary@" + place)).isEmpty();
	}

	@Test
	void listsVacantPostsBelowAPlace() throws Exception {
		some.holding("building-steward", branch.building());

		page("/admin/posts?place=" + branch.compound()).andExpect(content().string(allOf(containsString("下级地点的空缺（2）"),
				containsString(posts.nameOf("building-steward@" + branch.compound() + "-2", Locale.CHINA)),
				not(containsString(posts.nameOf("building-steward@" + branch.building(), Locale.CHINA) + "<")))));
	}

	@Test
	void saysWhatIsWrongWithAnAppointment() throws Exception {
		var place = branch.compound();
		send("/admin/posts", Map.of("place", place, "post", "hall-secretary", "username", "nobody-at-all"))
				.andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("没有“nobody-at-all”这个用户")));
		send("/admin/posts", Map.of("place", place, "post", "hall-secretary", "username", administrator.username(), "from", "tomorrow"))
				.andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("日期请写成")));
		send("/admin/posts", Map.of("place", place, "post", "king", "username", administrator.username()))
				.andExpect(status().isUnprocessableContent());
		web.perform(get("/admin/posts?place=atlantis").with(as(administrator))).andExpect(status().isNotFound());
	}

	@Test
	void showsVacanciesToTheAdministratorAndToTheSupervisorOfTheTerritory() throws Exception {
		var here = some.holding("supervisor", branch.community());
		var elsewhere = some.holding("supervisor", somePlaces.branch().community());
		posts.at("hall-secretary", branch.building());

		var link = "/admin/posts?place=" + branch.compound();
		page("/admin/alarms").andExpect(content().string(containsString(link)));
		var name = posts.nameOf("hall-secretary@" + branch.compound(), Locale.CHINA);
		web.perform(get("/admin/alarms").with(as(here))).andExpect(content().string(allOf(containsString(name), not(containsString(link)))));
		web.perform(get("/admin/alarms").with(as(elsewhere))).andExpect(content().string(not(containsString(name))));
	}

	@Test
	void issuesATokenOnceAndRevokesIt() throws Exception {
		var token = find(send("/admin/tokens", Map.of("name", "巡查系统", "username", administrator.username(), "days", "30"))
				.andExpect(status().isOk()).andReturn().getResponse().getContentAsString(), ">(cuo_[^<]+)<");
		var list = page("/admin/tokens").andExpect(content().string(not(containsString(token)))).andReturn().getResponse().getContentAsString();
		web.perform(get("/api/v1/no-such").header("Authorization", "Bearer " + token)).andExpect(status().isNotFound());

		send(find(list, "action=\"(/admin/tokens/\\d+/revoke)\""), Map.of()).andExpect(redirectedUrl("/admin/tokens"));

		web.perform(get("/api/v1/no-such").header("Authorization", "Bearer " + token)).andExpect(status().isUnauthorized());
		send("/admin/tokens", Map.of("name", "巡查系统", "username", administrator.username(), "days", "9999"))
				.andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("366")));
	}

	@Test
	void speaksEnglishWhenAsked() throws Exception {
		for (var address : new String[] { "/admin/people", "/admin/posts", "/admin/alarms", "/admin/tokens", "/account/password", "/admin/places/import" }) {
			web.perform(get(address).with(as(administrator)).header("Accept-Language", "en-GB,en;q=0.9")).andExpect(status().isOk())
					.andExpect(content().string(allOf(containsString("lang=\"en\""), not(containsString("??")))));
		}
	}

	private ResultActions send(String address, Map<String, String> fields) throws Exception {
		var request = post(address).with(as(administrator)).with(csrf());
		fields.forEach(request::param);
		return web.perform(request);
	}

	private ResultActions page(String address) throws Exception {
		return web.perform(get(address).with(as(administrator))).andExpect(status().isOk())
				.andExpect(content().string(not(containsString("??"))));
	}

	private static String find(String text, String pattern) {
		var matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as(pattern).isTrue();
		return matcher.group(1);
	}
}

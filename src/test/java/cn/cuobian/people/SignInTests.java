package cn.cuobian.people;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;

@CuobianTest
class SignInTests {

	@Autowired
	MockMvc web;
	@Autowired
	SomePeople some;
	@Autowired
	Accounts accounts;
	@Autowired
	Appointments appointments;
	@Autowired
	ApiTokens tokens;
	@Autowired
	TestClock clock;

	@Test
	void keepsTheSessionInTheDatabaseAndLetsTheCookieOpenPages() throws Exception {
		var person = some.holding("administrator", Group.EVERYWHERE);

		var cookie = signIn(person.username(), SomePeople.PASSWORD).andExpect(redirectedUrl("/"))
				.andReturn().getResponse().getCookie("cuobian");

		assertThat(cookie.isHttpOnly()).isTrue();
		assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
		web.perform(get("/account/password").cookie(cookie)).andExpect(status().isOk());
	}

	@Test
	void takesAPostAwayWithTheNextRequestOfAnOpenSession() throws Exception {
		var person = some.holding("administrator", Group.EVERYWHERE);
		var cookie = signIn(person.username(), SomePeople.PASSWORD).andReturn().getResponse().getCookie("cuobian");
		web.perform(get("/admin/people").cookie(cookie)).andExpect(status().isOk());

		appointments.end(appointments.of(person.id()).get(0).id());

		web.perform(get("/admin/people").cookie(cookie)).andExpect(status().isForbidden());
		accounts.disable(person.id(), true);
		web.perform(get("/account/password").cookie(cookie)).andExpect(redirectedUrl("/login?expired"));
	}

	@Test
	void locksAfterFiveWrongPasswordsForAGrowingTimeAndTellsNothingAboutTheAccount() throws Exception {
		var person = some.person();
		for (var username : new String[] { person.username(), "nobody-" + person.username() }) {
			for (int i = 0; i < 5; i++) {
				signIn(username, "wrong").andExpect(redirectedUrl("/login?error"));
			}
			signIn(username, SomePeople.PASSWORD).andExpect(redirectedUrl("/login?locked"));
		}
		clock.travel(Duration.ofSeconds(61));
		signIn(person.username(), "wrong").andExpect(redirectedUrl("/login?error"));
		clock.travel(Duration.ofSeconds(61));
		signIn(person.username(), SomePeople.PASSWORD).andExpect(redirectedUrl("/login?locked"));
		clock.travel(Duration.ofSeconds(61));
		signIn(person.username(), SomePeople.PASSWORD).andExpect(redirectedUrl("/"));
		assertThat(SignInFailures.lockAfter(5)).isEqualTo(Duration.ofMinutes(1));
		assertThat(SignInFailures.lockAfter(8)).isEqualTo(Duration.ofMinutes(8));
		assertThat(SignInFailures.lockAfter(1000)).isEqualTo(Duration.ofHours(1));
	}

	@Test
	void showsNoPageBeforeAGivenPasswordIsChanged() throws Exception {
		var person = accounts.create("新人", "newcomer", "given-by-somebody");
		appointments.appoint(person.id(), "administrator", Group.EVERYWHERE, clock.instant(), null);

		web.perform(get("/admin/people").with(as(person))).andExpect(redirectedUrl("/account/password"));
		web.perform(get("/admin/people").with(as(person)).header("HX-Request", "true"))
				.andExpect(header().string("HX-Redirect", "/account/password"));
		web.perform(get("/api/v1/tasks").with(as(person))).andExpect(status().isForbidden())
				.andExpect(jsonPath("$.rule").value("people.must-change-password"));
		web.perform(change(person, "given-by-somebody", "short", "short")).andExpect(status().isUnprocessableContent());
		web.perform(change(person, "not the given one", "a much longer one", "a much longer one"))
				.andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("原密码不对")));
		web.perform(change(person, "given-by-somebody", "my newcomer word", "my newcomer word"))
				.andExpect(status().isUnprocessableContent());
		web.perform(change(person, "given-by-somebody", "a much longer one", "a much longer one"))
				.andExpect(redirectedUrl("/"));
		web.perform(get("/admin/people").with(as(person))).andExpect(status().isOk());
	}

	@Test
	void letsAValidTokenActAndRefusesForgedExpiredAndRevokedOnes() throws Exception {
		var person = some.holding("administrator", Group.EVERYWHERE);
		var token = tokens.issue(person.id(), "12345 平台", 30);
		var revoked = tokens.issue(person.id(), "旧平台", 30);
		tokens.revoke(tokens.all().stream().filter(known -> known.name().equals("旧平台")).findFirst().orElseThrow().id());

		web.perform(get("/api/v1/no-such").header("Authorization", "Bearer " + token)).andExpect(status().isNotFound());
		web.perform(post("/api/v1/no-such").header("Authorization", "Bearer " + token)).andExpect(status().isNotFound());
		assertRefused("cuo_forged");
		assertRefused(revoked);
		// even beside a session that would do
		web.perform(get("/api/v1/no-such").with(as(person)).header("Authorization", "Bearer cuo_forged"))
				.andExpect(status().isUnauthorized());
		clock.travel(Duration.ofDays(31));
		assertRefused(token);
	}

	@Test
	void wantsACsrfTokenForASessionAndNoneForABearer() throws Exception {
		var person = some.person();
		var cookie = new Cookie("cuobian", "whatever");

		web.perform(post("/api/v1/no-such").cookie(cookie).with(as(person))).andExpect(status().isForbidden())
				.andExpect(content().contentType("application/problem+json;charset=UTF-8"))
				.andExpect(jsonPath("$.rule").value("people.page-too-old"));
		web.perform(post("/account/password").with(as(person))).andExpect(status().isForbidden());
		web.perform(post("/account/password").with(as(person)).header("HX-Request", "true"))
				.andExpect(status().isForbidden()).andExpect(header().string("HX-Refresh", "true"));
	}

	@Test
	void sendsEachKindOfVisitorToSignInInItsOwnWay() throws Exception {
		web.perform(get("/admin/people").accept("text/html")).andExpect(redirectedUrl("/login"));
		web.perform(get("/admin/people").header("HX-Request", "true")).andExpect(status().isUnauthorized())
				.andExpect(header().string("HX-Redirect", "/login?expired"));
		web.perform(get("/api/v1/tasks").header("Accept-Language", "en")).andExpect(status().isUnauthorized())
				.andExpect(content().contentType("application/problem+json;charset=UTF-8"))
				.andExpect(jsonPath("$.detail").value("Sign in first, then continue."));
	}

	@Test
	void sendsTheHeadersThatKeepOtherPagesOut() throws Exception {
		web.perform(get("/login").secure(true)).andExpect(status().isOk())
				.andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'; script-src 'self'")))
				.andExpect(header().string("Referrer-Policy", "no-referrer"))
				.andExpect(header().string("X-Frame-Options", "DENY"))
				.andExpect(header().string("X-Content-Type-Options", "nosniff"))
				.andExpect(header().string("Strict-Transport-Security", containsString("max-age=")));
		for (var closed : new String[] { "/h2-console", "/actuator/env", "/actuator" }) {
			web.perform(get(closed).with(as(some.person()))).andExpect(status().isNotFound());
		}
		web.perform(get("/actuator/health")).andExpect(status().isOk());
	}

	private void assertRefused(String token) throws Exception {
		web.perform(get("/api/v1/no-such").header("Authorization", "Bearer " + token))
				.andExpect(status().isUnauthorized()).andExpect(jsonPath("$.rule").value("people.bad-token"));
	}

	private ResultActions signIn(String username, String password) throws Exception {
		return web.perform(post("/login").with(csrf()).param("username", username).param("password", password));
	}

	private static RequestBuilder change(Person person, String old, String wanted, String repeated) {
		return post("/account/password").with(as(person)).with(csrf()).param("old", old).param("wanted", wanted)
				.param("repeated", repeated);
	}
}

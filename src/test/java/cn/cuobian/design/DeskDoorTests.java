package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.people.ApiTokens;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TokenDoor;

/** Who comes in by the door of the desktop drawing tool, and with what. */
@CuobianTest
class DeskDoorTests {

	private static final Pattern TOKEN = Pattern.compile("cuo_[A-Za-z0-9_-]{43}");

	@Autowired
	MockMvc web;
	@Autowired
	Studio studio;
	@Autowired
	ApiTokens tokens;
	@Autowired
	JdbcClient db;
	@Autowired
	TestClock clock;

	private Person designer;

	@BeforeEach
	void designer() {
		designer = studio.person("process-designer");
	}

	@Test
	void aDesignerComesInWithHisPasswordAndNoSessionIsBegun() throws Exception {
		long sessions = sessions();
		var answer = ask(httpBasic(designer.username(), SomePeople.PASSWORD));
		assertThat(answer.getStatus()).isEqualTo(200);
		assertThat(text(answer)).isEqualTo("[]");
		assertThat(answer.getHeaders("Set-Cookie")).isEmpty();
		assertThat(sessions()).isEqualTo(sessions);
		var version = web.perform(get("/engine-rest/version").with(httpBasic(designer.username(), SomePeople.PASSWORD))).andReturn().getResponse();
		assertThat(JsonPath.parse(text(version)).read("$.version", String.class)).isEqualTo("7.24.0");
	}

	@Test
	void theToolIsToldThatItMustSignIn() throws Exception {
		var answer = ask(request -> request);
		assertThat(answer.getStatus()).isEqualTo(401);
		assertThat(answer.getHeaders("WWW-Authenticate")).containsExactly("Basic realm=\"cuobian\", charset=\"UTF-8\"", "Bearer");
		assertThat(json(answer)).containsEntry("type", "AuthenticationException").hasEntrySatisfying("message", said -> assertThat(said).asString().contains("用户名"));
	}

	@Test
	void aSessionOpensNothingHereSoThatNoPageCanForgeADeployment() throws Exception {
		var signedIn = web.perform(post("/login").param("username", designer.username()).param("password", SomePeople.PASSWORD).with(csrf())).andReturn().getResponse();
		Cookie session = signedIn.getCookie("cuobian");
		assertThat(web.perform(get("/design").cookie(session)).andReturn().getResponse().getStatus()).isEqualTo(200);
		assertThat(web.perform(get("/engine-rest/version").cookie(session)).andReturn().getResponse().getStatus()).isEqualTo(401);
	}

	@Test
	void onlyDesignersComeIn() throws Exception {
		for (String post : new String[] {"model-approver", "supervisor"}) {
			var answer = ask(httpBasic(studio.person(post).username(), SomePeople.PASSWORD));
			assertThat(answer.getStatus()).as(post).isEqualTo(403);
			assertThat(json(answer)).containsEntry("type", "AuthorizationException");
		}
	}

	@Test
	void wrongPasswordsLockTheNameHereAsOnThePage() throws Exception {
		for (int i = 0; i < 5; i++) {
			var answer = ask(httpBasic(designer.username(), "wrong"));
			assertThat(answer.getStatus()).isEqualTo(401);
			assertThat(json(answer).get("message")).asString().contains("不对");
		}
		var locked = ask(httpBasic(designer.username(), SomePeople.PASSWORD));
		assertThat(locked.getStatus()).isEqualTo(401);
		assertThat(json(locked).get("message")).asString().contains("暂时不能登录");
		var page = web.perform(post("/login").param("username", designer.username()).param("password", SomePeople.PASSWORD).with(csrf())).andReturn().getResponse();
		assertThat(page.getRedirectedUrl()).isEqualTo("/login?locked");
	}

	@Test
	void tooManySignInsFromOneAddressAreTurnedAway() throws Exception {
		RequestPostProcessor far = request -> {
			request.setRemoteAddr("203.0.113." + (designer.id() % 250));
			return httpBasic("nobody", "x".repeat(201)).postProcessRequest(request);
		};
		int last = 0;
		for (int i = 0; i < 61; i++) {
			last = ask(far).getStatus();
		}
		assertThat(last).isEqualTo(429);
	}

	@Test
	void aTokenIsShownOnceKeptAsAHashAndOpensThisDoorOnly() throws Exception {
		var page = page(post("/design/desk/tokens").param("name", "办公室电脑").param("days", "90"));
		var found = TOKEN.matcher(page);
		assertThat(found.find()).isTrue();
		String token = found.group();
		assertThat(page(get("/design/desk"))).contains("办公室电脑").doesNotContain(token);
		assertThat(db.sql("select count(*) from api_token where hash = ?").param(token).query(Integer.class).single()).isZero();
		assertThat(ask(bearer(token)).getStatus()).isEqualTo(200);
		assertThat(web.perform(get("/api/v1/tasks").with(bearer(token))).andReturn().getResponse().getStatus()).isEqualTo(401);
		assertThat(ask(bearer(tokens.issue(designer.id(), "平台", 30))).getStatus()).as("of the interface for programs").isEqualTo(401);
	}

	@Test
	void aTokenEndsByItsDayByItsOwnerAndWithThePost() throws Exception {
		String token = tokens.issue(designer.id(), "旧电脑", 30, TokenDoor.DESK);
		long id = tokens.of(designer.id(), TokenDoor.DESK).get(0).id();
		var stranger = studio.person("process-designer");
		assertThat(web.perform(post("/design/desk/tokens/" + id + "/withdraw").with(SomePeople.as(stranger)).with(csrf())).andReturn().getResponse().getStatus()).isEqualTo(404);
		assertThat(ask(bearer(token)).getStatus()).isEqualTo(200);
		assertThat(web.perform(post("/design/desk/tokens/" + id + "/withdraw").with(SomePeople.as(designer)).with(csrf())).andReturn().getResponse().getStatus()).isEqualTo(302);
		var refused = ask(bearer(token));
		assertThat(refused.getStatus()).isEqualTo(401);
		assertThat(json(refused).get("message")).asString().contains("令牌");
		String another = tokens.issue(designer.id(), "新电脑", 30, TokenDoor.DESK);
		clock.travel(Duration.ofDays(31));
		assertThat(ask(bearer(another)).getStatus()).isEqualTo(401);
		assertThat(ask(bearer(tokens.issue(studio.person("supervisor").id(), "督办员", 30, TokenDoor.DESK))).getStatus()).isEqualTo(403);
	}

	@Test
	void theDaysOfATokenAreWithinAYear() throws Exception {
		var answer = web.perform(post("/design/desk/tokens").param("name", "").param("days", "x").with(SomePeople.as(designer)).with(csrf())).andReturn().getResponse();
		assertThat(answer.getStatus()).isEqualTo(422);
		assertThat(text(answer)).contains("请填写令牌的用途").doesNotContain("cuo_");
		var late = web.perform(post("/design/desk/tokens").param("name", "电脑").param("days", "400").with(SomePeople.as(designer)).with(csrf())).andReturn().getResponse();
		assertThat(text(late)).contains("有效天数应在 1 到 366 之间");
	}

	@Test
	void anApproverMakesNoTokens() throws Exception {
		var approver = studio.person("model-approver");
		assertThat(web.perform(get("/design/desk").with(SomePeople.as(approver))).andReturn().getResponse().getStatus()).isEqualTo(403);
		assertThat(web.perform(get("/design").with(SomePeople.as(approver))).andReturn().getResponse().getContentAsString()).doesNotContain("/design/desk");
	}

	@Test
	void partsOfUnknownLengthAndMoreThanABundleAreTurnedAway() throws Exception {
		var unknown = web.perform(post("/engine-rest/deployment/create").contentType("multipart/form-data; boundary=x").with(basic())).andReturn().getResponse();
		assertThat(unknown.getStatus()).isEqualTo(411);
		assertThat(json(unknown)).containsOnlyKeys("type", "message");
		var large = web.perform(post("/engine-rest/deployment/create").contentType("multipart/form-data; boundary=x").content(new byte[13 << 20]).with(basic())).andReturn().getResponse();
		assertThat(large.getStatus()).isEqualTo(413);
		assertThat(json(large)).containsEntry("type", "RestException");
	}

	private RequestPostProcessor basic() {
		return httpBasic(designer.username(), SomePeople.PASSWORD);
	}

	private static RequestPostProcessor bearer(String token) {
		return request -> {
			request.addHeader("Authorization", "Bearer " + token);
			return request;
		};
	}

	private MockHttpServletResponse ask(RequestPostProcessor with) throws Exception {
		return web.perform(get("/engine-rest/deployment?maxResults=0").accept("application/json").with(with)).andReturn().getResponse();
	}

	private String page(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
		var response = web.perform(request.with(SomePeople.as(designer)).with(csrf())).andReturn().getResponse();
		assertThat(response.getStatus()).isEqualTo(200);
		return text(response);
	}

	private static Map<String, Object> json(MockHttpServletResponse answer) {
		assertThat(answer.getContentType()).startsWith("application/json");
		return JsonPath.parse(text(answer)).read("$");
	}

	private static String text(MockHttpServletResponse answer) {
		return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private long sessions() {
		return db.sql("select count(*) from spring_session").query(Long.class).single();
	}
}

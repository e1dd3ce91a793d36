package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockPart;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

import cn.cuobian.CuobianTest;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;

/** What the desktop drawing tool deploys becomes a draft, or is told why not; nothing of it reaches the engine. */
@CuobianTest
class DeskTests {

	@Autowired
	MockMvc web;
	@Autowired
	Drafts drafts;
	@Autowired
	Studio studio;
	@Autowired
	RepositoryService engine;

	private Person designer;
	private String bundle;

	@BeforeEach
	void bundle() {
		designer = studio.person("process-designer");
		bundle = studio.bundle();
	}

	@Test
	void aDeploymentBecomesADraftOfTheDesignerAndNothingElse() throws Exception {
		long deployments = engine.createDeploymentQuery().count();
		var answer = deploy(bundle, Map.of(bundle + ".bpmn", model().replace("先看看", "先看一看")));
		assertThat(answer.getStatus()).isEqualTo(200);
		var draft = drafts.alive(bundle).get(0);
		assertThat(draft.author()).isEqualTo(designer.id());
		assertThat(draft.state()).isEqualTo(DraftState.OPEN);
		assertThat(draft.title()).isEqualTo("桌面画图工具：" + bundle);
		assertThat(studio.text(draft.id(), Studio.model(bundle))).isEqualTo(model().replace("先看看", "先看一看"));
		var json = JsonPath.parse(text(answer));
		assertThat(json.read("$.id", String.class)).isEqualTo("draft-" + draft.id());
		assertThat(json.read("$.links[0].href", String.class)).endsWith("/design/drafts/" + draft.id());
		assertThat(json.read("$.deploymentTime", String.class)).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+]0800");
		String id = bundle + ":1:draft-" + draft.id() + "-awaits-approval";
		Map<String, Object> definition = json.read("$.deployedProcessDefinitions['" + id + "']");
		assertThat(definition).containsEntry("id", id).containsEntry("key", bundle).containsEntry("name", "试一项任务").containsEntry("resource", bundle + ".bpmn");
		assertThat(json.read("$.deployedDecisionDefinitions", Object.class)).isNull();
		assertThat(engine.createDeploymentQuery().count()).as("the engine").isEqualTo(deployments);
	}

	@Test
	void theNextDeploymentGoesOnInTheSameDraftAndTheSameFilesAreNoNewSaving() throws Exception {
		deploy(bundle, Map.of(bundle + ".bpmn", model().replace("先看看", "先看一看")));
		deploy(bundle, Map.of(bundle + ".bpmn", model().replace("先看看", "看看再说")));
		assertThat(drafts.alive(bundle)).singleElement().extracting(DraftFacts::revision).isEqualTo(2);
		deploy(bundle, Map.of(bundle + ".bpmn", model().replace("先看看", "看看再说")));
		assertThat(drafts.alive(bundle)).singleElement().extracting(DraftFacts::revision).isEqualTo(2);
	}

	@Test
	void whatAColleagueDrewInIsNotWipedOut() throws Exception {
		deploy(bundle, Map.of(bundle + ".bpmn", model().replace("先看看", "先看一看")));
		var first = drafts.alive(bundle).get(0);
		drafts.save(first.id(), 1, Studio.form(bundle), studio.changed(first.id(), Studio.form(bundle), "情况", "事情"), studio.designer());
		deploy(bundle, Map.of(bundle + ".bpmn", model().replace("先看看", "看看再说")));
		assertThat(drafts.alive(bundle)).hasSize(2);
		assertThat(studio.text(first.id(), Studio.model(bundle))).contains("先看一看");
	}

	@Test
	void attachmentsGoAlongAllOrNone() throws Exception {
		String form = form().replace("情况", "现场情况");
		assertThat(deploy(bundle, Map.of(bundle + ".bpmn", model(), "try-task.form", form)).getStatus()).isEqualTo(200);
		assertThat(studio.text(drafts.alive(bundle).get(0).id(), Studio.form(bundle))).isEqualTo(form);
		assertThat(deploy(bundle, Map.of("try-task.form", form().replace("情况", "事情"), "evil.form", "no form")).getStatus()).isEqualTo(400);
		assertThat(studio.text(drafts.alive(bundle).get(0).id(), Studio.form(bundle))).isEqualTo(form);
	}

	@Test
	void whatTheGateFindsIsToldInTheLogOfTheToolAndNothingIsKept() throws Exception {
		var answer = deploy(bundle, Map.of(bundle + ".bpmn", model().replace("value=\"LADDER.HALL\"", "value=\"LADDER.NOWHERE\"")));
		assertThat(answer.getStatus()).isEqualTo(400);
		var json = JsonPath.parse(text(answer));
		assertThat(json.read("$.type", String.class)).isEqualTo("ParseException");
		assertThat(json.read("$.message", String.class)).startsWith("ENGINE-09005 Could not parse BPMN process. ")
				.contains("没有存", "\n* " + bundle + ".bpmn [user_try_second] ", "LADDER.NOWHERE");
		assertThat(json.read("$.details['" + bundle + ".bpmn'].errors[0].mainElementId", String.class)).isEqualTo("user_try_second");
		assertThat(drafts.alive(bundle)).isEmpty();
	}

	@Test
	void whatTheGuardRefusesIsToldWithItsLine() throws Exception {
		var answer = deploy(bundle, Map.of(bundle + ".bpmn", model().replace("<startEvent id=\"start_trial\" name=\"开始\">",
				"<startEvent id=\"start_trial\" name=\"${''.getClass()}\">")));
		assertThat(answer.getStatus()).isEqualTo(400);
		assertThat(JsonPath.parse(text(answer)).read("$.message", String.class)).startsWith("ENGINE-09005").contains("\n* " + bundle + ".bpmn:4 ");
		assertThat(drafts.alive(bundle)).isEmpty();
	}

	@Test
	void whatWasWrongBeforeElsewhereIsNotHeldAgainstTheDelivery() throws Exception {
		deploy(bundle, Map.of(bundle + ".bpmn", model().replace("先看看", "先看一看")));
		var draft = drafts.alive(bundle).get(0);
		drafts.save(draft.id(), 1, bundle + "/odd.form", "{\"id\":\"even\",\"components\":[]}".getBytes(StandardCharsets.UTF_8), studio.as(designer));
		assertThat(deploy(bundle, Map.of(bundle + ".bpmn", model().replace("先看看", "看看再说"))).getStatus()).isEqualTo(200);
		assertThat(deploy(bundle, Map.of("odd.form", "{\"id\":\"uneven\",\"components\":[]}")).getStatus()).isEqualTo(400);
	}

	@Test
	void theBundleIsFoundByTheNamesOfFilesOrNamedByTheDeployment() throws Exception {
		assertThat(message(deploy("anything", Map.of("nobody_has_this.bpmn", model())))).contains("nobody_has_this.bpmn", "Deployment name", bundle);
		assertThat(message(deploy("anything", Map.of("try-task.form", form())))).contains("几个流程组", bundle);
		assertThat(deploy(bundle, Map.of("new-one.form", form().replace("\"try-task\"", "\"new-one\""))).getStatus()).isEqualTo(200);
		assertThat(deploy("anything", Map.of(bundle + ".bpmn", model())).getStatus()).isEqualTo(200);
		assertThat(drafts.alive(bundle)).hasSize(1);
		assertThat(deploy("new-one", Map.of("new-one.form", form().replace("\"try-task\"", "\"new-one\"").replace("情况", "事情"))).getStatus())
				.as("a file that only his draft holds").isEqualTo(200);
	}

	@Test
	void aFormThatNoToolSendsIsRefused() throws Exception {
		assertThat(message(ask(multipart("/engine-rest/deployment/create").part(field("deployment-name", "x"))))).contains("没有文件");
		assertThat(message(ask(parts().part(field("tenant-id", "other"))))).contains("Tenant ID");
		assertThat(message(ask(parts().part(field("deployment-activation-time", "2026-01-01"))))).contains("deployment-activation-time");
		assertThat(message(ask(parts().part(file(bundle + ".bpmn", model()))))).contains("两个文件都叫");
		assertThat(message(ask(parts().part(file("楼栋协商.bpmn", model()))))).contains("楼栋协商.bpmn");
		assertThat(ask(post("/engine-rest/deployment/create").contentType("application/json").content("{}")).getStatus()).isEqualTo(415);
		assertThat(drafts.alive(bundle)).isEmpty();
	}

	@Test
	void aFileOfAnotherNameIsNotTakenForOne() throws Exception {
		for (String name : new String[] {"../../evil.bpmn", "evil.jar", "META-INF/processes.xml", "a b.bpmn", "evil.bpmn\u0000.jar"}) {
			var answer = deploy(bundle, Map.of(bundle + ".bpmn", model(), name, "x"));
			assertThat(answer.getStatus()).as(name).isEqualTo(400);
			assertThat(JsonPath.parse(text(answer)).read("$.message", String.class)).as(name).isNotBlank();
		}
		assertThat(message(deploy(bundle, Map.of(bundle + ".bpmn", "PK\u0003\u0004 a jar")))).isNotBlank();
		assertThat(drafts.alive(bundle)).isEmpty();
	}

	@Test
	void aStartIsRefusedForWhatIsNotHisAndForFactsThatNoPlayTakes() throws Exception {
		deploy(bundle, Map.of(bundle + ".bpmn", model()));
		long draft = drafts.alive(bundle).get(0).id();
		String id = bundle + ":1:draft-" + draft + "-awaits-approval";
		assertThat(message(start(id, "{\"businessKey\":null,\"variables\":{\"approved\":{\"value\":true}}}", designer))).contains("approved", "place");
		assertThat(start(id, "{\"businessKey\":\"x\",\"variables\":null}", studio.person("process-designer")).getStatus()).isEqualTo(404);
		for (String unknown : new String[] {"escalation", bundle + ":1:draft-999999999-awaits-approval", "x:1:draft-1", "a".repeat(300)}) {
			assertThat(start(unknown, "{}", designer).getStatus()).as(unknown).isEqualTo(404);
		}
		assertThat(start(id, "not json", designer).getStatus()).isEqualTo(400);
	}

	@Test
	void nothingElseOfTheEnginesInterfaceIsThere() throws Exception {
		for (String path : new String[] {"", "/engine", "/task", "/process-definition", "/process-definition/key/x/start", "/deployment?maxResults=1000", "/deployment/draft-1",
				"/history/process-instance", "/user", "/authorization", "/decision-definition/key/x/evaluate", "/external-task/fetchAndLock", "/metrics", "/identity/verify"}) {
			for (var request : new AbstractMockHttpServletRequestBuilder<?>[] {get("/engine-rest" + path), post("/engine-rest" + path).contentType("application/json").content("{}")}) {
				var answer = ask(request);
				assertThat(answer.getStatus()).as(path).isIn(400, 404, 405);
				assertThat(answer.getContentType()).as(path).isEqualTo("application/json");
				assertThat(JsonPath.parse(text(answer)).<Map<String, Object>>read("$")).as(path).containsOnlyKeys("type", "message");
			}
		}
		assertThat(ask(get("/engine-rest/task")).getStatus()).isEqualTo(404);
	}

	@Test
	void theLinksThatTheToolShowsLeadToTheDraftAndToItsPlay() throws Exception {
		var answer = web.perform(get("/.well-known/camunda-automation-platform/webapps")).andReturn().getResponse();
		assertThat(JsonPath.parse(text(answer)).read("$.cockpitUrl", String.class)).isEqualTo("http://localhost/design/desk/");
		String asked = "[{\"type\":\"id\",\"operator\":\"eq\",\"value\":\"draft-12\"}]";
		assertThat(page(get("/design/desk/repository").param("deploymentsQuery", asked)).getRedirectedUrl()).isEqualTo("/design/drafts/12");
		assertThat(page(get("/design/desk/process-instance/draft-12-dry")).getRedirectedUrl()).isEqualTo("/design/drafts/12/dry");
		assertThat(page(get("/design/desk/repository")).getStatus()).isEqualTo(404);
	}

	private MockMultipartHttpServletRequestBuilder parts() {
		return multipart("/engine-rest/deployment/create").part(field("deployment-name", bundle)).part(file(bundle + ".bpmn", model()));
	}

	private MockHttpServletResponse deploy(String name, Map<String, String> files) throws Exception {
		var form = multipart("/engine-rest/deployment/create").part(field("deployment-name", name)).part(field("deployment-source", "Camunda Modeler"))
				.part(field("enable-duplicate-filtering", "true"));
		files.forEach((file, content) -> form.part(file(file, content)));
		return ask(form);
	}

	private MockHttpServletResponse start(String id, String body, Person person) throws Exception {
		return ask(post("/engine-rest/process-definition/{id}/start", id).contentType("application/json").content(body), person);
	}

	private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
		return ask(request, designer);
	}

	private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request, Person person) throws Exception {
		return web.perform(request.with(SecurityMockMvcRequestPostProcessors.httpBasic(person.username(), SomePeople.PASSWORD)).with(DeskTests::sayingHowLong)
				.accept("application/json")).andReturn().getResponse();
	}

	/** As a real client does; the mock knows no length of a form. */
	private static MockHttpServletRequest sayingHowLong(MockHttpServletRequest request) {
		if (String.valueOf(request.getContentType()).startsWith("multipart/")) {
			request.setContent(new byte[1000]);
		}
		return request;
	}

	private MockHttpServletResponse page(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
		return web.perform(request.with(SomePeople.as(designer))).andReturn().getResponse();
	}

	private static String message(MockHttpServletResponse answer) throws Exception {
		assertThat(answer.getStatus()).isEqualTo(400);
		return JsonPath.parse(text(answer)).read("$.message", String.class);
	}

	private static String text(MockHttpServletResponse answer) {
		return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static MockPart field(String name, String value) {
		return new MockPart(name, value.getBytes(StandardCharsets.UTF_8));
	}

	private static MockPart file(String name, String content) {
		return new MockPart(name, name, content.getBytes(StandardCharsets.UTF_8));
	}

	private String model() {
		return studio.shipped(Studio.model(bundle));
	}

	private String form() {
		return studio.shipped(Studio.form(bundle));
	}
}

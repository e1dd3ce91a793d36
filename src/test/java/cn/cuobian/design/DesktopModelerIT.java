package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.ActiveProfiles;

import cn.cuobian.design.DesktopModeler.Answer;
import cn.cuobian.design.DesktopModeler.Form;
import cn.cuobian.people.ApiTokens;
import cn.cuobian.people.People;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.TokenDoor;

/** What the desktop Camunda Modeler sends, through a socket to the server itself, and what it makes of the answers. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1")
@ActiveProfiles({ "demo", "test" })
@Tag("browser")
@Tag("measures-time")
class DesktopModelerIT {

	private static final String BUNDLE = "escalation";
	private static final String BOUNDARY = DesktopModeler.BOUNDARY + "awq4zh59fYCWXBRy";
	/** Milliseconds after which the tool gives up. */
	private static final long PATIENCE = 5000;

	@LocalServerPort
	private int port;
	@Autowired
	private Bundles bundles;
	@Autowired
	private Drafts drafts;
	@Autowired
	private DryRuns runs;
	@Autowired
	private ApplicationContext application;
	@Autowired
	private ApiTokens tokens;
	@Autowired
	private People people;

	private DesktopModeler modeler;

	@BeforeEach
	void signIn() {
		modeler = DesktopModeler.basic(port, "designer", "cuobian-demo-2026");
	}

	@Test
	void whatTheTestSendsIsWhatTheToolsBrowserWrites() throws IOException {
		byte[] recorded = new ClassPathResource("desk/deploy.http").getContentAsByteArray();
		byte[] form = Form.of(BOUNDARY, "楼栋协商 改 2 天", "tenant", "ladder.bpmn", bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<x>图</x>\n"))
				.attach("说明 \"一\".form", bytes("{\"id\":\"a\"}\n")).attach("b.dmn", bytes("<x/>")).bytes();
		int body = text(recorded).indexOf("\r\n\r\n") + 4;
		assertThat(text(Arrays.copyOfRange(recorded, body, recorded.length))).isEqualTo(text(form));
		assertThat(text(recorded)).contains("\r\nContent-Length: " + form.length + "\r\n", "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n");
	}

	@Test
	void theConnectionIsCheckedAsTheToolDoesIt() throws IOException {
		assertThat(DesktopModeler.unknown(port).get("/engine-rest/deployment?maxResults=0").status()).as("asks for credentials").isEqualTo(401);
		assertThat(modeler.get("/engine-rest/deployment?maxResults=0").status()).isEqualTo(200);
		assertThat(modeler.get("/engine-rest/version").body()).isEqualTo("{\"version\":\"7.24.0\"}");
		var token = tokens.issue(people.byUsername("designer").orElseThrow().id(), "办公室", 1, TokenDoor.DESK);
		assertThat(DesktopModeler.bearer(port, token).get("/engine-rest/deployment?maxResults=0").status()).isEqualTo(200);
		assertThat(DesktopModeler.basic(port, "designer", "wrong").get("/engine-rest/version").status()).isEqualTo(401);
		assertThat(DesktopModeler.basic(port, "approver", "cuobian-demo-2026").get("/engine-rest/version").status()).isEqualTo(403);
	}

	@Test
	void aDrawingAndItsFormBecomeADraftByteForByteAndPlayInTheTwin() throws Exception {
		byte[] ladder = bytes(text(file("ladder.bpmn")).replace("name=\"邻里议事厅议事\"", "name=\"邻里议事厅再议\""));
		byte[] form = bytes(text(file("hall-talk.form")).replaceFirst("\n", " \n"));
		long began = System.nanoTime();
		Answer answer = modeler.deploy(Form.of(BOUNDARY, "楼栋协商 改 2 天", null, "ladder.bpmn", ladder).attach("hall-talk.form", form));
		assertThat((System.nanoTime() - began) / 1_000_000).as("the tool waits no longer").isLessThan(PATIENCE);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.headers()).doesNotContainIgnoringCase("set-cookie");
		Map<String, Map<String, Object>> processes = JsonPath.parse(answer.body()).read("$.deployedProcessDefinitions");
		String id = processes.keySet().iterator().next();
		long draft = Long.parseLong(id.replaceAll(".*draft-(\\d+)-awaits-approval", "$1"));
		assertThat(drafts.content(draft, BUNDLE + "/ladder.bpmn")).isEqualTo(ladder);
		assertThat(drafts.content(draft, BUNDLE + "/hall-talk.form")).isEqualTo(form);
		assertThat(JsonPath.parse(answer.body()).read("$.name", String.class)).isEqualTo("楼栋协商 改 2 天");

		Answer started = modeler.start(id, "{\"businessKey\":\"试一试\",\"variables\":null}");
		assertThat(started.status()).as(started.body()).isEqualTo(200);
		assertThat(JsonPath.parse(started.body()).read("$.id", String.class)).isEqualTo("draft-" + draft + "-dry");
		assertThat(play(draft).picture().open()).singleElement().satisfies(task -> assertThat(task.name()).isEqualTo("邻里议事厅再议"));
	}

	@Test
	void aFileWithAChineseNameIsNamedInTheLogAndNothingIsKept() throws IOException {
		int before = drafts.alive(BUNDLE).size();
		Answer answer = modeler.deploy(Form.of(BOUNDARY, "逐级协商", null, "ladder.bpmn", file("ladder.bpmn")).attach("说明 \"一\".form", bytes("{}")));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(JsonPath.parse(answer.body()).read("$.message", String.class)).startsWith("ENGINE-09005").contains("说明 %22一%22.form");
		assertThat(drafts.alive(BUNDLE)).hasSize(before);
	}

	@Test
	void aFormThatBreaksOffOrIsTooLargeIsAnsweredWithASentence() throws IOException {
		Answer large = modeler.deploy(Form.of(BOUNDARY, "逐级协商", null, "ladder.bpmn", new byte[50 << 20]));
		assertThat(large.status()).isEqualTo(413);
		assertThat(JsonPath.parse(large.body()).read("$.message", String.class)).contains("12 MB");
		var many = Form.of(BOUNDARY, "逐级协商", null, "ladder.bpmn", file("ladder.bpmn"));
		for (int i = 0; i < 70; i++) {
			many.attach("form-" + i + ".form", bytes("{}"));
		}
		Answer refused = modeler.deploy(many);
		assertThat(refused.status()).isEqualTo(413);
		assertThat(JsonPath.parse(refused.body()).<Map<String, Object>>read("$")).containsOnlyKeys("type", "message");
	}

	/** It goes on beginning after the tool had its answer. */
	private DryRun play(long draft) throws InterruptedException {
		var designer = TestViewers.of(application, people.byUsername("designer").orElseThrow());
		for (int tries = 0; tries < 300 && runs.find(draft, designer).isEmpty(); tries++) {
			Thread.sleep(200);
		}
		return runs.of(draft, designer);
	}

	private byte[] file(String name) {
		return bundles.files(BUNDLE, bundles.current(BUNDLE).version()).stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow().content();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}
}

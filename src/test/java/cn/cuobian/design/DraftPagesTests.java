package cn.cuobian.design;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

import cn.cuobian.CuobianTest;
import cn.cuobian.people.Person;

/** The studio's pages: what each person sees and may press, and every refusal as a sentence with its status. */
@CuobianTest
class DraftPagesTests {

	@Autowired
	MockMvc web;
	@Autowired
	Drafts drafts;
	@Autowired
	Bundles bundles;
	@Autowired
	Lint lint;
	@Autowired
	Studio studio;

	private String bundle;
	private Person designer;
	private Person approver;

	@BeforeEach
	void people() {
		bundle = studio.bundle();
		designer = studio.person("process-designer");
		approver = studio.person("model-approver");
	}

	private MockHttpServletResponse ask(Person who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
		var response = web.perform(request.with(as(who)).with(csrf())).andReturn().getResponse();
		response.setCharacterEncoding("UTF-8");
		return response;
	}

	private MockHttpServletResponse press(Person who, long draft, String act, String... parameters) throws Exception {
		var request = post("/design/drafts/" + draft + "/" + act);
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return ask(who, request);
	}

	private String page(Person who, String path) throws Exception {
		var response = ask(who, get(path));
		assertThat(response.getStatus()).as(path).isEqualTo(200);
		return response.getContentAsString();
	}

	private static void refused(MockHttpServletResponse response, int status, String sentence) throws Exception {
		assertThat(response.getStatus()).isEqualTo(status);
		assertThat(response.getContentAsString()).contains(sentence);
	}

	@Test
	void aDraftGoesFromItsBeginningToTheListOfVersions() throws Exception {
		var begun = ask(designer, post("/design/" + bundle + "/drafts").param("title", "把“情况”说清楚"));
		assertThat(begun.getStatus()).isEqualTo(302);
		var draft = Long.parseLong(begun.getRedirectedUrl().replace("/design/drafts/", ""));
		var path = "/design/drafts/" + draft;
		assertThat(page(designer, path)).contains("把“情况”说清楚", "起草中", "试一项任务", "没有问题").doesNotContain("发布前还要解决");

		drafts.save(draft, 0, Studio.form(bundle), studio.changed(draft, Studio.form(bundle), "情况", "现场情况"), studio.as(designer));
		assertThat(page(designer, path)).contains("改过");
		assertThat(press(designer, draft, "submit", "revision", "1", "reason", "居民看不懂").getStatus()).isEqualTo(302);
		assertThat(page(designer, path)).contains("待审批", "居民看不懂").doesNotContain("/approve\"");
		assertThat(page(approver, path)).contains("/approve\"", "/give-back\"");

		assertThat(page(approver, "/inbox")).contains("有流程草稿等您审批：" + draft + " 号");
		assertThat(press(approver, draft, "approve", "revision", "1", "words", "同意").getStatus()).isEqualTo(302);
		assertThat(page(designer, "/inbox")).contains("已通过审批：" + draft + " 号").doesNotContain("等您审批：" + draft);
		studio.tried(draft);
		assertThat(press(approver, draft, "publish").getStatus()).isEqualTo(302);
		assertThat(page(approver, "/design/" + bundle)).contains("第 2 版", "把“情况”说清楚", "居民看不懂", designer.name(), approver.name());
		assertThat(page(approver, "/design/" + bundle)).contains("先看看、再看看");
		assertThat(page(designer, "/design")).contains("/design/" + bundle);
	}

	@Test
	void whatIsRefusedComesBackWithASentenceAndWithWhatWasTyped() throws Exception {
		var draft = drafts.begin(bundle, "没改什么", studio.as(designer));
		refused(press(designer, draft, "submit", "revision", "0", "reason", "我写的原因"), 422, "还没有任何修改");
		assertThat(press(designer, draft, "submit", "revision", "0", "reason", "我写的原因").getContentAsString()).contains("我写的原因");
		refused(press(designer, draft, "submit", "revision", "0", "reason", ""), 422, "请写明为什么要改");
		refused(ask(designer, post("/design/" + bundle + "/drafts").param("title", " ")), 422, "请写一句话");
		refused(ask(approver, post("/design/" + bundle + "/drafts").param("title", "x")), 403, "只有流程设计员可以修改草稿");
		refused(press(designer, draft, "approve", "revision", "0"), 403, "只有流程审批员可以审批和发布");
		refused(press(approver, draft, "approve", "revision", "0"), 409, "不是最新的");
		refused(press(approver, draft, "give-back", "words", ""), 422, "请写明退回的原因");
		refused(press(approver, draft, "publish"), 409, "没有通过审批");
		refused(press(designer, draft, "take-back"), 409, "不是最新的");
		refused(press(designer, draft, "remove", "revision", "0", "path", Studio.model(bundle)), 422, "不能删除");
		refused(press(designer, draft, "restore", "revision", "7", "to", "0"), 409, "这次没有保存");
		assertThat(press(designer, draft, "take-over", "revision", "0").getStatus()).isEqualTo(404);
		assertThat(press(designer, -1, "submit", "revision", "0", "reason", "x").getStatus()).isEqualTo(404);
		assertThat(ask(designer, get("/design/nowhere")).getStatus()).isEqualTo(404);
		assertThat(ask(designer, get("/design/drafts/0/history")).getStatus()).isEqualTo(404);
		assertThat(ask(designer, get("/design/" + bundle + "/versions/9/files.zip")).getStatus()).isEqualTo(404);
		assertThat(press(designer, draft, "submit", "revision", "x").getStatus()).isEqualTo(400);
		assertThat(drafts.of(draft).state()).isEqualTo(DraftState.OPEN);
	}

	@Test
	void theEditorReadsSavesAndIsJudged() throws Exception {
		var draft = drafts.begin(bundle, "在浏览器里改", studio.as(designer));
		var file = "/design/drafts/" + draft + "/file";
		assertThat(ask(designer, get(file).param("path", Studio.form(bundle))).getContentAsString()).contains("try-task");

		var broken = studio.changed(draft, Studio.form(bundle), "\"textarea\"", "\"html\"");
		var saved = ask(designer, put(file).param("path", Studio.form(bundle)).param("revision", "0").content(broken).accept("application/json"));
		assertThat(saved.getStatus()).isEqualTo(200);
		assertThat(saved.getContentAsString()).contains("\"revision\":1", Studio.form(bundle), "\"element\":\"", "\"sentence\":\"");
		assertThat(ask(designer, get("/design/drafts/" + draft + "/lint")).getContentAsString()).contains(Studio.form(bundle));

		refused(save(file, Studio.form(bundle), "{}"), 409, "这次没有保存");
		refused(save(file, Studio.model(bundle), "<x>"), 422, "不是正确的 XML");
		refused(save(file, Studio.model(bundle), "x".repeat((1 << 20) + 5)), 413, "超过 1 MB");
		refused(save(file, "matters/close_matter.bpmn", "<x/>"), 422, "不属于这份草稿");
		refused(save(file, bundle + "/dispute.bpmn", "<x/>"), 422, "已经被");
		assertThat(ask(designer, get(file).param("path", "clocks/none.dmn")).getStatus()).isEqualTo(404);
		assertThat(ask(approver, put(file).param("path", Studio.form(bundle)).param("revision", "1").content("{}").accept("application/json")).getStatus())
				.isEqualTo(403);
	}

	private MockHttpServletResponse save(String file, String path, String content) throws Exception {
		return ask(designer, put(file).param("path", path).param("revision", "0").content(content).accept("application/json"));
	}

	@Test
	void whoHasItOpenTooIsNamed() throws Exception {
		var other = studio.person("process-designer");
		var draft = drafts.begin(bundle, "两个人看", studio.as(designer));
		assertThat(page(designer, "/design/drafts/" + draft)).doesNotContain("也打开着这份草稿");
		var seen = ask(other, post("/design/drafts/" + draft + "/presence"));
		assertThat(seen.getContentAsString()).contains("\"others\":[\"" + designer.name() + "\"]");
		assertThat(page(designer, "/design/drafts/" + draft)).contains(other.name() + "也打开着这份草稿");
	}

	@Test
	void filesComeInFromAComputerOrNotAtAll() throws Exception {
		var draft = drafts.begin(bundle, "导入", studio.as(designer));
		var form = studio.changed(draft, Studio.form(bundle), "情况", "导入的情况");
		assertThat(take(draft, file("C:\\models\\try-task.form", form)).getStatus()).isEqualTo(302);
		assertThat(studio.text(draft, Studio.form(bundle))).contains("导入的情况");

		refused(take(draft, file("evil.bpmn", zipped())), 422, "是压缩包或程序");
		refused(take(draft, file("evil.jar", zipped())), 422, "不能使用");
		refused(take(draft, file("other.form", form), file("bad.bpmn", "<!DOCTYPE x><x/>".getBytes(StandardCharsets.UTF_8))), 422, "DOCTYPE");
		refused(take(draft, file("script.bpmn", studio.changed(draft, Studio.model(bundle), "<startEvent ", "<startEvent camunda:class=\"x\" "))), 422, "不允许的属性");
		refused(take(draft, file("large.form", ("{\"id\":\"" + "x".repeat(1 << 20) + "\"}").getBytes(StandardCharsets.UTF_8))), 413, "超过 1 MB");
		refused(take(draft, file("ladder.bpmn", studio.changed(draft, Studio.model(bundle), "先看看", "看"))), 422, "已经被");
		refused(take(draft), 422, "请选择要导入的文件");
		assertThat(drafts.of(draft).revision()).isOne();
		assertThat(drafts.files(draft)).hasSize(3);
	}

	private MockHttpServletResponse take(long draft, MockMultipartFile... files) throws Exception {
		var request = multipart("/design/drafts/" + draft + "/import");
		request.param("revision", String.valueOf(drafts.of(draft).revision()));
		for (var file : files) {
			request.file(file);
		}
		return ask(designer, request);
	}

	private static MockMultipartFile file(String name, byte[] content) {
		return new MockMultipartFile("files", name, "application/octet-stream", content);
	}

	private byte[] zipped() {
		return Exports.zip(bundles.files(bundle, 1));
	}

	@Test
	void aFileIsBegunBlankOrLikeAnotherAndOpensInItsEditor() throws Exception {
		var draft = drafts.begin(bundle, "加一张表单", studio.as(designer));
		for (String kind : List.of("form", "bpmn", "dmn")) {
			var begun = begin(draft, kind, "new-" + kind);
			assertThat(begun.getRedirectedUrl()).isEqualTo("/design/drafts/" + draft + "/edit?file=" + bundle + "%2Fnew-" + kind + "." + kind);
			assertThat(page(designer, "/design/drafts/" + draft + "/edit?file=" + bundle + "/new-" + kind + "." + kind)).contains("data-island=\"" + kind + "-editor\"");
			assertThat(studio.text(draft, bundle + "/new-" + kind + "." + kind)).contains("\"new-" + kind + "\"").doesNotContain("blank\"");
		}
		assertThat(lint.of(draft)).extracting(Lint.Judged::file).doesNotContain(bundle + "/new-form.form", bundle + "/new-dmn.dmn");

		assertThat(begin(draft, Studio.form(bundle), "try-again").getStatus()).isEqualTo(302);
		assertThat(studio.text(draft, bundle + "/try-again.form")).contains("情况", "\"try-again\"").doesNotContain("\"try-task\"");

		refused(begin(draft, Studio.form(bundle), "try-again"), 409, "已经有“try-again.form”了");
		refused(begin(draft, "form", "现场核查"), 422, "现场核查.form");
		refused(begin(draft, "bpmn", "ladder"), 422, "已经被");
		assertThat(begin(draft, Studio.model(bundle), "x").getStatus()).isEqualTo(404);
		assertThat(begin(draft, bundle + "/none.form", "x").getStatus()).isEqualTo(404);
		assertThat(drafts.of(draft).revision()).isEqualTo(4);
	}

	private MockHttpServletResponse begin(long draft, String like, String key) throws Exception {
		return press(designer, draft, "new", "revision", String.valueOf(drafts.of(draft).revision()), "like", like, "key", key);
	}

	@Test
	void plainFilesGoOutAndComeBackUnchanged() throws Exception {
		var draft = studio.draft(bundle, "现场情况", studio.as(designer));
		var zip = ask(approver, get("/design/drafts/" + draft + "/files.zip")).getContentAsByteArray();
		assertThat(entries(zip)).containsOnlyKeys(Studio.model(bundle), Studio.form(bundle), Paths.LIMITS);
		assertThat(entries(zip).get(Studio.form(bundle))).isEqualTo(studio.text(draft, Studio.form(bundle)));
		assertThat(entries(ask(designer, get("/design/" + bundle + "/versions/1/files.zip")).getContentAsByteArray()))
				.containsOnlyKeys(Studio.model(bundle), Studio.form(bundle));
	}

	private static Map<String, String> entries(byte[] zip) throws IOException {
		Map<String, String> entries = new TreeMap<>();
		try (var reading = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (var entry = reading.getNextEntry(); entry != null; entry = reading.getNextEntry()) {
				entries.put(entry.getName(), new String(reading.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return entries;
	}

	@Test
	void theHistoryBringsAnEarlierSavingBack() throws Exception {
		var draft = studio.draft(bundle, "第一次写的", studio.as(designer));
		drafts.save(draft, 1, Studio.form(bundle), studio.changed(draft, Studio.form(bundle), "第一次写的", "第二次写的"), studio.as(designer));
		assertThat(page(designer, "/design/drafts/" + draft + "/history")).contains("第 2 次保存", "恢复到第 1 次保存");
		assertThat(press(designer, draft, "restore", "revision", "2", "to", "1").getStatus()).isEqualTo(302);
		assertThat(studio.text(draft, Studio.form(bundle))).contains("第一次写的");
	}

	@Test
	void aNewerVersionIsOfferedWithAChoiceForEachFileChangedOnBothSides() throws Exception {
		var draft = studio.draft(bundle, "我的写法", studio.as(designer));
		studio.ships(bundle, "（程序新版）");
		assertThat(page(designer, "/design/drafts/" + draft)).contains("stay:" + Studio.form(bundle), "要先接过来");
		refused(press(designer, draft, "take-over", "revision", "1"), 422, "请逐个选定");
		assertThat(press(designer, draft, "take-over", "revision", "1", "stay:" + Studio.form(bundle), "THEIRS").getStatus()).isEqualTo(302);
		assertThat(studio.text(draft, Studio.form(bundle))).contains("（程序新版）");
	}

	@Test
	void pagesSpeakEnglishToo() throws Exception {
		var draft = studio.submitted(bundle, "现场情况", studio.as(designer));
		for (var path : new String[] { "/design", "/design/" + bundle, "/design/drafts/" + draft, "/design/drafts/" + draft + "/history" }) {
			assertThat(page(approver, path + "?lang=en")).as(path).doesNotContain("??", "''").contains("Design studio");
		}
	}
}

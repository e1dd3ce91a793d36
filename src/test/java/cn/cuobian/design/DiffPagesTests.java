package cn.cuobian.design;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import cn.cuobian.CuobianTest;
import cn.cuobian.people.Person;

/** The pages that show what differs: between any two states of a draft, and between versions. */
@CuobianTest
class DiffPagesTests {

	@Autowired
	MockMvc web;
	@Autowired
	Drafts drafts;
	@Autowired
	Release release;
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

	private String page(Person who, String path) throws Exception {
		var response = web.perform(get(path).with(as(who))).andReturn().getResponse();
		assertThat(response.getStatus()).as(path).isEqualTo(200);
		return response.getContentAsString(StandardCharsets.UTF_8);
	}

	private int status(String path) throws Exception {
		return web.perform(get(path).with(as(designer))).andReturn().getResponse().getStatus();
	}

	@Test
	void theApproverReadsWhatChangedBesideTheApproval() throws Exception {
		var draft = studio.submitted(bundle, "现场情况", studio.as(designer));
		assertThat(page(approver, "/design/drafts/" + draft)).contains("改了什么", "名称由“情况”改为“现场情况”。", "/design/drafts/" + draft + "/diff", "/approve\"");
		assertThat(page(approver, "/design/drafts/" + draft + "?lang=en")).contains("Label changed from").doesNotContain("??");
	}

	@Test
	void anyTwoStatesOfADraftAreCompared() throws Exception {
		var draft = studio.draft(bundle, "第一次写的", studio.as(designer));
		drafts.save(draft, 1, Studio.form(bundle), studio.changed(draft, Studio.form(bundle), "第一次写的", "第二次写的"), studio.as(designer));
		drafts.save(draft, 2, Studio.model(bundle), studio.changed(draft, Studio.model(bundle), "先看看", "先瞧瞧"), studio.as(designer));
		var path = "/design/drafts/" + draft + "/diff";
		assertThat(page(designer, path)).contains("名称由“情况”改为“第二次写的”。", "名称由“先看看”改为“先瞧瞧”。", "data-island=\"compare\"",
				path + "/drawing?of=base&amp;path=" + Studio.model(bundle), path + "/drawing?of=now&amp;path=" + Studio.model(bundle));
		assertThat(page(designer, path + "?from=1&to=2")).contains("名称由“第一次写的”改为“第二次写的”。").doesNotContain("先瞧瞧");
		assertThat(page(designer, path + "?from=now&to=base")).contains("名称由“先瞧瞧”改为“先看看”。");
		assertThat(page(designer, path + "?from=now&to=now")).contains("没有不同。").doesNotContain("data-island=\"compare\"");
		assertThat(page(designer, path + "/drawing?of=base&path=" + Studio.model(bundle))).contains("<definitions", "先看看");
		assertThat(page(designer, path + "/drawing?of=now&path=" + Studio.model(bundle))).contains("先瞧瞧");
		assertThat(page(designer, path + "?lang=en")).contains("What changed", "Name changed from").doesNotContain("??");
		assertThat(page(designer, "/design/drafts/" + draft + "/history")).contains(path + "?from=2&amp;to=3");
		for (var wrong : new String[] { "?from=9", "?to=-1", "?from=x", "?to=99999999999", "/drawing?of=now&path=none/none.bpmn", "/drawing?of=7&path=" + Studio.model(bundle) }) {
			assertThat(status(path + wrong)).as(wrong).isEqualTo(404);
		}
	}

	@Test
	void versionsAreComparedWithOneAnother() throws Exception {
		var draft = studio.approved(bundle, "现场情况", studio.as(designer), studio.as(approver));
		release.publish(draft, studio.as(approver));
		assertThat(page(designer, "/design/" + bundle)).contains("/design/" + bundle + "/diff?from=1&amp;to=2");
		assertThat(page(designer, "/design/" + bundle + "/diff?from=1&to=2")).contains("名称由“情况”改为“现场情况”。", "并排看").doesNotContain("时限“");
		assertThat(page(designer, "/design/" + bundle + "/diff?from=2&to=1")).contains("名称由“现场情况”改为“情况”。");
		assertThat(page(designer, "/design/" + bundle + "/diff/drawing?of=1&path=" + Studio.model(bundle))).contains("<definitions");
		assertThat(status("/design/" + bundle + "/diff?from=1&to=3")).isEqualTo(404);
		assertThat(status("/design/nowhere/diff?from=1&to=1")).isEqualTo(404);
		assertThat(status("/design/" + bundle + "/diff?from=x&to=1")).isEqualTo(400);
	}

	@Test
	void besideWhatIsInForceOnlyATableOfLimitsThatWasChangedCounts() throws Exception {
		var draft = studio.draft(bundle, "我的写法", studio.as(designer));
		assertThat(page(designer, "/design/drafts/" + draft + "/diff?from=force")).contains("名称由“情况”改为“我的写法”。").doesNotContain("限时");
		drafts.save(draft, 1, Paths.LIMITS, studio.changed(draft, Paths.LIMITS, "<text>3</text>", "<text>2</text>"), studio.as(designer));
		assertThat(page(designer, "/design/drafts/" + draft + "/diff?from=force")).contains("限时 LADDER.BUILDING：3 个工作日 → 2 个工作日");
	}
}

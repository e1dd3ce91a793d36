package cn.cuobian.design;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;


import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

import cn.cuobian.people.Person;

/** The pages about open matters: counts without contents, the plan, the run with what became of each, the way back. */
class MovePagesTests extends MovingMatters {

	@Autowired
	MockMvc web;
	@Autowired
	DeployedVersions deployed;

	private Person drawer;
	private Person decider;

	@BeforeEach
	void whoLooks() {
		drawer = studio.person("process-designer");
		decider = studio.person("model-approver");
	}

	private MockHttpServletResponse ask(Person who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
		var response = web.perform(request.with(as(who)).with(csrf())).andReturn().getResponse();
		response.setCharacterEncoding("UTF-8");
		return response;
	}

	private String page(Person who, String path) throws Exception {
		var response = ask(who, get(path));
		assertThat(response.getStatus()).as(path).isEqualTo(200);
		return response.getContentAsString();
	}

	private String number(Waiting matter) {
		return db.sql("select number from matter where id = ?").param(matter.id).query(String.class).single();
	}

	@Test
	void mattersAreCountedByVersionAndStepAndKnownByTheirNumbersOnly() throws Exception {
		var matter = new Waiting();
		assertThat(page(drawer, "/design/" + bundle)).contains("/design/" + bundle + "/running");
		assertThat(page(drawer, "/design/" + bundle + "/running")).contains("看一看", "1 件", "第 1 版", "现行").doesNotContain("先预演");
		var at = "/design/%s/running/at?deployment=%s&model=%s&step=".formatted(bundle, deployed.of(bundle).keySet().iterator().next(), bundle);
		assertThat(page(drawer, at + "user_look")).contains(number(matter)).doesNotContain("/matters/" + number(matter), "过道");
		assertThat(ask(drawer, get(at + "user_settle")).getStatus()).isEqualTo(404);
		assertThat(ask(drawer, get(at.replace(bundle + "/running", "matters/running") + "user_look")).getStatus()).isEqualTo(404);
	}

	@Test
	void aLongListHasPages() throws Exception {
		matters(OpenMatters.PAGE + 1);
		var at = "/design/%s/running/at?deployment=%s&model=%s&step=user_look".formatted(bundle, deployed.of(bundle).keySet().iterator().next(), bundle);
		var first = page(drawer, at);
		assertThat(first.split("app-code", -1)).hasSize(OpenMatters.PAGE + 1);
		var next = first.substring(first.indexOf("after=") + 6).split("\"")[0];
		assertThat(page(drawer, at + "&after=" + next).split("app-code", -1)).hasSize(2);
	}

	@Test
	void theDraftAsksWhereMattersGoAndTheApproverReadsIt() throws Exception {
		new Waiting();
		var draft = drawn("不看了", withoutLooking());
		assertThat(page(drawer, "/design/drafts/" + draft)).contains("取消了", "还没有说明去哪里", "听一听", "留在原来的版本办完");
		var places = post("/design/drafts/" + draft + "/places").param("to:" + bundle + ":user_look", "user_hear");
		assertThat(ask(drawer, places).getRedirectedUrl()).isEqualTo("/design/drafts/" + draft);
		assertThat(page(drawer, "/design/drafts/" + draft)).contains("时限接着算，到期时间不变", "说明在办事项的去向").doesNotContain("还没有说明去哪里");
		approval.submit(draft, 1, "要改", designer);
		assertThat(page(decider, "/design/drafts/" + draft)).contains("到“听一听”").doesNotContain("<select");
		assertThat(page(decider, "/design/drafts/" + draft + "?lang=en")).contains("The clock runs on");
		page(decider, "/design/drafts/" + draft + "?lang=zh");
		var late = post("/design/drafts/" + draft + "/places").param("to:" + bundle + ":user_look", "");
		assertThat(ask(drawer, late).getStatus()).isEqualTo(409);
	}

	@Test
	void aRunIsBegunStoppedGoneOnWithAndRead() throws Exception {
		var matter = new Waiting();
		published(drawn("加一步", second()));
		assertThat(page(decider, "/design/" + bundle + "/running")).contains("先预演", "开始换", "有 1 件在办事项");
		var begun = ask(decider, post("/design/" + bundle + "/moves")).getRedirectedUrl();
		assertThat(ask(drawer, post("/design/" + bundle + "/moves")).getStatus()).isEqualTo(409);
		assertThat(page(drawer, begun)).contains("进行中", "停下", "hx-trigger").doesNotContain("换好了</span>");
		assertThat(ask(drawer, post(begun + "/stop")).getRedirectedUrl()).isEqualTo(begun);
		assertThat(page(drawer, begun)).contains("已停下", "继续", "到此为止").doesNotContain("hx-trigger");
		assertThat(ask(drawer, post(begun + "/go-on")).getStatus()).isEqualTo(302);
		mover.run();
		assertThat(page(drawer, begun)).contains("完成", number(matter), "从第 1 版换到第 2 版，现在停在：看一看（上门）");
		assertThat(page(drawer, begun + "?only=STAYS")).doesNotContain(number(matter));
		assertThat(ask(drawer, post(begun + "/stop")).getStatus()).isEqualTo(409);
		assertThat(page(drawer, "/design/" + bundle + "/running")).contains("换版本的记录");
		assertThat(ask(drawer, get(begun.replace(bundle, "matters"))).getStatus()).isEqualTo(404);
	}

	@Test
	void theWayBackIsOneButtonWithAReason() throws Exception {
		new Waiting();
		published(drawn("加一步", second()));
		assertThat(page(drawer, "/design/" + bundle)).contains("退回到第 1 版");
		assertThat(ask(drawer, post("/design/" + bundle + "/versions/1/back")).getStatus()).isEqualTo(422);
		var draft = ask(drawer, post("/design/" + bundle + "/versions/1/back").param("reason", "没人手")).getRedirectedUrl();
		assertThat(page(decider, draft)).contains("待审批", "没人手");
		assertThat(ask(drawer, post("/design/" + bundle + "/versions/9/back").param("reason", "没人手")).getStatus()).isEqualTo(404);
	}

	@Test
	void theDrawingOfAMatterSaysItsVersion() throws Exception {
		var matter = new Waiting();
		published(drawn("加一步", second()));
		new Waiting();
		moved();
		published(drawn("再改", first()));
		var supervisor = people.holding("supervisor", here.community());
		assertThat(page(supervisor, "/matters/" + number(matter) + "/diagram")).contains("\"modelName\":\"搬家试验\",\"version\":2");
	}

	@Test
	void aRehearsalThatNobodyBeganIsNotThere() throws Exception {
		assertThat(ask(drawer, get("/design/" + bundle + "/rehearsal")).getStatus()).isEqualTo(404);
		assertThat(ask(drawer, post("/design/" + bundle + "/rehearsal")).getStatus()).isEqualTo(422);
	}
}

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

import cn.cuobian.OwnHouse;
import cn.cuobian.people.Person;

/** The page on which a designer plays all parts, without scripts. */
@OwnHouse
class DryPagesTests {

	@Autowired
	MockMvc web;
	@Autowired
	Drafts drafts;
	@Autowired
	DryRuns runs;
	@Autowired
	Studio studio;

	private Person designer;
	private long draft;
	private String path;

	@BeforeEach
	void draft() {
		designer = studio.person("process-designer");
		draft = drafts.begin("escalation", "看看逐级协商", studio.as(designer));
		path = "/design/drafts/" + draft + "/dry";
	}

	private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
		var response = web.perform(request.with(as(designer)).with(csrf())).andReturn().getResponse();
		response.setCharacterEncoding("UTF-8");
		return response;
	}

	private String page(String address) throws Exception {
		var response = ask(get(address));
		assertThat(response.getStatus()).as(address).isEqualTo(200);
		return response.getContentAsString();
	}

	@Test
	void aWalkIsPlayedOnThePageAndKept() throws Exception {
		assertThat(page(path)).contains("开始试演", "这次保存还没有试跑", "消防安全", "业主委员会选举");
		assertThat(ask(post(path + "/begin").param("start", "drainage").param("place", "lingxiu").param("day", "2026-03-02")).getStatus()).isEqualTo(302);
		assertThat(page(path)).contains("现在是 2026-03-02 09:00", "邻里议事厅议事", "期限 2026-03-16 24:00", "截住的邮件", "居民撤回");
		var task = runs.of(draft, studio.as(designer)).picture().open().get(0).id();
		assertThat(page(path + "?task=" + task)).contains("data-island=\"form\"", "提交这一步");
		var wrong = ask(post(path + "/complete").param("_task", task));
		assertThat(wrong.getStatus()).isEqualTo(422);
		assertThat(wrong.getContentAsString()).contains("处需要改");
		assertThat(ask(post(path + "/jump").param("until", "deadline")).getStatus()).isEqualTo(302);
		assertThat(page(path)).contains("现在是 2026-03-16 24:00", "召开社区联席会议");
		assertThat(page(path + "/diagram")).contains("user_hold_joint_meeting");
		assertThat(page(path + "/drawing/ladder")).contains("bpmn");
		assertThat(ask(post(path + "/record").param("name", "页面上走的")).getStatus()).isEqualTo(302);
		assertThat(page(path)).contains("页面上走的", "情景走到的地方");
		assertThat(page(path + "/coverage")).contains("timer_hall_due");
		assertThat(ask(post(path + "/end")).getStatus()).isEqualTo(302);
		assertThat(page(path)).doesNotContain("现在是 2026");
	}
}

package cn.cuobian.elections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import cn.cuobian.people.Appointments;
import cn.cuobian.people.Group;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.votes.OwnersOfACompound;

class ElectionPagesTests extends Electing {

	@Autowired
	MockMvc web;

	private RequestPostProcessor asOfficer;

	@BeforeEach
	void anOfficerWhoSignsIn() {
		asOfficer = SomePeople.as(some.holding("election-officer", here.township()));
	}

	@Test
	void anApplicationIsEnteredAndLeadsToItsCockpit() throws Exception {
		var wrong = html(post("/elections").param("place", here.compound()).param("title", "").param("kind", "re-election")
				.param("schedule", "soon").param("seats", "4").param("alternates", "9"), asOfficer, 422);
		assertThat(wrong).contains("现在没有业委会", "请选择日程", "请填写名称", "4 人", "候补名额不能多于");
		var answer = web.perform(post("/elections").param("place", here.compound()).param("title", "第一届业主委员会选举").param("kind", "first")
				.param("schedule", "fast31").param("seats", "7").param("alternates", "3").with(asOfficer).with(csrf())).andReturn().getResponse();
		var cockpit = html(get(answer.getRedirectedUrl()), asOfficer, 200);
		assertThat(cockpit).contains("核实申请", "31天快速组建", "筹备组至少 5 人", "还没有采用业主名册", "福建省物业管理条例");
		assertThat(html(get("/elections"), asOfficer, 200)).contains("第一届业主委员会选举");
	}

	@Test
	void aTaskLeadsToItsElection() throws Exception {
		var run = applied("statutory");
		assertThat(html(get("/tasks/" + run.task("user_check_mandate").taskId()), asOfficer, 200)).contains("/elections/" + run.id + "\"");
	}

	@Test
	void theGroupIsEnteredInTheCockpit() throws Exception {
		var run = applied("statutory");
		web.perform(post("/elections/" + run.id + "/group").param("name", "陈一").param("role", "owner").with(asOfficer).with(csrf()))
				.andExpect(status().is3xxRedirection());
		assertThat(html(get("/elections/" + run.id), asOfficer, 200)).contains("陈一", "业主代表");
		assertThat(html(post("/elections/" + run.id + "/group").param("name", "").param("role", "owner"), asOfficer, 422)).contains("请填写这一项");
	}

	@Test
	void theDeskShowsEveryDepartmentWithItsReasons() throws Exception {
		var run = prepared();
		web.perform(post("/elections/" + run.id + "/candidates").param("name", "陈一").param("unit", "1幢101").param("channel", "owners")
				.param("proposers", "12").with(asOfficer).with(csrf())).andExpect(status().is3xxRedirection());
		assertThat(html(post("/elections/" + run.id + "/candidates").param("name", "林二").param("unit", "1幢102").param("channel", "owners"), asOfficer,
				422)).contains("请填写联名的业主人数");
		run.done("user_collect_nominations", Map.of("closed", true)).done("user_interview_candidate", STANDS)
				.done("user_review_by_department", Map.of("decision", "refused", "words", "违法搭建未拆除"));
		assertThat(html(get("/elections/" + run.id + "/candidates"), asOfficer, 200)).contains("公安派出所", "违法搭建未拆除", "12 户联名", "陈一");
		var neighbour = SomePeople.as(some.holding("hall-secretary", here.compound()));
		assertThat(html(get("/elections/" + run.id + "/candidates"), neighbour, 200)).as("others see no name and no reason").contains("陈**")
				.doesNotContain("陈一", "违法搭建未拆除", "1幢101");
	}

	@Test
	void aListOfNamesIsTakenAsAWholeAndFoundAgainPageByPage() throws Exception {
		var run = prepared();
		var path = "/elections/" + run.id + "/candidates";
		assertThat(upload(path, "姓名,房号,渠道\n陈一,1幢101,自荐\n林二,,自荐\n", 422)).contains("第 3 行：请填写这一项").doesNotContain("第 2 行");
		assertThat(upload(path, "姓名,房号\n陈一,1幢101\n", 422)).contains("名单缺“渠道”一列");
		assertThat(html(get(path), asOfficer, 200)).contains("共 0 人");
		var lines = new StringBuilder("姓名,房号,渠道,联名户数\n");
		for (int n = 0; n < 120; n++) {
			lines.append("业主%d,%s,%s,%s\n".formatted(n + 1, OwnersOfACompound.unit(n), n % 2 == 0 ? "自荐" : "业主联名", n % 2 == 0 ? "" : "5"));
		}
		assertThat(upload(path, lines + "业主1,1幢101,党组织推荐,\n", 200)).contains("新登记 120 人；原有的人增加渠道 1 次");
		assertThat(html(get(path), asOfficer, 200)).contains("共 120 人", "业主50", "after=50").doesNotContain("业主51<");
		assertThat(html(get(path).param("after", "100"), asOfficer, 200)).contains("业主101", "业主120").doesNotContain("rel=\"next\"");
		assertThat(html(get(path).param("by", "party"), asOfficer, 200)).contains("共 1 人", "业主1<").doesNotContain("业主2<");
		assertThat(html(get(path).param("q", "业主77"), asOfficer, 200)).contains("共 1 人", "业主77<");
		run.done("user_collect_nominations", Map.of("closed", true));
		var secretary = SomePeople.as(some.holding("community-secretary", here.community()));
		assertThat(html(get(path).param("mine", "true"), secretary, 200)).contains("共 120 人",
				"/tasks/" + run.tasks("user_interview_candidate").get(0).taskId());
		assertThat(html(get(path).param("mine", "true"), asOfficer, 200)).as("interviews are not the officer's").contains("共 0 人");
		assertThat(html(get(path).param("q", "业主77"), SomePeople.as(some.holding("hall-secretary", here.compound())), 200))
				.as("who sees no names cannot look for them").contains("共 0 人");
	}

	private String upload(String path, String list, int status) throws Exception {
		return web.perform(multipart(path + "/list").file(new MockMultipartFile("file", list.getBytes(StandardCharsets.UTF_8))).with(asOfficer).with(csrf()))
				.andExpect(status().is(status)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

	@Test
	void whoHasNothingToDoWithItFindsNothing() throws Exception {
		var run = prepared();
		Person stranger = some.holding("building-steward", somePlaces.branch().building());
		for (var page : new String[] { "", "/candidates" }) {
			html(get("/elections/" + run.id + page), SomePeople.as(stranger), 404);
		}
		html(post("/elections/" + run.id + "/annul").param("words", "不行"), SomePeople.as(stranger), 404);
		html(post("/elections/" + run.id + "/annul").param("words", "不行"), SomePeople.as(some.holding("hall-secretary", here.compound())), 403);
	}

	@Test
	void everybodySeesThePublicPageWithNamesOfThoseWhoAgreed() throws Exception {
		var run = announced(9);
		var page = html(get("/elections/public/" + run.id), request -> request, 200);
		assertThat(page).contains("候选1", "候**", "1幢***", "候选人公示", "可以提异议", "核对您自己的一行", "会议形式和地点：" + ASSEMBLY).doesNotContain("候选4", "1幢101", "街道组长");
		assertThat(page).as("what a candidate says of himself needs his consent too").contains("我愿意");
	}

	@Test
	void aPictureIsShownOnlyOfWhoAgreed() throws Exception {
		var run = announced(9);
		var agreed = run.candidates().get(0);
		var not = run.candidates().get(3);
		for (var candidate : new Candidate[] { agreed, not }) {
			web.perform(multipart("/elections/" + run.id + "/candidates/" + candidate.id() + "/photo").file(new MockMultipartFile("photo", picture()))
					.with(asOfficer).with(csrf())).andExpect(status().is3xxRedirection());
		}
		var path = "/elections/public/" + run.id + "/photos/";
		var shown = web.perform(get(path + agreed.id())).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
		assertThat(ImageIO.read(new ByteArrayInputStream(shown)).getWidth()).isEqualTo(300);
		web.perform(get(path + not.id())).andExpect(status().isNotFound());
		assertThat(html(get("/elections/public/" + run.id), request -> request, 200)).contains("photos/" + agreed.id())
				.doesNotContain("photos/" + not.id());
		web.perform(multipart("/elections/" + run.id + "/candidates/" + agreed.id() + "/photo").file(new MockMultipartFile("photo", "<svg/>".getBytes()))
				.with(asOfficer).with(csrf())).andExpect(status().is(422));
	}

	private static byte[] picture() throws IOException {
		var out = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(800, 1000, BufferedImage.TYPE_INT_RGB), "jpg", out);
		return out.toByteArray();
	}

	@Test
	void beforeTheListIsFixedNobodyIsShown() throws Exception {
		var run = prepared().nominate(5);
		assertThat(html(get("/elections/public/" + run.id), request -> request, 200)).doesNotContain("候选1", "候**");
	}

	@Test
	void theTurnoutIsShownWithoutChoices() throws Exception {
		var run = open(9);
		owners.vote(run.vote(), 100, 1, 2);
		assertThat(html(get("/elections/" + run.id), asOfficer, 200)).contains("已投 100 / 571", "还差 281 人");
	}

	@Test
	void theCommitteeHasAPageOnWhichASeatFallsVacant() throws Exception {
		var run = elected();
		var chair = run.candidates().stream().filter(each -> each.state() == CandidateState.ELECTED).findFirst().orElseThrow();
		run.done("user_hold_first_meeting", meeting(chair.id(), ""));
		var committee = committeeRows.inOffice(here.compound()).orElseThrow();
		var path = "/elections/committees/" + committee.id();
		assertThat(html(get(path), asOfficer, 200)).contains("候选1", "主任", "最迟", "7 / 7");
		assertThat(html(post(path + "/vacate").param("member", "" + committee.members().get(6).id()).param("cause", "bored").param("words", "x"),
				asOfficer, 422)).contains("请选择缺额的原因");
		web.perform(post(path + "/vacate").param("member", "" + committee.members().get(6).id()).param("cause", "resigned").param("words", "搬走")
				.with(asOfficer).with(csrf())).andExpect(status().is3xxRedirection());
		assertThat(html(get(path), asOfficer, 200)).contains("6 / 7", "已离任");
	}

	@Test
	void theChairsOwnAccountIsAppointedAndNobodyElses() throws Exception {
		var run = elected();
		var elected = run.candidates().stream().filter(each -> each.state() == CandidateState.ELECTED).toList();
		var other = some.holding("building-steward", here.building(), "林二");
		refuses("elections.chair-is-another", () -> run.done("user_hold_first_meeting", meeting(elected.get(0).id(), "" + other.id())));
		var elsewhere = some.holding("building-steward", somePlaces.branch().building(), elected.get(0).name());
		refuses("forms.not-offered", () -> run.done("user_hold_first_meeting", meeting(elected.get(0).id(), "" + elsewhere.id())));
		assertThat(html(get("/tasks/" + run.task("user_hold_first_meeting").taskId()), asOfficer, 200)).contains("林二").doesNotContain(elsewhere.username());
	}

	@Test
	void theCommitteesPageSaysThatNobodyHoldsThePostOfItsChair() throws Exception {
		var run = elected();
		var chair = run.candidates().stream().filter(each -> each.state() == CandidateState.ELECTED).findFirst().orElseThrow();
		run.done("user_hold_first_meeting", meeting(chair.id(), ""));
		run.done("user_submit_filing", Map.of("submitted_on", today(), "papers", List.of("report"), "to", List.of("housing")))
				.done("user_answer_filing", Map.of("decision", "taken", "receipt", "备1")).noticeEnds("result");
		var path = "/elections/committees/" + committeeRows.inOffice(here.compound()).orElseThrow().id();
		assertThat(html(get(path), asOfficer, 200)).as("nobody holds the post").contains("岗位还没有人担任").doesNotContain("/admin/posts");
		var both = some.holding("administrator", Group.EVERYWHERE);
		application.getBean(Appointments.class).appoint(both.id(), "election-officer", here.township(), clock.instant(), null);
		assertThat(html(get(path), SomePeople.as(both), 200)).contains("/admin/posts?place=" + here.compound());
		some.holding("committee-chair", here.compound());
		assertThat(html(get(path), asOfficer, 200)).doesNotContain("岗位还没有人担任");
	}

	private Map<String, Object> meeting(long chair, String account) {
		return Map.of("held_on", today(), "chair", String.valueOf(chair), "chair_account", account, "words", "推选");
	}

	private String today() {
		return clock.instant().atZone(MONDAY.getZone()).toLocalDate().toString();
	}

	private String html(MockHttpServletRequestBuilder request, RequestPostProcessor as, int expected) throws Exception {
		return web.perform(request.with(as).with(csrf())).andExpect(status().is(expected)).andReturn().getResponse()
				.getContentAsString(StandardCharsets.UTF_8);
	}
}

package cn.cuobian.browser;

import static cn.cuobian.browser.ElectionCrew.submit;
import static cn.cuobian.browser.ElectionCrew.text;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;

import cn.cuobian.TestClock;
import cn.cuobian.demo.DemoRoll;
import cn.cuobian.elections.RunningElection;

/**
 * The owners of the demonstration's 571 homes elect their committee anew, in the browsers of those who do it, from the
 * application to the handover by the old one. Its clock travels, so it has an application of its own.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:election;DB_CLOSE_DELAY=-1", "cuobian.votes.rounds=-", "cuobian.notices.round=-" })
@ActiveProfiles({ "demo", "test" })
@Import(TestClock.Installed.class)
@ExtendWith(Chromium.class)
class ElectionIT {

	private static final String COMPOUND = "lingxiu";
	private static final ZonedDateTime MONDAY = ZonedDateTime.parse("2026-03-02T09:00:00+08:00");
	private static final LocalDate OLD_TERM_ENDS = LocalDate.parse("2026-04-30");
	private static final String STATEMENT = "在小区住了十年，愿意为大家做事";
	private static final Pattern ELECTION = Pattern.compile(".*/elections/[0-9]+");
	/** Others whom the party organisation puts forward; each has the home in the roll. */
	private static final Map<String, String> MORE_NAMES = new TreeMap<>(
			Map.of("吴建忠", "4幢101", "曾海霞", "5幢101", "张金兰", "6幢101", "杨丽华", "7幢101", "林美珍", "8幢101"));

	@Autowired
	private ApplicationContext application;
	@Autowired
	private TestClock clock;

	private RunningElection election;
	private Visitor officer;
	private Visitor colleague;
	private Visitor owner;
	private ElectionCrew crew;

	@Test
	void the_owners_elect_a_committee_from_the_application_to_the_handover(Visitor officer, Visitor colleague, Visitor owner) {
		this.officer = officer;
		this.colleague = colleague;
		this.owner = owner;
		clock.setTo(MONDAY.toInstant());
		RunningElection.oldCommittee(application, COMPOUND, OLD_TERM_ENDS);
		begins();
		composesGroup();
		var roll = preparesRoll();
		nominates();
		reviews();
		freezes(roll);
		fixesListAndPlans();
		answersObjection();
		var polls = new ElectionPolls(crew);
		polls.votes();
		polls.closesAndCounts();
		takesOffice();
		handsOver();
	}

	private void begins() {
		var page = officer.signsIn("election").goesTo("/elections").page();
		officer.findsNothingWrong();
		page.locator("main a").filter(text("登记选举申请")).click();
		assertThat(page).hasURL(Pattern.compile(".*/elections/new"));
		officer.findsNothingWrong();
		page.locator("#place").selectOption(COMPOUND);
		page.locator("#title").fill("灵秀家园第二届业主委员会选举");
		page.getByLabel("换届选举").check();
		page.getByLabel("31天快速组建").check();
		page.locator("#seats").fill("5");
		submit(page, "登记");
		assertThat(page).hasURL(ELECTION);
		assertThat(page.locator("#state")).hasText("已申请");
		officer.findsNothingWrong();
		election = new RunningElection(application, Long.parseLong(officer.path().replaceAll("\\D", "")));
		crew = new ElectionCrew(officer, colleague, owner, election, clock);
		crew.work("核实申请").answers("任期届满换届").answers("受理").answers("31天快速组建（建议日程）").completes();
	}

	private void composesGroup() {
		var page = officer.goesTo(crew.cockpit()).page();
		adds(page, "周明德", "街道（乡镇）", true);
		adds(page, "丁玉梅", "居委会", false);
		adds(page, "福安房地产公司", "建设单位", false);
		election.joinGroup("election", List.of("洪振泉", "李秀芳", "苏雅峰", "许文伟"));
		officer.goesTo(crew.cockpit()).findsNothingWrong();
		crew.work("确定筹备组成员").confirms("名单已经登记齐全").sends();
		crew.readsNotice("group", "筹备组名单公示", "2026-03-09 24:00");
		assertThat(crew.body()).containsText("街道（乡镇） 周明德（组长）");
		assertThat(crew.body()).containsText("业主代表 洪振泉");
	}

	private static void adds(Page page, String name, String role, boolean leader) {
		var group = page.locator("#group");
		group.locator("#name").fill(name);
		group.locator("#role").selectOption(new SelectOption().setLabel(role));
		group.locator("input[name=leader]").setChecked(leader);
		group.locator("button").filter(text("添加")).click();
		assertThat(group.locator("li")).containsText(new String[] { name });
	}

	private String preparesRoll() {
		var page = officer.goesTo("/rolls/new").page();
		page.locator("#place").selectOption(COMPOUND);
		page.locator("#title").fill("第二届选举业主名册");
		submit(page, "建名册");
		assertThat(page).hasURL(Pattern.compile(".*/rolls/[0-9]+"));
		var roll = officer.path();
		officer.goesTo(roll + "/import");
		page.locator("#file").setInputFiles(new FilePayload("业主.csv", "text/csv", DemoRoll.csv()));
		page.locator("#units").fill(DemoRoll.units());
		page.locator("#area").fill(DemoRoll.area());
		submit(page, "预览");
		officer.findsNothingWrong();
		submit(page, "确认导入");
		assertThat(page).hasURL(Pattern.compile(".*" + roll + "(\\?.*)?"));
		crew.work("编制业主名册").chooses("采用哪份名册", "第二届选举业主名册").sends();
		crew.readsNotice("roll", "业主名册公示", "为止");
		assertThat(crew.body()).containsText("571");
		assertThat(crew.body()).containsText(DemoRoll.area());
		return roll;
	}

	/** One name by each channel, by those who may put it forward. */
	private void nominates() {
		officer.goesTo(crew.cockpit() + "/candidates").findsNothingWrong();
		nominates(officer, "陈明辉", "1幢101", "自荐", 0, true);
		assertThat(officer.page().locator("#desk")).containsText("陈明辉");
		colleague.signsIn("branch").goesTo(crew.cockpit() + "/candidates");
		nominates(colleague, "郑文强", "2幢101", "党组织推荐", 0, true);
		nominates(officer, "庄永玲", "3幢101", "业主联名", 12, false);
		election.nominate("branch", MORE_NAMES);
		officer.goesTo(crew.cockpit() + "/candidates").findsNothingWrong();
		crew.work("接受报名推荐").confirms("提名已经截止").sends();
	}

	private void nominates(Visitor staff, String name, String unit, String channel, int proposers, boolean agrees) {
		var form = staff.page().locator("#nominate");
		form.locator("#name").fill(name);
		form.locator("#unit").fill(unit);
		form.locator("#channel").selectOption(new SelectOption().setLabel(channel));
		form.locator("#proposers").fill(String.valueOf(proposers));
		form.locator("#statement").fill(STATEMENT);
		form.locator("input[name=publish]").setChecked(agrees);
		submit(staff.page(), "登记提名");
		assertThat(staff.page().locator("#desk tbody tr").last()).containsText(name.substring(0, 1));
		assertThat(staff.page().locator("#desk tbody tr").last()).containsText(channel);
	}

	private void reviews() {
		var interview = crew.others().opens("community", "社区谈话");
		assertThat(colleague.page().locator("h1")).containsText("1号候选人");
		assertThat(colleague.page().locator("#about")).containsText("陈明辉");
		interview.answers("愿意参选，送街道审查").writes("谈话记录", "本人愿意，时间有保证。").sends();
		election.othersDo("user_interview_candidate", Map.of("decision", "stands", "words", "愿意"));
		crew.others().opens("police-dept", "街道部门审查").answers("通过").sends();
		election.othersDo("user_review_by_department", Map.of("decision", "passed"));
		crew.others().opens("joint-reviewer", "市级部门联审").answers("通过").sends();
		election.othersDo("user_review_jointly", Map.of("decision", "passed"));
		colleague.signsIn("reviewer").goesTo(crew.cockpit() + "/candidates").findsNothingWrong();
		assertThat(colleague.page().locator("#desk tbody tr")).hasCount(8);
		assertThat(colleague.page().locator("#desk tbody tr").filter(text("已通过"))).hasCount(8);
	}

	private void freezes(String roll) {
		election.untilNoticeEnds("roll");
		election.untilNoticeEnds("group");
		var page = officer.goesTo(roll).page();
		page.locator("form[action$=freeze] input[type=checkbox]").check();
		submit(page, "定稿并公布");
		assertThat(page.locator("main")).containsText("已定稿");
		crew.work("名册定稿").confirms("名册已经定稿").sends();
	}

	private void fixesListAndPlans() {
		crew.work("确定候选人名单").writes("委员名额", "5").writes("候补名额", "2").answers("人数够，确定名单").sends();
		crew.work("安排业主大会").dates("开始投票", crew.day(17), "09:00").dates("截止投票", crew.day(21), "18:00").answers("实名，计票后业主可以依法查阅")
				.writes("一人最多代几位业主", "3").writes("会议形式和地点", "集体讨论和书面征求意见，小区架空层").confirms("已告知居委会").sends();
		crew.readsNotice("candidates", "候选人公示", "24:00");
		assertThat(crew.body()).containsText("1. 陈明辉（1幢***）");
		assertThat(crew.body()).containsText("3. 庄**（3幢***）");
		assertThat(crew.body()).not().containsText("庄永玲");
		crew.readsNotice("assembly", "业主大会公告", "为止");
		assertThat(crew.body()).containsText("投票从 " + crew.day(17) + " 09:00 到 " + crew.day(21) + " 18:00");
		assertThat(crew.body()).containsText("选举委员 5 名，候补不超过 2 名");
		assertThat(crew.body()).not().containsText("庄永玲");
	}

	private void answersObjection() {
		crew.readsNotice("candidates", "候选人公示", "24:00");
		var page = owner.page();
		page.locator("#words").fill("2号候选人不在小区居住");
		page.locator("#name").fill("王五");
		page.locator("#contact").fill("13900000000");
		submit(page, "提交异议");
		assertThat(page.locator("main")).containsText("2号候选人不在小区居住");
		assertThat(page.locator("main")).not().containsText("13900000000");
		owner.findsNothingWrong();
		officer.goesTo("/notices/" + election.notice("candidates") + "/desk").findsNothingWrong();
		officer.page().locator("textarea[name=answer]").fill("已核实产权证明，2号候选人是业主。");
		submit(officer.page(), "异议不成立");
		assertThat(officer.page().locator("main")).containsText("已核实产权证明");
		crew.work("答复异议").confirms("已经逐条答复").sends();
		election.untilNoticeEnds("candidates");
	}

	private void takesOffice() {
		crew.work("召开首次会议").dates("开会日期", crew.day(0), null).chooses("主任", "陈明辉").answers("郑文强").writes("会议记录", "全体委员到会，推选主任、副主任。").sends();
		crew.work("提交备案材料").dates("提交日期", crew.day(0), null).answers("成立（选举）情况报告", "管理规约", "议事规则", "县级住建部门", "街道（乡镇）").sends();
		crew.others().opens("housing-dept", "答复备案").answers("收件，出具备案证明").writes("备案证明编号", "备〔2026〕1号").sends();
		var page = officer.goesTo(crew.cockpit()).page();
		page.locator("header a").filter(text("业主委员会")).last().click();
		assertThat(page).hasURL(Pattern.compile(".*/elections/committees/[0-9]+"));
		officer.findsNothingWrong();
		assertThat(page.locator("main li").filter(text("陈明辉"))).containsText("主任");
		election.untilNoticeEnds("result");
	}

	private void handsOver() {
		election.until(OLD_TERM_ENDS.plusDays(1).atTime(9, 0).atZone(MONDAY.getZone()).toInstant());
		crew.others().opens("chair", "移交档案、印章和财物").answers("档案", "印章", "账目、资金").writes("移交清单、见证人", "清单三页，居委会见证。").sends();
		officer.goesTo(crew.cockpit()).findsNothingWrong();
		assertThat(officer.page().locator("#state")).hasText("已就任");
		assertThat(officer.page().locator("#open")).containsText("现在没有要办的");
		owner.goesTo(crew.publicPage()).findsNothingWrong();
		assertThat(owner.page().locator("#state")).hasText("已就任");
	}
}

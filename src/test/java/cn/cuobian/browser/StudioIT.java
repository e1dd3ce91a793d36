package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;

import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Report;

/**
 * A designer changes three days to two and adds a step with its form while fifty matters are under way; another approves
 * it; the matters follow, and come back. What is published here stays, so it has an application of its own.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "spring.datasource.url=jdbc:h2:mem:studio;DB_CLOSE_DELAY=-1",
		"cuobian.design.moves=* * * * * *" })
@ActiveProfiles({ "demo", "test" })
@ExtendWith(Chromium.class)
class StudioIT {

	private static final int MATTERS = 50;
	private static final String BUILDING = "lingxiu-1";
	private static final String STEP = "user_settle_at_building";
	private static final String DIRECT = "flow_building_to_decision";

	@Autowired
	private Intake intake;

	@Autowired
	private JdbcClient db;

	private Visitor designer;
	private Visitor approver;
	private DrawingDesk desk;

	@Test
	void a_step_and_a_shorter_limit_go_from_the_drawing_to_fifty_matters_and_back(Visitor designer, Visitor approver) {
		this.designer = designer;
		this.approver = approver;
		IntStream.range(0, MATTERS).forEach(this::reports);
		var before = dueAtBuilding();
		assertThat(before).hasSizeGreaterThanOrEqualTo(MATTERS);

		desk = DrawingDesk.begins(designer, "楼栋 3 天改 2 天，谈完再核查");
		addsForm();
		setsDays("3", "2");
		addsStep();
		mends();
		playsAndRecords();
		compares();
		submits("楼栋长人手增加，三天可以缩短为两天，谈完要到现场看");
		approvesAndPublishes();
		moves("2");
		assertThat(dueAtBuilding()).as("the same tasks, due when they were").isEqualTo(before);

		rollsBack();
		approvesAndPublishes();
		moves("3");
		assertThat(dueAtBuilding()).isEqualTo(before);
	}

	private void reports(int which) {
		var consent = db.sql("select version from matter_consent order by version desc fetch first 1 rows only").query(String.class).single();
		intake.report(new Report(BUILDING, null, null, "drainage", "楼道漏水", "一号楼楼道第" + which + "处漏水。", Channel.WEB, null, false,
				new Contact("林先生", null, "lin@example.org"), consent, null, null, List.of()));
	}

	/** Every open task of the step that is changed: when it is due. */
	private Map<String, Instant> dueAtBuilding() {
		Map<String, Instant> due = new TreeMap<>();
		db.sql("select task_id, due from work_item where element_id = ?").param(STEP)
				.query(row -> { due.put(row.getString(1), row.getTimestamp(2).toInstant()); });
		return due;
	}

	/** Begins a form and asks something of its own in it. */
	private void addsForm() {
		var page = desk.goesToDraft();
		page.locator("#like").selectOption("form");
		page.locator("#key").fill("site-check");
		page.locator("form:has(#key) button[type=submit]").click();
		desk.waitsUntilOpen();
		page.locator(".fjs-element[data-id]").last().click();
		page.locator(".bio-properties-panel-group-header-title").first().click();
		page.locator("#bio-properties-panel-label").fill("现场看得怎么样");
		assertThat(page.locator(".studio-preview")).containsText("现场看得怎么样");
		desk.waitsUntilSaved();
	}

	private void setsDays(String before, String after) {
		desk.opens(DrawingDesk.LADDER);
		desk.opensPanel("limits");
		var limit = desk.page().locator(".studio-limit[data-code='LADDER.BUILDING']").first();
		assertThat(limit).containsText(before + " 个工作日");
		limit.locator("button").click();
		desk.page().locator(".studio-limit-form [name=amount]").fill(after);
		desk.page().locator(".studio-limit-form").getByText("改好").click();
		assertThat(limit).containsText(after + " 个工作日");
	}

	/** Appended only, so that the step before goes two ways at once: the gate says so, and where. */
	private void addsStep() {
		desk.step(STEP).click();
		desk.page().locator("[data-action=cuobian-step]").click();
		desk.page().locator(".djs-popup [data-id='cuobian.review']").click();
		desk.opensPanel("properties");
		field(0).fill("现场核查");
		field(1).selectOption(new SelectOption().setLabel("梯代表"));
		field(2).selectOption("site-check");
		field(4).selectOption("LADDER.BUILDING");
		desk.opensPanel("findings");
		var findings = desk.page().locator(".studio-findings li");
		assertThat(findings).hasCount(2);
		assertThat(findings.filter(new Locator.FilterOptions().setHasText("楼栋长上门商议"))).containsText("没有用并行网关汇合");
		assertThat(desk.page().locator(".djs-element.cuobian-finding[data-element-id=" + STEP + "]").first()).isVisible();
	}

	/** What the ready step asks for, in its order. */
	private Locator field(int which) {
		return desk.page().locator("[id='bio-properties-panel-custom-entry-cuobian.review-" + which + "']");
	}

	/** Takes the direct way out and leads the new step on. */
	private void mends() {
		var page = desk.page();
		var gateway = desk.step("gateway_decide_building").boundingBox();
		page.mouse().click(gateway.x - 8, gateway.y + gateway.height / 2);
		page.keyboard().press("Delete");
		assertThat(page.locator("[data-element-id=" + DIRECT + "]")).hasCount(0);
		page.locator(".djs-shape[data-element-id^=user_]").filter(new Locator.FilterOptions().setHasText("现场核查")).click();
		page.locator(".djs-context-pad [data-action=connect]").click();
		desk.step("gateway_decide_building").click();
		assertThat(page.locator(".studio-findings")).containsText("检查通过");
		desk.waitsUntilSaved();
	}

	/** Plays the talk and the new step, lets the next deadline pass, and keeps the walk; the trial runs by itself. */
	private void playsAndRecords() {
		var page = desk.goesToDraft();
		page.locator("a[href$='/dry']").click();
		page.locator("#start").selectOption("drainage");
		page.locator("#place").selectOption(BUILDING);
		page.locator("#day").fill("2026-03-02");
		slowly(() -> page.locator("#begin button").click());
		assertThat(page.locator("#tasks")).containsText("2026-03-04 24:00");
		plays("楼栋长上门商议", () -> {
			page.getByLabel("商议情况").fill("谈好了办法。");
			page.getByLabel("已商定办法，需要落实").check();
		});
		plays("现场核查", () -> page.getByLabel("现场看得怎么样").fill("看过了。"));
		assertThat(page.locator("#tasks")).containsText("落实");
		slowly(() -> page.getByText("跳到下一个期限").click());
		assertThat(page.locator("#walk")).containsText("现在是 2026-04-02 24:00");
		assertThat(page.locator("#rungs")).containsText("CLOSE.CARRYOUT due");
		assertThat(page.locator("#mails")).containsText("到期了");
		designer.findsNothingWrong();
		page.locator("#name").fill("谈好、核查，落实到期");
		page.locator("form:has(#name) button").click();
		assertThat(page.locator("#scenarios")).containsText("谈好、核查，落实到期");
		tries();
		slowly(() -> page.getByText("全部重放").click());
		assertThat(page.locator("#scenarios .badge").first()).hasText("通过");
		assertThat(page.locator("#coverage")).containsText("走到");
	}

	private void plays(String step, Runnable answers) {
		var page = desk.page();
		page.locator("#tasks a").filter(new Locator.FilterOptions().setHasText(step)).click();
		assertThat(page.locator("#work [data-island][data-ready]")).hasCount(1);
		answers.run();
		slowly(() -> page.locator("#work button[type=submit]").last().click());
	}

	/** Runs by itself, as every saving must before it is published. */
	private void tries() {
		slowly(() -> desk.page().locator("#trial button").click());
		assertThat(desk.page().locator("#trial")).containsText("通过");
	}

	/** A twin may have to start, or to walk far. */
	private void slowly(Runnable act) {
		desk.page().setDefaultTimeout(90_000);
		act.run();
		desk.page().setDefaultTimeout(10_000);
	}

	private void compares() {
		var page = desk.goesToDraft();
		page.getByText("并排比较").click();
		assertThat(page.locator("main")).containsText("3 个工作日 → 2 个工作日");
		assertThat(page.locator("main")).containsText("人办的步骤“现场核查”");
		assertThat(page.locator("main")).containsText("连线“楼栋长上门商议”→“楼栋商议结果”");
		assertThat(page.locator("main")).containsText("“现场看得怎么样”（多行文字）");
		designer.findsNothingWrong();
	}

	private void submits(String reason) {
		var page = desk.goesToDraft();
		page.locator("#reason").fill(reason);
		page.getByText("提交审批", new Page.GetByTextOptions().setExact(true)).click();
		assertThat(page.locator("h1")).containsText("待审批");
		assertThat(page.locator("form[action$='/approve']")).hasCount(0);
	}

	/** Back to the version before with a reason, submitted at once; the walk that no longer fits is given its reason. */
	private void rollsBack() {
		var page = designer.goesTo("/design/escalation").page();
		page.locator("details:has(#back-1) summary").click();
		page.locator("#back-1").fill("试行一个月，现场核查没有必要");
		page.locator("details:has(#back-1) button").click();
		assertThat(page.locator("h1")).containsText("待审批");
		desk = desk.another();
		desk.goesToDraft().locator("a[href$='/dry']").click();
		tries();
		slowly(() -> page.getByText("全部重放").click());
		assertThat(page.locator("#scenarios")).containsText("现场核查");
		page.locator("form[action$='/accept'] input[name=reason]").fill("退回第 1 版，不再现场核查");
		page.locator("form[action$='/accept'] button").click();
		assertThat(page.locator("#scenarios .badge").first()).not().hasText("不一样");
	}

	/** Another one sees what is changed and whom it touches, agrees, and puts it in force. */
	private void approvesAndPublishes() {
		var page = desk.asSeenBy(approver, "approver").goesToDraft();
		page.onDialog(dialog -> dialog.accept());
		assertThat(page.locator("main")).containsText("人办的步骤“现场核查”");
		assertThat(page.locator("main")).containsText("楼栋长上门商议");
		approver.findsNothingWrong();
		page.locator("#words").fill("同意");
		page.locator("form[action$='/approve'] button.btn-primary").click();
		assertThat(page.locator("#approval")).containsText("可以发布");
		page.locator("form[action$='/publish'] button").click();
		assertThat(page.locator("h1")).containsText("已发布");
	}

	/** All matters that were under way follow to the version in force, after a rehearsal that says where each will stand. */
	private void moves(String version) {
		rehearses();
		var page = approver.goesTo("/design/escalation/running").page();
		assertThat(page.locator("main")).containsText("把在办事项换到第 " + version + " 版");
		page.locator("form[action$='/moves'] button.btn-primary").click();
		assertThat(page.locator("#progress")).containsText("完成", atLast());
		var moved = page.locator("#progress dd").first().textContent().replaceAll("\\D", "");
		assertThat(Integer.parseInt(moved)).isGreaterThanOrEqualTo(MATTERS);
		assertThat(page.locator("#progress dd").last()).containsText("0 件");
		assertThat(page.locator("#results li")).not().hasCount(0);
		approver.findsNothingWrong();
	}

	private void rehearses() {
		var page = approver.goesTo("/design/escalation/running").page();
		page.locator("button[formaction$='/rehearsal']").click();
		assertThat(page.locator("#progress")).containsText("预演完了", atLast());
		assertThat(page.locator("#progress")).containsText("，0 件换不过去");
		assertThat(page.locator("#lines tbody tr").first()).containsText("LADDER.");
		approver.findsNothingWrong();
	}

	private static LocatorAssertions.ContainsTextOptions atLast() {
		return new LocatorAssertions.ContainsTextOptions().setTimeout(90_000);
	}
}

package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Report;

/**
 * A designer changes three days to two and adds a step with its form while fifty matters are under way; another approves
 * it; the matters follow, and come back. What is published here stays, so it has an application of its own.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.datasource.url=jdbc:h2:mem:studio;DB_CLOSE_DELAY=-1")
@ActiveProfiles({ "demo", "test" })
@ExtendWith(Chromium.class)
class StudioIT {

	private static final int MATTERS = 50;
	private static final String BUILDING = "lingxiu-1";
	private static final String STEP = "user_settle_at_building";
	private static final String DIRECT = "flow_building_to_decision";

	@Autowired
	private Intake intake;

	private List<String> numbers;
	private Visitor designer;
	private Visitor approver;
	private DrawingDesk desk;

	@Test
	void a_step_and_a_shorter_limit_go_from_the_drawing_to_fifty_matters_and_back(Visitor designer, Visitor approver) {
		this.designer = designer;
		this.approver = approver;
		numbers = IntStream.range(0, MATTERS).mapToObj(this::reported).toList();
		desk = DrawingDesk.begins(designer, "楼栋 3 天改 2 天，谈完再核查");
		addsForm();
		setsTwoDays();
		addsStep();
		var step = mends();
		playsThrough(step);
	}

	private String reported(int which) {
		return intake.report(new Report(BUILDING, null, null, "drainage", "楼道漏水" + which, "一号楼楼道第" + which + "处漏水。", Channel.WEB, null, false, Contact.NONE,
				null, null, null, List.of())).number();
	}

	/** Begins a form like the one of the step before and asks something else in it. */
	private void addsForm() {
		var page = desk.goesToDraft();
		page.locator("#like").selectOption("form");
		page.locator("#key").fill("site-check");
		page.locator("form:has(#key) button[type=submit]").click();
		assertThat(page.locator("[data-island][data-ready]")).hasCount(1);
		page.locator(".fjs-element[data-id]").first().click();
		page.locator(".bio-properties-panel-group-header-title").first().click();
		page.locator("#bio-properties-panel-label").fill("现场看得怎么样");
		assertThat(page.locator(".studio-preview")).containsText("现场看得怎么样");
		desk.waitsUntilSaved();
	}

	private void setsTwoDays() {
		desk.opens(DrawingDesk.LADDER);
		desk.opensPanel("limits");
		var limit = desk.page().locator(".studio-limit[data-code='LADDER.BUILDING']").first();
		assertThat(limit).containsText("3 个工作日");
		limit.locator("button").click();
		var form = desk.page().locator(".studio-limit-form");
		form.locator("[name=amount]").fill("2");
		form.getByText("改好").click();
		assertThat(limit).containsText("2 个工作日");
	}

	/** Appended only, so that the step before would go two ways at once: the gate says so where it is. */
	private void addsStep() {
		desk.step(STEP).click();
		desk.page().locator("[data-action=cuobian-step]").click();
		desk.page().locator(".djs-popup [data-id='cuobian.review']").click();
		desk.opensPanel("properties");
		var panel = desk.page().locator(".bio-properties-panel");
		panel.getByLabel("名称", new Locator.GetByLabelOptions().setExact(true)).fill("现场核查");
		panel.getByLabel("岗位").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("邻里议事厅秘书"));
		panel.getByLabel("表单").selectOption("site-check");
		panel.getByLabel("时限").selectOption("LADDER.BUILDING");
		desk.waitsUntilSaved();
		desk.opensPanel("findings");
		assertThat(desk.page().locator(".studio-findings li")).not().hasCount(0);
		assertThat(desk.page().locator(".djs-element.cuobian-finding[data-element-id=" + STEP + "]").first()).isVisible();
	}

	/** Takes the direct way out and leads the new step on. */
	private String mends() {
		var page = desk.page();
		page.locator(".djs-connection[data-element-id=" + DIRECT + "]").click(new Locator.ClickOptions().setForce(true));
		page.keyboard().press("Delete");
		var id = page.locator(".djs-shape[data-element-id^=user_]").filter(new Locator.FilterOptions().setHasText("现场核查")).getAttribute("data-element-id");
		desk.step(id).click();
		page.locator(".djs-context-pad [data-action=connect]").click();
		desk.step("gateway_decide_building").click();
		assertThat(page.locator(".studio-findings")).containsText("检查通过");
		desk.waitsUntilSaved();
		return id;
	}

	private void playsThrough(String step) {
		assertThat(step).startsWith("user_");
		assertThat(numbers).hasSize(MATTERS);
	}
}

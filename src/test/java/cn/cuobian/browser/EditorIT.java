package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A designer at work in the editors: nothing is lost, faults stand where they are, and the browser complains of nothing. */
@BrowserTest
class EditorIT {

	private static final String STEP = "user_settle_at_building";
	/** What the libraries of bpmn.io draw themselves. */
	private static final List<String> FOREIGN = List.of(".djs-container", ".bio-properties-panel", ".dmn-decision-table-container", ".dmn-js-parent", ".fjs-container", ".fjs-form-editor");
	private static final Duration OPENED = Duration.ofSeconds(3);

	@Test
	void a_name_is_changed_saved_and_taken_back_and_a_fault_is_shown_where_it_is(Visitor designer) {
		var desk = DrawingDesk.begins(designer, "楼栋一步改名");
		desk.opens(DrawingDesk.LADDER);
		var took = desk.opens(DrawingDesk.LADDER);
		System.out.printf("ladder.bpmn open in the editor after %d ms (at most %d on a quiet machine)%n", took.toMillis(), OPENED.toMillis());

		desk.names(STEP, "楼栋长再上门");
		desk.waitsUntilSaved();
		assertThat(desk.saved(DrawingDesk.LADDER)).contains("name=\"楼栋长再上门\"");
		desk.undoes();
		assertThat(desk.page().locator(".studio-status")).not().hasAttribute("data-state", "saved");
		desk.waitsUntilSaved();
		assertThat(desk.saved(DrawingDesk.LADDER)).contains("name=\"楼栋长上门商议\"").doesNotContain("再上门");

		desk.names(STEP, "Talk");
		assertThat(desk.page().locator(".djs-element.cuobian-finding[data-element-id=" + STEP + "]").first()).isVisible();
		assertThat(desk.page().locator(".studio-bar").getByText("走一遍")).isHidden();
		desk.opensPanel("findings");
		assertThat(desk.page().locator(".studio-findings li")).hasCount(1);
		assertThat(desk.page().locator(".studio-findings li")).containsText("Talk");
		desk.page().locator(".studio-findings li button").click();
		desk.page().keyboard().press("Control+Z");
		assertThat(desk.page().locator(".studio-findings")).containsText("检查通过");
		assertThat(desk.page().locator(".studio-finding")).hasCount(0);
		designer.findsNothingWrongAround(FOREIGN);
	}

	@Test
	void a_ready_step_and_a_deadline_are_appended_and_pass_the_gate_but_for_what_must_be_connected(Visitor designer) {
		var desk = DrawingDesk.begins(designer, "加一道审核");
		desk.opens(DrawingDesk.LADDER);
		desk.step(STEP).click();
		desk.page().locator("[data-action=cuobian-step]").click();
		desk.page().locator(".djs-popup [data-id='cuobian.review']").click();
		desk.waitsUntilSaved();
		assertThat(desk.saved(DrawingDesk.LADDER)).containsPattern("<userTask id=\"user_[a-z0-9]+\" name=\"审核\" camunda:modelerTemplate=\"cuobian.review\"");
		desk.opensPanel("findings");
		assertThat(desk.page().locator(".studio-findings li")).not().hasCount(0);
		desk.undoes();
		assertThat(desk.page().locator(".studio-findings")).containsText("检查通过");
	}

	@Test
	void a_day_less_is_set_beside_the_drawing_and_nonsense_is_refused_with_a_sentence(Visitor designer) {
		var desk = DrawingDesk.begins(designer, "三天改两天");
		desk.opens(DrawingDesk.LADDER);
		desk.opensPanel("limits");
		var limit = desk.page().locator(".studio-limit[data-code='LADDER.BUILDING']").first();
		assertThat(limit).containsText("3 个工作日");
		limit.locator("button").click();
		var form = desk.page().locator(".studio-limit-form");
		form.locator("[name=amount]").fill("2");
		form.locator("[name=rungs]").fill("有空就催");
		form.getByText("改好").click();
		assertThat(form.locator("[role=alert]")).containsText("提醒没有写对");
		form.locator("[name=rungs]").fill("80% due");
		form.locator("[name=extension]").fill("1");
		form.getByText("改好").click();
		assertThat(desk.page().locator(".studio-limit[data-code='LADDER.BUILDING']").first()).containsText("2 个工作日");
		assertThat(desk.limits()).contains("\"amount\":2,\"unit\":\"day\",\"counting\":\"working\",\"rungs\":\"80% due\"");
		desk.names(STEP, "楼栋长两日内商议");
		desk.waitsUntilSaved();
		assertThat(desk.saved(DrawingDesk.LADDER)).contains("楼栋长两日内商议");
	}

	@Test
	void without_a_network_the_drawing_is_kept_and_sent_when_it_is_back(Visitor designer) {
		var desk = DrawingDesk.begins(designer, "断网也不丢");
		desk.opens(DrawingDesk.LADDER);
		desk.page().context().setOffline(true);
		desk.names(STEP, "断网时改的名");
		assertThat(desk.page().locator("[data-notice=draft]")).containsText("您的修改还在这个页面上");
		assertThat(desk.page().locator(".studio-status")).hasAttribute("data-state", "unsaved");
		desk.page().context().setOffline(false);
		desk.waitsUntilSaved();
		assertThat(desk.page().locator("[data-notice=draft]")).hasCount(0);
		assertThat(desk.saved(DrawingDesk.LADDER)).contains("断网时改的名");
	}

	@Test
	void who_saves_second_is_told_and_overwrites_nothing(Visitor first, Visitor second) {
		var desk = DrawingDesk.begins(first, "两个人改一份");
		desk.opens(DrawingDesk.LADDER);
		var other = desk.asSeenBy(second, "designer");
		other.opens(DrawingDesk.LADDER);
		desk.names(STEP, "先存的名字");
		desk.waitsUntilSaved();
		other.names(STEP, "后存的名字");
		assertThat(other.page().locator("[data-notice=draft]")).containsText("导出");
		assertThat(desk.saved(DrawingDesk.LADDER)).contains("先存的名字").doesNotContain("后存的名字");
	}

	@Test
	void a_table_and_a_form_have_their_editors(Visitor designer) {
		var desk = DrawingDesk.begins(designer, "改表改表单");
		desk.opens("escalation/triage.dmn");
		designer.findsNothingWrongAround(FOREIGN);
		var cell = desk.page().locator(".dmn-decision-table-container td.output-cell").first();
		cell.click();
		desk.page().keyboard().press("Control+A");
		desk.page().keyboard().type("\"urgent\" ");
		desk.page().keyboard().press("Escape");
		desk.page().locator(".decision-table-name .content-editable, .decision-table-name").first().click();
		desk.page().keyboard().press("End");
		desk.page().keyboard().type("（试点）");
		desk.waitsUntilSaved();
		assertThat(desk.saved("escalation/triage.dmn")).contains("（试点）");

		desk.opens("escalation/hall-talk.form");
		designer.findsNothingWrongAround(FOREIGN);
		assertThat(desk.page().locator(".fjs-palette-field[data-field-type=filepicker]")).hasCount(0);
		desk.page().locator(".fjs-element[data-id]").first().click();
		desk.page().locator(".bio-properties-panel-group-header-title").first().click();
		desk.page().locator("#bio-properties-panel-label").fill("商议得怎么样");
		assertThat(desk.page().locator(".studio-preview")).containsText("商议得怎么样");
		desk.waitsUntilSaved();
		assertThat(desk.saved("escalation/hall-talk.form")).contains("商议得怎么样");
	}

	@Test
	void who_may_not_draw_and_who_has_a_narrow_screen_looks(Visitor designer, Visitor approver) {
		var desk = DrawingDesk.begins(designer, "只看不改");
		var seen = desk.asSeenBy(approver, "approver");
		seen.opens(DrawingDesk.LADDER);
		assertThat(seen.page().locator(".djs-palette")).hasCount(0);
		assertThat(seen.page().locator(".studio-limit button")).hasCount(0);
		approver.findsNothingWrongAround(FOREIGN);

		designer.page().setViewportSize(390, 844);
		for (String file : List.of(DrawingDesk.LADDER, "escalation/triage.dmn", "escalation/hall-talk.form")) {
			desk.opens(file);
			assertThat(designer.page().locator(".studio-status")).containsText("请换宽一点的屏幕");
			designer.findsNothingWrongAround(FOREIGN);
		}
	}

	@Test
	@Tag("measures-time")
	void typing_into_a_model_of_two_hundred_elements_does_not_lag(Visitor designer, @TempDir Path folder) throws IOException {
		var desk = DrawingDesk.begins(designer, "很大的图");
		desk.opens(DrawingDesk.LADDER);
		var file = Files.writeString(folder.resolve("ladder.bpmn"), LargeModel.of(200), StandardCharsets.UTF_8);
		desk.page().locator(".studio-bar input[type=file]").setInputFiles(file);
		assertThat(desk.page().locator(".djs-shape")).not().hasCount(0);
		desk.waitsUntilSaved();
		desk.step("user_43").click();
		desk.page().locator(".bio-properties-panel-group-header-title").first().click();
		var name = desk.page().locator("#bio-properties-panel-name");
		name.click();
		var lags = lags(desk.page(), 40);
		System.out.printf("typing into a model of 200 elements: median %.0f ms, 95%% %.0f ms, longest %.0f ms (at most 100 on a quiet machine)%n",
				lags.get(20), lags.get(37), lags.get(39));
		assertThat(lags.get(20)).as("median lag of a key in ms").isLessThan(100);
	}

	/** From each key until the picture after it was painted, in order. */
	@SuppressWarnings("unchecked")
	private static List<Double> lags(Page page, int keys) {
		page.evaluate("window.lags = []; addEventListener('keydown', key => requestAnimationFrame(() => setTimeout(() => lags.push(performance.now() - key.timeStamp))), true)");
		for (int i = 0; i < keys; i++) {
			page.keyboard().press("a");
			page.waitForTimeout(120);
		}
		return ((List<Object>) page.evaluate("lags.sort((a, b) => a - b)")).stream().map(lag -> ((Number) lag).doubleValue()).sorted().toList();
	}
}

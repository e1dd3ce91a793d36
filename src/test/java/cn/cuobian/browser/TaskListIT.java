package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.ArrayList;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Route;

/** Working tasks without a mouse: the list by its keys, the form as form-js draws it, the draft that is kept. */
@BrowserTest
class TaskListIT {

	@Test
	void a_secretary_moves_ticks_claims_and_opens_by_keyboard(Visitor secretary) {
		var page = secretary.signsIn("hall").goesTo("/tasks?tab=posts").page();
		secretary.waitsForIslands();
		var links = page.locator("[data-task] [data-open]");
		page.keyboard().press("j");
		assertThat(links.nth(0)).isFocused();
		page.keyboard().press("j");
		assertThat(links.nth(1)).isFocused();
		page.keyboard().press("k");
		assertThat(links.nth(0)).isFocused();
		page.keyboard().press("x");
		assertThat(page.locator("[data-task] input").nth(0)).isChecked();
		assertThat(page.locator("[data-picked]")).containsText("1");
		var claimed = page.locator("[data-task]").nth(0).getAttribute("data-id");
		page.keyboard().press("c");
		assertThat(page).hasURL(Pattern.compile(".*/tasks/" + claimed));
		secretary.findsNothingWrong();
		secretary.goesTo("/tasks/" + claimed + "/hand-over").findsNothingWrong();
		secretary.goesTo("/tasks?tab=mine").waitsForIslands();
		page.keyboard().press("j");
		page.keyboard().press("Enter");
		assertThat(page).hasURL(Pattern.compile(".*/tasks/[0-9a-f-]+"));
	}

	@Test
	void what_is_typed_is_kept_as_a_draft_and_the_form_says_what_follows_an_answer(Visitor secretary) {
		var page = secretary.signsIn("hall").goesTo("/tasks?tab=posts").page();
		page.locator("[data-task] [data-open]").last().click();
		secretary.waitsForIslands();
		var form = page.locator("[data-island=form]");
		form.locator("textarea").first().fill("约了三户，下周二晚上议事");
		assertThat(page.locator(".form-status")).containsText("草稿已保存");
		var texts = form.locator(".fjs-form-field-text").count();
		form.getByLabel("议而未决").check();
		assertThat(form.locator(".fjs-form-field-text")).not().hasCount(texts);
		page.reload();
		secretary.waitsForIslands();
		assertThat(form.locator("textarea").first()).hasValue("约了三户，下周二晚上议事");
		assertThat(page.locator("#draft")).isVisible();
	}

	@Test
	void what_is_typed_before_the_scripts_have_come_is_kept(Visitor secretary) {
		var page = secretary.signsIn("hall").goesTo("/tasks?tab=posts").page();
		var scripts = new ArrayList<Route>();
		page.route("**/*.js", scripts::add);
		page.locator("[data-task] [data-open]").last().click();
		page.locator("#complete textarea, textarea[form=complete]").first().fill("先去看了现场");
		page.unroute("**/*.js");
		scripts.forEach(Route::resume);
		secretary.waitsForIslands();
		assertThat(page.locator("[data-island=form] .fjs-container textarea").first()).hasValue("先去看了现场");
		assertThat(page.locator(".form-status")).containsText("草稿已保存");
	}
}

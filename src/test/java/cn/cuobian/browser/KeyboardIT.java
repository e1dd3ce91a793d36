package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Everything without a mouse: the list, the task, its form. */
@BrowserTest
class KeyboardIT {

	private static final int MOST_STEPS = 80;

	@Test
	void a_task_is_found_claimed_filled_in_and_sent_by_keyboard(Visitor resident, Visitor steward) {
		var receipt = new ReportDesk(resident).report("灵秀家园", "2", "二楼楼道堆满纸箱，消防通道走不过去。");
		Page page = steward.signsIn("steward").goesTo("/tasks?tab=posts&text=" + receipt.number()).page();
		steward.waitsForIslands();

		press(page, "j");
		assertThat(page.locator("[data-open]").first()).isFocused();
		press(page, "c");
		assertThat(page.locator("main")).containsText(receipt.number());

		steward.goesTo("/tasks?tab=mine&text=" + receipt.number()).waitsForIslands();
		press(page, "j");
		press(page, "Enter");
		Locator form = page.locator("[data-island=form][data-ready]");
		tabTo(page, form.getByLabel("商议情况"));
		page.keyboard().insertText("上门说过，三天内清走。");
		tabTo(page, form.getByLabel("已当场解决"));
		press(page, "Space");
		tabTo(page, page.locator("#complete button[type=submit]"));
		press(page, "Enter");
		assertThat(page.locator("#result")).isVisible();
	}

	@Test
	void the_first_stop_on_every_page_leads_past_the_navigation(Visitor resident) {
		Page page = resident.goesTo("/report").page();
		page.locator("body").focus();
		press(page, "Tab");
		assertThat(page.locator(".skip-link")).isFocused();
		press(page, "Enter");
		assertThat(page.locator("#content")).isFocused();
	}

	@Test
	void the_search_box_is_one_key_away_and_menus_close_with_escape(Visitor person) {
		Page page = person.signsIn("admin").goesTo("/matters").page();
		press(page, "/");
		assertThat(page.locator("[data-key=search]").first()).isFocused();
		Locator menu = page.locator("header details").last();
		menu.locator("summary").focus();
		press(page, "Enter");
		assertThat(menu).hasAttribute("open", "");
		press(page, "Escape");
		assertThat(menu).not().hasAttribute("open", "");
		assertThat(menu.locator("summary")).isFocused();
	}

	private static void press(Page page, String key) {
		page.keyboard().press(key);
	}

	private static void tabTo(Page page, Locator target) {
		assertThat(target).isVisible();
		for (int step = 0; step < MOST_STEPS && !isFocused(target); step++) {
			press(page, "Tab");
		}
		assertThat(target).isFocused();
	}

	private static boolean isFocused(Locator target) {
		return Boolean.TRUE.equals(target.evaluate("element => element === document.activeElement"));
	}
}

package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;

/** What was typed and not sent is on the server: for the same person elsewhere, and for a colleague who takes over. */
@BrowserTest
class DraftIT {

	private static final String WORDS = "上门两次没有人，明天再去。";

	@Test
	void what_was_typed_is_still_there_in_another_browser_and_for_the_other_steward(Visitor resident, Visitor steward, Visitor colleague) {
		var receipt = new ReportDesk(resident).report("灵秀家园", "1", "一号楼天台门锁住了，晒不了被子。");
		new TaskDesk(steward, receipt.number()).opens("steward", "楼栋长上门商议").writes("商议情况", WORDS);
		assertThat(steward.page().locator(".form-status")).containsText("草稿已保存");

		new TaskDesk(steward, receipt.number()).opens("steward", "楼栋长上门商议");
		assertThat(narrative(steward)).hasValue(WORDS);
		new TaskDesk(colleague, receipt.number()).opens("steward2", "楼栋长上门商议");
		assertThat(narrative(colleague)).hasValue(WORDS);
	}

	private static Locator narrative(Visitor person) {
		return person.page().locator("[data-island=form]").getByLabel("商议情况");
	}
}

package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A supervisor at his board, and another who looks at the same time. */
@BrowserTest
class BoardIT {

	@Test
	void what_is_about_to_breach_is_found_understood_and_extended_and_another_browser_sees_it_move(Visitor supervisor, Visitor other) {
		var page = supervisor.signsIn("supervisor").goesTo("/board").page();
		supervisor.findsNothingWrong();
		var urgent = page.locator("[data-clock]").filter(new Locator.FilterOptions()
				.setHasText(Pattern.compile("还剩 [23] 个工作日"))).first();
		var clock = urgent.getAttribute("data-clock");
		var before = urgent.locator("small").first().textContent();

		var watching = other.signsIn("supervisor").goesTo("/board/" + clock).page();
		other.waitsForIslands();
		assertThat(watching.locator("#explanation")).containsText(before.strip().substring(11));

		page.locator("#open-" + clock).click();
		assertThat(page.locator("#explanation li")).not().hasCount(0);
		assertThat(page.locator("#explanation")).containsText("当天不计入");
		assertThat(page.locator("#explanation")).containsText("到期");
		supervisor.findsNothingWrong();
		page.getByText("延期", new Page.GetByTextOptions().setExact(true)).click();
		page.locator("#amount").fill("1");
		page.locator("#words").fill("两家约在下周一一起到场");
		supervisor.findsNothingWrong();
		page.locator("main form button[type=submit]").click();
		assertThat(page.locator("#results [data-done=true]")).hasCount(1);

		assertThat(watching.locator("#history")).containsText("批准延期 1");
		assertThat(watching.locator("#explanation")).containsText("两家约在下周一一起到场");
		page.locator("#results a").click();
		assertThat(page.locator("main small").first()).not().hasText(before);
		supervisor.goesTo("/board/load").findsNothingWrong();
	}

	@Test
	void several_at_once_each_have_their_result_and_urging_twice_is_refused(Visitor supervisor) {
		var page = supervisor.signsIn("supervisor").goesTo("/board").page();
		for (int round = 0; round < 2; round++) {
			supervisor.goesTo("/board");
			page.locator("[data-clock] input").nth(4).check();
			page.locator("[data-clock] input").nth(5).check();
			page.getByText("催办", new Page.GetByTextOptions().setExact(true)).last().click();
			page.locator("#words").fill("居民又来电话了，请尽快上门");
			page.locator("main form button[type=submit]").click();
			assertThat(page.locator("#results [data-done=" + (round == 0) + "]")).hasCount(2);
		}
		supervisor.findsNothingWrong();
	}
}

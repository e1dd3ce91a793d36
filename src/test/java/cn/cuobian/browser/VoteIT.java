package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The demonstration's vote: the officer prints the sheets, an owner votes with the code on his, once. */
@BrowserTest
class VoteIT {

	/** The box opens a minute after the start, and is looked after every half minute. */
	private static final Duration OPENS_WITHIN = Duration.ofMinutes(3);

	@Test
	void an_owner_votes_in_one_step_with_the_code_on_his_sheet(Visitor officer, Visitor owner) {
		var page = officer.signsIn("election").goesTo("/votes").page();
		officer.findsNothingWrong();
		page.getByText("续聘物业服务企业和使用维修资金").click();
		waitsForTheBox(page);
		officer.findsNothingWrong();
		assertThat(page.locator("main")).containsText("已投 0，共 553");
		submit(page, "给每户发选票");
		var ballots = PrintedBallots.of(page);
		assertThat(ballots).hasSize(200);
		var code = ballots.get(0).code();

		votes(owner, code);

		page.reload();
		assertThat(page.locator("main")).containsText("已投 1，共 553");
		assertThat(page.locator("main")).not().containsText("弃权");
		owner.goesTo("/vote/" + code.replace("-", "") + "0").findsNothingWrong();
		assertThat(owner.page().locator("main [role=alert]")).isVisible();
	}

	private static void waitsForTheBox(Page page) {
		var until = Instant.now().plus(OPENS_WITHIN);
		while (!page.locator("main .badge").first().textContent().equals("投票中") && Instant.now().isBefore(until)) {
			page.waitForTimeout(2_000);
			page.reload();
		}
		assertThat(page.locator("main .badge").first()).hasText("投票中");
	}

	private static void votes(Visitor owner, String code) {
		var page = owner.goesTo("/vote").page();
		owner.findsNothingWrong();
		page.locator("#code").fill(code.toLowerCase());
		submit(page, "打开选票");
		owner.findsNothingWrong();
		assertThat(page.locator("main")).containsText("1幢101");
		page.locator("input[name=q1][value=yes]").check();
		page.locator("input[name=q2][value=no]").check();
		submit(page, "下一步");
		assertThat(page.locator("main")).containsText("还没有投出");
		owner.findsNothingWrong();
		submit(page, "返回修改");
		assertThat(page.locator("input[name=q2][value=no]")).isChecked();
		submit(page, "下一步");
		submit(page, "确认投票");
		assertThat(page.locator("main [role=status]")).containsText("您的票已投入票箱");
		owner.findsNothingWrong();
		assertThat(page.locator("button[type=submit]").filter(new Locator.FilterOptions().setHasText("下一步"))).hasCount(0);
		assertThat(page.locator("main p.app-code").textContent()).as("the receipt").isNotBlank();
	}

	private static void submit(Page page, String text) {
		page.locator("main button[type=submit]").filter(new Locator.FilterOptions().setHasText(text)).first().click();
	}
}

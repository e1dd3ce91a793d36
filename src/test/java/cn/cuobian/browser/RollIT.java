package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** An election officer and the owners' roll of the sample, from the empty page to the owner who finds his line. */
@BrowserTest
class RollIT {

	@Test
	void a_roll_is_made_imported_objected_to_changed_frozen_and_checked_by_an_owner(Visitor officer, Visitor owner) {
		var page = officer.signsIn("election").goesTo("/rolls").page();
		officer.findsNothingWrong();
		page.getByText("新建名册").first().click();
		officer.findsNothingWrong();
		page.locator("#place").selectOption("lingxiu");
		page.locator("#title").fill("首次业主大会");
		submit(page, "建名册");
		officer.findsNothingWrong();
		var roll = officer.path();

		imports(officer, page);
		objects(officer, page, roll);
		freezes(officer, page, roll);
		var text = reveals(officer, page, roll);
		finds(owner, roll, text);
	}

	private static void imports(Visitor officer, Page page) {
		page.getByText("导入表格").first().click();
		page.locator("#file").setInputFiles(Path.of("docs/samples/roll.csv"));
		page.locator("#units").fill("9");
		page.locator("#area").fill("705.57");
		submit(page, "预览");
		assertThat(page.locator("main")).containsText("您填的套数是 9，表里有 8 套");
		officer.findsNothingWrong();
		page.locator("#file").setInputFiles(Path.of("docs/samples/roll.csv"));
		page.locator("#units").fill("8");
		submit(page, "预览");
		assertThat(page.locator("main")).containsText("林**");
		officer.findsNothingWrong();
		submit(page, "确认导入");
		assertThat(page.locator("main")).containsText("1幢1单元302");
		officer.findsNothingWrong();
	}

	private static void objects(Visitor officer, Page page, String roll) {
		page.getByText("登记一件异议").click();
		page.locator("#objection-unit").fill("1幢1单元101");
		page.locator("#objection-words").fill("产权证上是 90.50 平方米");
		submit(page, "登记");
		officer.findsNothingWrong();
		page.locator("textarea[name=answer]").fill("已看产权证原件");
		submit(page, "异议成立");
		page.getByText("1幢1单元101", new Page.GetByTextOptions().setExact(true)).first().click();
		page.getByText("改面积").first().click();
		officer.findsNothingWrong();
		page.locator("#area").fill("90.50");
		page.locator("#area-reason").fill("按产权证改正");
		page.locator("details[open] button[type=submit]").click();
		assertThat(page.locator("main")).containsText("89.50 → 90.50");
		officer.goesTo(roll);
	}

	private static void freezes(Visitor officer, Page page, String roll) {
		page.locator("form[action$=freeze] input[type=checkbox]").check();
		submit(page, "定稿并公布");
		assertThat(page.locator("main")).containsText("已定稿");
		officer.findsNothingWrong();
		officer.goesTo(roll + "/next").findsNothingWrong();
		officer.goesTo(roll);
	}

	/** The text of a line as it stands on the owner's notice. */
	private static String reveals(Visitor officer, Page page, String roll) {
		page.getByText("1幢1单元102", new Page.GetByTextOptions().setExact(true)).first().click();
		assertThat(page.locator("main")).not().containsText("林丽华");
		page.locator("#reveal-reason").fill("送达通知单");
		submit(page, "显示");
		assertThat(page.locator("main")).containsText("林丽华");
		officer.findsNothingWrong();
		return page.locator("code").filter(new Locator.FilterOptions().setHasText("|")).textContent();
	}

	private static void finds(Visitor owner, String roll, String text) {
		var page = owner.goesTo("/rolls/public/" + roll.substring(roll.lastIndexOf('/') + 1)).page();
		assertThat(page.locator("main")).containsText("694.07");
		owner.findsNothingWrong();
		page.getByText("核对我的房屋").first().click();
		owner.findsNothingWrong();
		page.locator("#unit").fill("1幢1单元102");
		page.locator("#salt").fill("0000000000000000");
		submit(page, "核对");
		assertThat(page.locator("main")).containsText("对不上");
		page.locator("#unit").fill("1幢1单元102");
		page.locator("#salt").fill(text.substring(0, text.indexOf('|')));
		submit(page, "核对");
		assertThat(page.locator("main")).containsText("您的房屋在名册里");
		owner.findsNothingWrong();
		assertThat(page.locator("main").textContent()).contains("林**").doesNotContain("林丽华");
	}

	private static void submit(Page page, String words) {
		page.locator("main button[type=submit]").filter(new Locator.FilterOptions()
				.setHasText(Pattern.compile("^\\s*" + words + "\\s*$"))).first().click();
	}
}

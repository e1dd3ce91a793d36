package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** How a resident reports with the public form. */
final class ReportDesk {

	/** What the resident takes home. */
	record Receipt(String number, String code) {
	}

	private final Visitor resident;

	ReportDesk(Visitor resident) {
		this.resident = resident;
	}

	/** Reports with a telephone number and consent, and looks at each page on the way. */
	Receipt report(String compound, String building, String narrative) {
		fillsIn(compound, building, narrative).consents();
		resident.findsNothingWrong();
		return sends().receipt();
	}

	/** Opens the form and fills it in, with a telephone number but not yet with consent. */
	ReportDesk fillsIn(String compound, String building, String narrative) {
		resident.goesTo("/report");
		page().locator("#placeText").pressSequentially(compound);
		page().locator("#found input[name=place]").first().check();
		page().locator("#building").fill(building);
		page().locator("#kind").selectOption(new SelectOption().setIndex(1));
		page().locator("#narrative").fill(narrative);
		page().locator("#phone").fill("13905950001");
		return this;
	}

	ReportDesk consents() {
		page().locator("input[name=consent]").check();
		return this;
	}

	ReportDesk sends() {
		page().locator("main form button[type=submit]").last().click();
		return this;
	}

	Receipt receipt() {
		assertThat(page().locator("#tracking-code")).isVisible();
		resident.findsNothingWrong();
		return new Receipt(page().locator("#number").textContent().strip(), page().locator("#tracking-code").textContent().strip());
	}

	private Page page() {
		return resident.page();
	}
}

package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** How a caseworker finds the task of one matter, fills in its form and sends it. */
final class TaskDesk {

	private static final int ATTEMPTS = 20;

	private final Visitor staff;
	private final String number;

	TaskDesk(Visitor staff, String number) {
		this.staff = staff;
		this.number = number;
	}

	/** Signs in, finds the step in the list of his posts and opens it. */
	TaskDesk opens(String username, String step) {
		staff.signsIn(username).goesTo("/tasks?tab=posts&text=" + number);
		Locator link = page().locator("#tasks a[data-open]").filter(new Locator.FilterOptions().setHasText(step));
		for (int attempt = 0; attempt < ATTEMPTS && link.count() == 0; attempt++) {
			page().waitForTimeout(250);
			page().reload();
		}
		link.click();
		assertThat(page().locator("h1")).containsText(step);
		staff.findsNothingWrong();
		return this;
	}

	TaskDesk writes(String label, String words) {
		form().getByLabel(label).fill(words);
		return this;
	}

	/** One answer of several. */
	TaskDesk picks(String label) {
		form().getByLabel(label).check();
		return this;
	}

	/** Every answer that applies. */
	TaskDesk ticks(String... labels) {
		for (String label : labels) {
			form().getByLabel(label).check();
		}
		return this;
	}

	/** Sends the form; the task is closed and its page says so. */
	void completes() {
		page().locator("#complete button[type=submit]").click();
		assertThat(page().locator("#complete")).hasCount(0);
		assertThat(page().locator("#result")).isVisible();
		assertThat(page().locator("#refusal")).hasCount(0);
		staff.findsNothingWrong();
	}

	private Locator form() {
		return page().locator("[data-island=form]");
	}

	private Page page() {
		return staff.page();
	}
}

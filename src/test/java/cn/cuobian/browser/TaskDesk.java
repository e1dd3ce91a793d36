package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** How a caseworker finds the task of one matter, fills in its form and sends it. */
final class TaskDesk {

	private static final int ATTEMPTS = 20;
	private static final Locator.GetByLabelOptions EXACTLY = new Locator.GetByLabelOptions().setExact(true);

	private final Visitor staff;
	private final String number;

	TaskDesk(Visitor staff, String number) {
		this.staff = staff;
		this.number = number;
	}

	/** Signs in, finds the step in the list of his posts and opens it. */
	TaskDesk opens(String username, String step) {
		staff.signsIn(username).goesTo("/tasks?tab=posts&text=" + number);
		Locator link = page().locator("#tasks a[data-open]").filter(new Locator.FilterOptions().setHasText(step)).first();
		for (int attempt = 0; attempt < ATTEMPTS && link.count() == 0; attempt++) {
			page().waitForTimeout(250);
			page().reload();
		}
		return opens(link, step);
	}

	/** Opens the step from the page of what it is part of, where it is listed as open. */
	TaskDesk opensFrom(String path, String step) {
		staff.goesTo(path);
		return opens(page().locator("#open a").filter(new Locator.FilterOptions().setHasText(step)), step);
	}

	private TaskDesk opens(Locator link, String step) {
		link.click();
		assertThat(page()).hasURL(Pattern.compile(".*/tasks/[0-9a-f-]+"));
		assertThat(page().locator("h1")).containsText(step);
		staff.findsNothingWrong();
		return this;
	}

	TaskDesk writes(String label, String words) {
		form().getByLabel(label).fill(words);
		return this;
	}

	/** One answer of several, by words of it. */
	TaskDesk picks(String label) {
		form().getByLabel(label).check();
		return this;
	}

	/** Every answer that applies, by words of each. */
	TaskDesk ticks(String... labels) {
		for (String label : labels) {
			form().getByLabel(label).check();
		}
		return this;
	}

	/** One answer or more where the words of one stand within another, as in 通过 and 不通过. */
	TaskDesk answers(String... labels) {
		for (String label : labels) {
			form().getByLabel(label, EXACTLY).check();
		}
		return this;
	}

	/** What has to be ticked before the task can be sent. */
	TaskDesk confirms(String label) {
		form().getByLabel(label).check();
		return this;
	}

	/** One entry of a list that unfolds. */
	TaskDesk chooses(String label, String option) {
		var field = field("select", label);
		field.locator(".fjs-input-group").click();
		field.locator(".fjs-dropdownlist-item").filter(new Locator.FilterOptions().setHasText(option)).click();
		assertThat(field.locator(".fjs-select-display")).hasText(option);
		return this;
	}

	/** @param day 2026-03-19; @param time 09:00, null where only the day is asked */
	TaskDesk dates(String label, String day, String time) {
		var field = field("datetime", label);
		var date = field.locator("input.flatpickr-input");
		date.fill(day.replace('-', '/'));
		date.press("Escape");
		date.blur();
		if (time != null) {
			var hour = field.locator(".fjs-timepicker input").first();
			hour.fill(time);
			hour.press("Tab");
		}
		return this;
	}

	/** Sends the form; the task is closed, and its page says so and has nothing wrong. */
	void completes() {
		sends();
		staff.findsNothingWrong();
	}

	/** Sends the form; the task is closed and its page says so. */
	void sends() {
		page().locator("#complete button[type=submit]").click();
		assertThat(page().locator("#complete")).hasCount(0);
		assertThat(page().locator("#result")).isVisible();
		assertThat(page().locator("#refusal")).hasCount(0);
	}

	/** Of several whose labels have these words the first, which is the one that has nothing else. */
	private Locator field(String type, String label) {
		return form().locator(".fjs-form-field-" + type).filter(new Locator.FilterOptions().setHasText(label)).first();
	}

	private Locator form() {
		return page().locator("[data-island=form]");
	}

	private Page page() {
		return staff.page();
	}
}

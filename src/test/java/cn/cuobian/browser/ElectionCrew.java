package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import cn.cuobian.TestClock;
import cn.cuobian.elections.RunningElection;

/**
 * An election in three browsers: of the officer who leads it, of whoever else has a part in it, and of an owner who signs
 * in nowhere.
 */
record ElectionCrew(Visitor officer, Visitor colleague, Visitor owner, RunningElection election, TestClock clock) {

	/** A step of somebody else's, found in the list of his posts. */
	TaskDesk others() {
		return new TaskDesk(colleague, election.number());
	}

	/** A step of the officer's, opened from his page of the election. */
	TaskDesk work(String step) {
		return new TaskDesk(officer, election.number()).opensFrom(cockpit(), step);
	}

	/** As somebody who comes by the public page of the election and signs in nowhere. */
	void readsNotice(String about, String title, String until) {
		var page = owner.goesTo(publicPage()).page();
		page.locator("#notices a").filter(text(title)).first().click();
		assertThat(page).hasURL(Pattern.compile(".*/notices/" + election.notice(about)));
		assertThat(page.locator("h1")).containsText("灵秀家园");
		assertThat(page.locator("main p").filter(text(until)).first()).isVisible();
		owner.findsNothingWrong();
	}

	Locator body() {
		return owner.page().locator("#body");
	}

	String cockpit() {
		return "/elections/" + election.id();
	}

	String publicPage() {
		return "/elections/public/" + election.id();
	}

	String day(int daysFromNow) {
		return clock.instant().atZone(clock.getZone()).toLocalDate().plusDays(daysFromNow).toString();
	}

	static Locator.FilterOptions text(String words) {
		return new Locator.FilterOptions().setHasText(words);
	}

	static void submit(Page page, String words) {
		page.locator("main button[type=submit]").filter(new Locator.FilterOptions()
				.setHasText(Pattern.compile("^\\s*" + words + "\\s*$"))).first().click();
	}
}

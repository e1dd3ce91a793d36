package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** How a designer works on one draft in the browser. */
final class DrawingDesk {

	static final String LADDER = "escalation/ladder.bpmn";

	private final Visitor designer;
	private final String draft;

	private DrawingDesk(Visitor designer, String draft) {
		this.designer = designer;
		this.draft = draft;
	}

	/** Begins a draft of the bundle, signed in as the designer of the demonstration. */
	static DrawingDesk begins(Visitor designer, String title) {
		var page = designer.signsIn("designer").goesTo("/design/escalation").page();
		page.locator("#title").fill(title);
		page.locator("form:has(#title) button[type=submit]").click();
		assertThat(page.locator("h1")).containsText(title);
		return new DrawingDesk(designer, draft(page));
	}

	/** The draft whose page the designer has before him now. */
	DrawingDesk another() {
		return new DrawingDesk(designer, draft(page()));
	}

	private static String draft(Page page) {
		return page.url().replaceAll(".*(/design/drafts/\\d+).*", "$1");
	}

	/** The same draft, looked at by somebody else. */
	DrawingDesk asSeenBy(Visitor other, String username) {
		other.signsIn(username);
		return new DrawingDesk(other, draft);
	}

	/** Opens a file in its editor; how long it took from the click until it could be drawn on. */
	Duration opens(String file) {
		long begun = System.nanoTime();
		designer.goesTo(draft + "/edit?file=" + file);
		waitsUntilOpen();
		return Duration.ofNanos(System.nanoTime() - begun);
	}

	/** Until the editor can be drawn on; a busy machine takes a while to read its script. */
	void waitsUntilOpen() {
		page().locator("[data-island][data-ready]").waitFor(new Locator.WaitForOptions().setTimeout(30_000));
	}

	/** The page of the draft itself. */
	Page goesToDraft() {
		return designer.goesTo(draft).page();
	}

	Page page() {
		return designer.page();
	}

	Locator step(String id) {
		return page().locator(".djs-element[data-element-id=\"" + id + "\"]").first();
	}

	/** Writes a name into the drawing itself. */
	void names(String id, String name) {
		step(id).dblclick();
		var editing = page().locator(".djs-direct-editing-content");
		editing.press("Control+A");
		editing.pressSequentially(name);
		editing.press("Enter");
		assertThat(editing).hasCount(0);
	}

	void opensPanel(String name) {
		page().locator("#studio-tab-" + name).click();
	}

	void undoes() {
		page().locator(".studio-bar").getByText("撤销").click();
	}

	/** Until what was changed has reached the server. */
	void waitsUntilSaved() {
		assertThat(page().locator(".studio-status")).hasAttribute("data-state", "saved");
	}

	/** The file as the server has it. */
	String saved(String file) {
		return page().request().get(origin() + draft + "/file?path=" + file).text();
	}

	/** The same as soon as it is another than before. */
	String savedAfter(String before) {
		for (int tries = 0; tries < 150; tries++) {
			String now = saved(LADDER);
			if (!now.equals(before)) {
				return now;
			}
			page().waitForTimeout(200);
		}
		throw new AssertionError("nothing new was saved within thirty seconds");
	}

	/** Takes hold of the first of these that is in sight, and moves it by a step of the arrow keys. */
	void moves(List<String> ids) {
		var seen = ids.stream().filter(id -> step(id).isVisible()).findFirst().orElseThrow(() -> new AssertionError("none of " + ids + " is drawn"));
		step(seen).locator(".djs-hit").first().click(new Locator.ClickOptions().setForce(true));
		page().keyboard().press("ArrowRight");
		page().keyboard().press("ArrowRight");
	}

	String limits() {
		return page().request().get(origin() + draft + "/limits").text();
	}

	private String origin() {
		return page().url().substring(0, page().url().indexOf('/', "http://".length()));
	}
}

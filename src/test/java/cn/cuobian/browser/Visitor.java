package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;

/** Somebody with a browser window of his own. Collects what the browser complains about: errors and policy violations. */
final class Visitor implements AutoCloseable {

	/** Everybody in the demonstration signs in with this. */
	private static final String PASSWORD = "cuobian-demo-2026";

	private static final List<Integer> WIDTHS = List.of(390, 1280);

	private final Browser browser;
	private final String home;
	private final List<String> complaints = new ArrayList<>();
	private BrowserContext window;
	private Page page;

	Visitor(Browser browser, String home) {
		this.browser = browser;
		this.home = home;
		opensWindow(true);
	}

	/** A fresh window that knows nobody. */
	private void opensWindow(boolean scripts) {
		window = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900)
				.setLocale("zh-CN").setTimezoneId("Asia/Shanghai").setJavaScriptEnabled(scripts));
		window.setDefaultTimeout(Chromium.PATIENCE);
		page = window.newPage();
		page.onConsoleMessage(this::listen);
		page.onPageError(complaints::add);
	}

	/** In a fresh window of a browser that runs no scripts. */
	Visitor withoutScripts() {
		close();
		opensWindow(false);
		return this;
	}

	/** As somebody of the demonstration, in a fresh window. */
	Visitor signsIn(String username) {
		close();
		opensWindow(true);
		goesTo("/login");
		page.locator("#username").fill(username);
		page.locator("#password").fill(PASSWORD);
		page.locator("main button[type=submit]").click();
		assertThat(page).not().hasURL(Pattern.compile(".*/login.*"));
		return this;
	}

	Visitor goesTo(String path) {
		page.navigate(home + path);
		return this;
	}

	Page page() {
		return page;
	}

	/** The path shown, without the host. */
	String path() {
		return page.url().substring(home.length());
	}

	/** On a phone and on a desk: nothing sticks out sideways, nobody is shut out, the browser complains about nothing. */
	void findsNothingWrong() {
		WIDTHS.forEach(this::findsNothingWrongAt);
	}

	/** As {@link #findsNothingWrong}, at the present width, without a judgement of what these libraries draw themselves. */
	void findsNothingWrongAround(List<String> foreign) {
		waitsForIslands();
		assertThat(tooWide()).as("pixels that %s scrolls sideways", path()).isLessThanOrEqualTo(0);
		var axe = axe();
		foreign.forEach(axe::exclude);
		assertThat(barriers(axe)).as("barriers on %s", path()).isEmpty();
		assertThat(complaints).as("complaints of the browser on %s", path()).isEmpty();
	}

	private int tooWide() {
		return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
	}

	private void findsNothingWrongAt(int width) {
		page.setViewportSize(width, 900);
		assertThat(page.locator("main")).hasCount(1);
		waitsForIslands();
		assertThat(tooWide()).as("pixels that %s scrolls sideways at %d", path(), width).isLessThanOrEqualTo(0);
		assertThat(barriers(axe())).as("barriers on %s at %d", path(), width).isEmpty();
		assertThat(complaints).as("complaints of the browser on %s", path()).isEmpty();
	}

	/** Until every island of the page has come to life; a page that is still arriving may not have shown its islands yet. */
	void waitsForIslands() {
		page.waitForLoadState();
		assertThat(page.locator("[data-island]:not([data-ready])")).hasCount(0);
	}

	/** Where there are no frames within the page it judges there, and needs no second window to join what it found: a third of the time. */
	private AxeBuilder axe() {
		var options = new AxeRunOptions();
		options.setResultTypes(List.of("violations"));
		return new AxeBuilder(page).options(options).setLegacyMode(page.frames().size() == 1);
	}

	private static List<String> barriers(AxeBuilder axe) {
		return axe.analyze().getViolations().stream()
				.filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
				.flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml())).toList();
	}

	@Override
	public void close() {
		window.close();
	}

	private void listen(ConsoleMessage message) {
		boolean pageItself = message.text().startsWith("Failed to load resource") && message.location().startsWith(page.url());
		if (List.of("error", "warning").contains(message.type()) && !pageItself) {
			complaints.add(message.text());
		}
	}
}

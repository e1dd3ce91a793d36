package cn.cuobian.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import cn.cuobian.TwoNodes;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/**
 * One Chromium of this machine for all browser tests. Without one they are skipped with a line that says so;
 * where {@code CI=true} that is a failure, for then nobody would notice.
 */
final class Chromium implements ExecutionCondition, ParameterResolver {

	/** Milliseconds until something is there: other tests, and the nodes that they start, may keep this machine busy. */
	static final int PATIENCE = 30_000;

	private static final Namespace OURS = Namespace.create(Chromium.class);
	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
	private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
			"--disable-background-networking", "--disable-component-update", "--disable-sync");

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return judge(installed(), "true".equals(System.getenv("CI")));
	}

	static ConditionEvaluationResult judge(Optional<Path> chromium, boolean continuousIntegration) {
		if (chromium.isPresent()) {
			return ConditionEvaluationResult.enabled("Chromium is " + chromium.get());
		}
		String reason = "No Chromium on this machine: the browser tests are skipped. Install the package chromium to run them.";
		if (continuousIntegration) {
			throw new IllegalStateException("CI=true, and no Chromium on this machine: the browser tests cannot run.");
		}
		System.out.println(reason);
		return ConditionEvaluationResult.disabled(reason);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Visitor.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		var running = context.getRoot().getStore(OURS).getOrComputeIfAbsent("chromium", key -> new Running(), Running.class);
		Visitor visitor = new Visitor(running.browser, home(context));
		context.getStore(OURS).put(parameter.getParameter().getName(), visitor);
		return visitor;
	}

	/** The topology that the test class started, else the application within this test run. */
	private static String home(ExtensionContext context) {
		return TwoNodes.of(context).map(TwoNodes::base).orElseGet(() -> "http://localhost:"
				+ SpringExtension.getApplicationContext(context).getEnvironment().getRequiredProperty("local.server.port"));
	}

	private static Optional<Path> installed() {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
				.flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))).filter(Files::isExecutable).findFirst();
	}

	/** Playwright and the browser it drives; both end with the test run. */
	private static final class Running implements AutoCloseable {

		private final Playwright playwright = Playwright.create(
				new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		private final Browser browser = launched();

		private Browser launched() {
			PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
			return playwright.chromium().launch(new LaunchOptions().setExecutablePath(installed().orElseThrow()).setArgs(QUIET));
		}

		@Override
		public void close() {
			browser.close();
			playwright.close();
		}
	}
}

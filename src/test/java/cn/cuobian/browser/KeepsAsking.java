package cn.cuobian.browser;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import cn.cuobian.PlainVisitor;

/** People who ask and send without a pause, each request once: whoever gets no answer, or one that is an error, is counted. */
final class KeepsAsking implements AutoCloseable {

	private static final long PAUSE_MILLIS = 200;
	private static final int FIRST_ERROR = 400;

	private final Queue<String> failures = new ConcurrentLinkedQueue<>();
	private final AtomicInteger answers = new AtomicInteger();
	private final ExecutorService people = Executors.newFixedThreadPool(3);

	private interface Asked {

		HttpResponse<String> answer() throws IOException, InterruptedException;
	}

	KeepsAsking(String base) throws IOException, InterruptedException {
		var reader = new PlainVisitor(base);
		var reporter = new PlainVisitor(base);
		var steward = PlainVisitor.signedIn(base, "steward2", "cuobian-demo-2026");
		again("a page", () -> reader.get("/report"));
		again("a list", () -> steward.get("/tasks?tab=posts"));
		again("a report", () -> reporter.send("/report", "/report", Map.of("token", UUID.randomUUID().toString(), "seen", "yes", "place",
				"lingxiu-7", "kind", "drainage", "narrative", "井盖松动 " + UUID.randomUUID())));
	}

	List<String> failures() {
		return List.copyOf(failures);
	}

	int answers() {
		return answers.get();
	}

	@Override
	public void close() {
		people.shutdownNow();
	}

	private void again(String what, Asked asked) {
		people.submit(() -> {
			while (!people.isShutdown()) {
				ask(what, asked);
				TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
			}
			return null;
		});
	}

	private void ask(String what, Asked asked) throws InterruptedException {
		try {
			var answer = asked.answer();
			answers.incrementAndGet();
			if (answer.statusCode() >= FIRST_ERROR) {
				failures.add(what + ": " + answer.statusCode());
			}
		} catch (IOException e) {
			failures.add(what + ": " + e);
		}
	}
}

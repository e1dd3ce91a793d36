package cn.cuobian.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import cn.cuobian.PlainVisitor;

/**
 * What goes on in a house beside the reports: staff work each matter to its end, people open one page a second, and one keeps the board
 * open for a while, and opens it again. Whoever is asked to come again does.
 */
final class Everyday implements AutoCloseable {

	private static final String PASSWORD = "cuobian-demo-2026";
	/** Enough that no matter is left waiting. */
	private static final int HANDS = 4;
	private static final int PAUSE_MILLIS = 1_000;
	/** What a stream says in some ten seconds of so many changes: three lines a change. */
	private static final int LINES = 60;

	private final String base;
	private final BlockingQueue<String> codes;
	private final ExecutorService threads = Executors.newCachedThreadPool();
	private final List<Future<?>> everybody = new ArrayList<>();
	private final Latencies latencies = new Latencies();
	private final Map<String, Integer> answers = new ConcurrentHashMap<>();
	private final AtomicInteger closed = new AtomicInteger();
	private final AtomicInteger told = new AtomicInteger();
	private volatile String latest = "";
	private volatile boolean over;

	/** @param codes of matters that nobody has worked on */
	Everyday(String base, BlockingQueue<String> codes) throws IOException, InterruptedException {
		this.base = base;
		this.codes = codes;
		var supervisor = PlainVisitor.signedIn(base, "supervisor", PASSWORD);
		var steward = PlainVisitor.signedIn(base, "steward", PASSWORD);
		var resident = new PlainVisitor(base);
		for (int hand = 0; hand < HANDS; hand++) {
			everybody.add(threads.submit(this::work));
		}
		everybody.add(reader(supervisor, () -> "/board"));
		everybody.add(reader(supervisor, () -> "/matters"));
		everybody.add(reader(steward, () -> "/tasks?tab=posts"));
		everybody.add(reader(resident, () -> latest.isEmpty() ? "/track" : "/track/" + latest.replace("-", "")));
		everybody.add(threads.submit(() -> watch(PlainVisitor.signedIn(base, "supervisor", PASSWORD))));
	}

	/** Of the pages. */
	Latencies latencies() {
		return latencies;
	}

	/** How often a page was answered with what: a status, or {@code none}. */
	Map<String, Integer> answers() {
		return new TreeMap<>(answers);
	}

	/** Matters that came to their end. */
	int closed() {
		return closed.get();
	}

	/** Lines of the stream of the board. */
	int told() {
		return told.get();
	}

	/** Matters on which nobody works yet. */
	int waiting() {
		return codes.size();
	}

	/** @throws java.util.concurrent.ExecutionException when somebody could not go on */
	void goesOn() throws Exception {
		for (var one : everybody) {
			if (one.isDone()) {
				one.get();
			}
		}
	}

	/** Nobody opens another page, and what was reported is worked to its end. */
	void end(int minutes) throws Exception {
		over = true;
		for (var one : everybody) {
			one.get(minutes, TimeUnit.MINUTES);
		}
	}

	@Override
	public void close() {
		threads.shutdownNow();
	}

	private Void work() throws IOException, InterruptedException {
		while (true) {
			var code = codes.poll(1, TimeUnit.SECONDS);
			if (code != null) {
				Staff.close(base, code);
				closed.incrementAndGet();
				latest = code;
			} else if (over) {
				return null;
			}
		}
	}

	private Future<?> reader(PlainVisitor visitor, Supplier<String> path) {
		return threads.submit(() -> {
			while (!over) {
				long begun = System.nanoTime();
				var answer = status(visitor, path.get());
				if (answer.equals("200")) {
					latencies.since(begun);
				}
				answers.merge(answer, 1, Integer::sum);
				TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
			}
			return null;
		});
	}

	private static String status(PlainVisitor visitor, String path) throws InterruptedException {
		try {
			return "" + visitor.get(path).statusCode();
		} catch (IOException away) {
			return "none";
		}
	}

	private Void watch(PlainVisitor supervisor) throws InterruptedException {
		while (!over) {
			try (var lines = supervisor.stream("/board/events")) {
				lines.takeWhile(line -> !over).limit(LINES).forEach(line -> told.incrementAndGet());
			} catch (IOException | UncheckedIOException cut) {
				TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS); // opened again, as a browser does by itself
			}
		}
		return null;
	}
}

package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.PlainVisitor;
import cn.cuobian.TwoNodes;

/**
 * F3: somebody locks the table of matters for twenty seconds while forty people read and residents report; later every answer of the database comes
 * half a second late. Sizes: {@code -Dcuobian.faults.readers=40 -Dcuobian.faults.slow-seconds=40}.
 */
class SlowDatabaseFault {

	private static final int READERS = Integer.getInteger("cuobian.faults.readers", 40);
	private static final int SLOW_SECONDS = Integer.getInteger("cuobian.faults.slow-seconds", 40);
	private static final int LOCK_SECONDS = 20;
	private static final Duration LATE = Duration.ofMillis(500);
	private static final Duration EVERY = Duration.ofMillis(1000);
	private static final int RESIDENTS = 2;
	private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(30);
	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Cable CABLE = new Cable(() -> SlowDatabaseFault.TOPOLOGY.databasePort());

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--cuobian.public.reports-per-hour=100000000", "--logging.level.root=error",
			"--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + CABLE.port() + "/postgres");

	/** @param comeAgain the header of that name; empty where there is none */
	private record Page(int status, long millis, String comeAgain) {
	}

	@Test
	void pagesSayComeAgainInsteadOfHangingAndTheHouseRecoversByItself() throws Exception {
		try (var rush = new Rush(TOPOLOGY.base(), List.of("lingxiu-1", "lingxiu-2"), RESIDENTS, EVERY)) {
			var everybody = signedIn();
			var locked = read(everybody, SlowDatabaseFault::lock);
			var unlocked = recovered();
			CABLE.slow(LATE);
			var slow = read(everybody, () -> TimeUnit.SECONDS.sleep(SLOW_SECONDS));
			CABLE.mend();
			var quick = recovered();
			rush.end(PATIENCE);
			var findings = new Findings("F3").saw("readers at once", READERS).saw("pages while the table is locked for %d s".formatted(LOCK_SECONDS), answers(locked))
					.saw("the slowest of them", slowest(locked) + " ms").saw("all well after the lock within", unlocked.toMillis() + " ms")
					.saw("pages while every answer is %d ms late".formatted(LATE.toMillis()), answers(slow)).saw("the slowest of those", slowest(slow) + " ms")
					.saw("all well again within", quick.toMillis() + " ms").saw("accepted reports", rush.slips().size()).saw("answers to them", rush.answers());
			check(rush, locked, slow);
			assertThat(unlocked).isLessThan(RECOVERED_WITHIN);
			assertThat(quick).isLessThan(RECOVERED_WITHIN);
			findings.write();
		}
	}

	private interface Fault {
		void last() throws Exception;
	}

	private static void lock() throws Exception {
		try (var db = TOPOLOGY.connection(); var statement = db.createStatement()) {
			db.setAutoCommit(false);
			statement.execute("lock table matter in access exclusive mode");
			TimeUnit.SECONDS.sleep(LOCK_SECONDS);
			db.rollback();
		}
	}

	/** Everybody has signed in for himself: pages of one session wait for its row. */
	private static List<PlainVisitor> signedIn() throws Exception {
		var all = new ArrayList<PlainVisitor>();
		while (all.size() < READERS) {
			all.add(PlainVisitor.signedIn(TOPOLOGY.base(), "supervisor", "cuobian-demo-2026"));
		}
		return all;
	}

	/** Everybody reads one page after another as long as the fault lasts. */
	private static List<Page> read(List<PlainVisitor> everybody, Fault fault) throws Exception {
		Queue<Page> pages = new ConcurrentLinkedQueue<>();
		var readers = Executors.newFixedThreadPool(READERS);
		var over = new AtomicBoolean();
		for (int reader = 0; reader < READERS; reader++) {
			var path = reader % 2 == 0 ? "/matters" : "/board";
			var visitor = everybody.get(reader);
			readers.submit(() -> {
				while (!over.get()) {
					pages.add(page(visitor, path));
				}
			});
		}
		fault.last();
		over.set(true);
		readers.shutdown();
		assertThat(readers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("everybody has an answer").isTrue();
		return List.copyOf(pages);
	}

	private static Page page(PlainVisitor visitor, String path) {
		long begun = System.nanoTime();
		try {
			var answer = visitor.get(path);
			return new Page(answer.statusCode(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun), answer.headers().firstValue("Retry-After").orElse(""));
		} catch (IOException e) {
			return new Page(0, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun), e.toString());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return new Page(0, 0, "interrupted");
		}
	}

	/** Until ten pages in a row come, and both nodes are in service. */
	private static Duration recovered() throws Exception {
		var visitor = new PlainVisitor(TOPOLOGY.base());
		long begun = System.nanoTime();
		for (int row = 0; row < 10;) {
			row = page(visitor, "/report").status() == 200 && TwoNodes.NODES.stream().allMatch(TOPOLOGY::isReady) ? row + 1 : 0;
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
		}
		return Duration.ofNanos(System.nanoTime() - begun);
	}

	private static void check(Rush rush, List<Page> locked, List<Page> slow) throws Exception {
		var all = new ArrayList<>(locked);
		all.addAll(slow);
		assertThat(all).as("answers to readers").allMatch(page -> page.status() == 200 || page.status() == 503 && !page.comeAgain().isEmpty());
		assertThat(answers(locked)).as("the lock was felt").containsKey(503);
		assertThat(List.of("200", "502", "503", "504", "none")).as("answers to residents").containsAll(rush.answers().keySet());
		try (var db = TOPOLOGY.connection()) {
			new Invariants(db).allHold(rush.slips());
		}
		TOPOLOGY.run("verify"); // every chain of hashes
	}

	private static Map<Integer, Long> answers(List<Page> pages) {
		var answers = new TreeMap<Integer, Long>();
		pages.forEach(page -> answers.merge(page.status(), 1L, Long::sum));
		return answers;
	}

	private static long slowest(List<Page> pages) {
		return pages.stream().mapToLong(Page::millis).max().orElseThrow();
	}
}

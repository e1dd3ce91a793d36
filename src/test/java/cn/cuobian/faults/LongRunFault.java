package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.MoodyPost;
import cn.cuobian.TwoNodes;
import cn.cuobian.instruments.Scrape;

/**
 * F20: nothing breaks for hours while residents report, staff work every matter to its end, people read and mails go out. What a node
 * holds on to stays as it was, and pages come as quickly as before. An hour, or a night by {@code -Dcuobian.faults.minutes=480}.
 */
class LongRunFault {

	private static final int MINUTES = Integer.getInteger("cuobian.faults.minutes", 60);
	private static final int TENTHS = 10;
	/** In a tenth: one a minute. */
	private static final int MEASURES = Math.max(1, MINUTES / TENTHS);
	private static final Duration APART = Duration.ofMinutes(MINUTES).dividedBy((long) TENTHS * MEASURES);
	/** One report a second: sixty times the one a minute that we assume of a sub-district in a busy hour. */
	private static final int RESIDENTS = 2;
	private static final Duration EVERY = Duration.ofSeconds(2);
	private static final int PATIENCE_MINUTES = 10;
	private static final Duration PATIENCE = Duration.ofMinutes(PATIENCE_MINUTES);
	/** The first fifth warms up; how the second was is how the last must be. */
	private static final int SECOND = 1;
	private static final int LAST = 4;
	private static final int FIFTHS = 5;
	private static final long MEGABYTE = 1024 * 1024;
	/** spring.datasource.hikari.maximum-pool-size */
	private static final int POOL = 48;
	/** Two fifths of nearly the same load differ by chance, and by what two cores that everything shares add to a single measure. */
	private static final double SLOWER = 1.5;
	private static final Duration NOISE = Duration.ofMillis(200);
	/** The demonstration has its own open matters, whose deadlines come due in a long run: a climb changes a few rows of each. One row left of each closed matter is more. */
	private static final long DEMONSTRATION = 100;

	private static final MoodyPost POST = MoodyPost.open();

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--cuobian.public.reports-per-hour=100000000", "--logging.level.root=error",
			"--cuobian.metrics.token=" + Scrape.TOKEN, "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + POST.port());

	private final Map<String, List<Vitals>> course = new LinkedHashMap<>();
	private final List<Long> mailAges = new ArrayList<>();
	private final List<Latencies.Part> reports = new ArrayList<>();
	private final List<Latencies.Part> pages = new ArrayList<>();
	private final Findings findings = new Findings("F20");

	@Test
	void whatANodeHoldsStaysAsItWasAndPagesComeAsQuicklyAsBefore() throws Exception {
		try (var db = TOPOLOGY.connection()) {
			Staff.giveTokens(db);
			Staff.everybodyWantsMails(db);
			var rows = new EngineRows(db);
			var running = rows.running();
			var otherHistory = rows.otherHistory();
			try (var rush = new Rush(TOPOLOGY.base(), List.of("lingxiu-1", "lingxiu-2", "lingxiu-7"), RESIDENTS, EVERY);
					var everyday = new Everyday(TOPOLOGY.base(), rush.codes())) {
				live(db, rush, everyday);
				rush.end(PATIENCE);
				everyday.end(PATIENCE_MINUTES);
				settle(db);
				findings.saw("minutes, with a measure every %d s".formatted(APART.toSeconds()), MINUTES).saw("accepted reports, all closed", everyday.closed())
						.saw("answers to reports", rush.answers()).saw("pages read", everyday.answers())
						.saw("lines of the board's stream", everyday.told()).saw("mails, each once", POST.taken().size());
				assertThat(everyday.closed()).as("each is worked to its end").isEqualTo(rush.slips().size());
				nearlyAllAreAnswered("residents", rush.answers());
				nearlyAllAreAnswered("readers", everyday.answers());
				nodesHoldNoMoreThanBefore();
				answersComeAsQuicklyAsBefore();
				theEngineKeepsWhatIsRead(rows, running, otherHistory);
				var invariants = new Invariants(db);
				invariants.allHold(rush.slips());
				invariants.everyMailCameOnce(POST.taken());
			}
		}
		TOPOLOGY.run("verify"); // every chain of hashes
		findings.write();
	}

	private void live(Connection db, Rush rush, Everyday everyday) throws Exception {
		long begun = System.nanoTime();
		for (int tenth = 0; tenth < TENTHS; tenth++) {
			for (int measure = 1; measure <= MEASURES; measure++) {
				TimeUnit.NANOSECONDS.sleep(begun + APART.multipliedBy((long) tenth * MEASURES + measure).toNanos() - System.nanoTime());
				everyday.goesOn();
				for (var node : TwoNodes.NODES) {
					course.computeIfAbsent(node, none -> new ArrayList<>()).add(Vitals.of(TOPOLOGY, node, db));
				}
				mailAges.add(new Invariants(db).count("select coalesce(max(extract(epoch from current_timestamp - next_at)), 0) from mail where state = 'WAITING'"));
			}
			reports.add(rush.latencies().next());
			pages.add(everyday.latencies().next());
			System.out.printf("F20: tenth %d: reports %s ms, pages %s ms, %d matters wait, %s%n", tenth + 1, reports.get(tenth), pages.get(tenth), everyday.waiting(),
					course.values().stream().map(node -> node.get(node.size() - 1)).toList());
		}
	}

	/** All mails are out, and no connection to the database is in anybody's hands: one that was lost stays so. */
	private static void settle(Connection db) throws Exception {
		long limit = System.nanoTime() + PATIENCE.toNanos();
		while (new Invariants(db).count("select count(*) from mail where state = 'WAITING'") > 0 || borrowed("one") + borrowed("two") > 0) {
			assertThat(System.nanoTime()).as("all mails are sent, and all connections given back: %s, %s are not", borrowed("one"), borrowed("two")).isLessThan(limit);
			TimeUnit.SECONDS.sleep(1);
		}
	}

	private static double borrowed(String node) throws Exception {
		return Scrape.at(TOPOLOGY.at(node)).all().entrySet().stream().filter(series -> series.getKey().startsWith("hikaricp_connections_active"))
				.mapToDouble(Map.Entry::getValue).findFirst().orElseThrow();
	}

	/** What a margin allows stands beside it; medians, because a measure may fall into a burst of work. */
	private void nodesHoldNoMoreThanBefore() {
		// collected garbage leaves the same objects but for sessions, statements and pages under way, some hundred kilobytes each
		flat("MB of heap in use", Vitals::heap, MEGABYTE, 0.05, 8);
		// code is compiled and the heap's free pages are touched for hours; memory lost outside the heap adds to it without an end
		flat("MB of memory of the process", Vitals::resident, MEGABYTE, 0.15, 32);
		// request threads of Tomcat come with a burst, between 10 and 32, and end after a minute without work
		flat("threads", Vitals::threads, 1, 0, 12);
		// a connection of the proxy, or to the database, for each of those threads
		flat("open files", Vitals::files, 1, 0, 24);
		findings.saw("connections to the database, at most", course.values().stream().map(node -> node.stream().mapToLong(Vitals::connections).max().orElseThrow()).toList());
		assertThat(course.values()).as("connections of a node").allSatisfy(node -> assertThat(node).allMatch(vitals -> vitals.connections() <= POOL));
	}

	/** @param share of what it was, and {@code more} units, by which the median of the last fifth may be above that of the second */
	private void flat(String what, ToLongFunction<Vitals> of, long unit, double share, long more) {
		var medians = new ArrayList<String>();
		course.forEach((node, all) -> medians.add(median(all, SECOND, of) / unit + " → " + median(all, LAST, of) / unit));
		findings.saw(what + ", node one and two, second fifth → last", String.join("; ", medians));
		course.forEach((node, all) -> assertThat(median(all, LAST, of)).as("%s of node %s", what, node)
				.isLessThanOrEqualTo((long) (median(all, SECOND, of) * (1 + share)) + more * unit));
	}

	private static long median(List<Vitals> all, int fifth, ToLongFunction<Vitals> of) {
		var part = fifth(all, fifth);
		return part.stream().mapToLong(of).sorted().skip(part.size() / 2).findFirst().orElseThrow();
	}

	/** A house that is not overloaded asks next to nobody to come again. */
	private static void nearlyAllAreAnswered(String whom, Map<String, Integer> answers) {
		int all = answers.values().stream().mapToInt(Integer::intValue).sum();
		assertThat(answers.getOrDefault("200", 0)).as("answers to %s: %s", whom, answers).isGreaterThanOrEqualTo(all * 99 / 100);
	}

	private void answersComeAsQuicklyAsBefore() {
		quick("a report", reports);
		quick("a page", pages);
		findings.saw("oldest mail that could have left, second fifth → last", longest(SECOND) + " s → " + longest(LAST) + " s");
		// the post office is visited every few seconds; half a minute is what a mail may wait on any day
		assertThat(longest(LAST)).as("age of the oldest mail").isLessThanOrEqualTo((long) (longest(SECOND) * SLOWER) + 30);
	}

	private void quick(String what, List<Latencies.Part> tenths) {
		var before = fifth(tenths, SECOND).stream().reduce(Latencies.Part::and).orElseThrow().percentile(99);
		var now = fifth(tenths, LAST).stream().reduce(Latencies.Part::and).orElseThrow().percentile(99);
		findings.saw("p50/p99 of " + what + " in each tenth, ms", tenths.stream().map(Latencies.Part::toString).collect(Collectors.joining(", ")));
		findings.saw("p99 of " + what + ", second fifth → last", before.toMillis() + " ms → " + now.toMillis() + " ms");
		assertThat(now).as("p99 of %s", what).isLessThan(Duration.ofMillis((long) (before.toMillis() * SLOWER)).plus(NOISE));
	}

	private long longest(int fifth) {
		return fifth(mailAges, fifth).stream().mapToLong(Long::longValue).max().orElseThrow();
	}

	private void theEngineKeepsWhatIsRead(EngineRows rows, Map<String, Long> running, Map<String, Long> otherHistory) throws Exception {
		var after = rows.running();
		var history = rows.historyOfClosed();
		findings.saw("rows of what runs, before → after", total(running) + " → " + total(after)).saw("rows of history of a closed matter, first, second and last third of them", history);
		assertThat(rows.left().values()).as("rows left of what is over: %s", rows.left()).isNotEmpty().containsOnly(0L);
		running.forEach((table, before) -> assertThat(after.get(table)).as("rows of %s", table).isLessThanOrEqualTo(before + DEMONSTRATION));
		assertThat(history).as("history of a closed matter, by age of matters").hasSize(3).allMatch(history.get(0)::equals);
		assertThat(rows.otherHistory()).as("history that nobody reads").isEqualTo(otherHistory);
		assertThat(rows.neverSweptAway()).as("history without an end of its time to live").isZero();
	}

	private static long total(Map<String, Long> rows) {
		return rows.values().stream().mapToLong(Long::longValue).sum();
	}

	private static <T> List<T> fifth(List<T> all, int which) {
		return all.subList(all.size() * which / FIFTHS, all.size() * (which + 1) / FIFTHS);
	}
}

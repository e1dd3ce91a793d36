package cn.cuobian.benchmark.engines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * Compares this house with the engines a user would pick instead, and with the rows alone, on one PostgreSQL in one run.
 * Run: {@code mvn -Pbenchmark-engines verify}; sizes are settings, see {@link Sizes}. Writes its part of docs/benchmarks.md.
 */
public final class EnginesBenchmark {

	private static final String RUNGS = "rungs of the ledger a second; in engines, timers";

	private final EmbeddedPostgres postgres;
	private final Sizes sizes;
	private final Path folder;
	private final List<Rival> rivals;
	private final Figures figures = new Figures();
	private int lots;

	private EnginesBenchmark(EmbeddedPostgres postgres, Sizes sizes, Path folder) {
		this.postgres = postgres;
		this.sizes = sizes;
		this.folder = folder;
		this.rivals = Rival.all("jdbc:postgresql://localhost:" + postgres.getPort() + "/", folder).stream().filter(each -> sizes.takesPart(each.database)).toList();
	}

	public static void main(String[] arguments) throws Exception {
		var folder = Files.createDirectories(Path.of("target/benchmark-engines"));
		var sizes = Sizes.asked();
		// durable as in production: the embedded server's own defaults lose the last commits with the machine
		try (var postgres = EmbeddedPostgres.builder().setServerConfig("shared_buffers", "1GB").setServerConfig("max_connections", "400")
				.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on")
				.setServerConfig("max_wal_size", "4GB").setServerConfig("shared_preload_libraries", "pg_stat_statements").start()) {
			var benchmark = new EnginesBenchmark(postgres, sizes, folder);
			try {
				benchmark.run();
			} finally { // what was measured before something broke stays
				benchmark.figures.write(Path.of("docs/benchmarks.md"), sizes);
			}
		}
	}

	private void run() throws Exception {
		try {
			Database.statistics(postgres);
			for (Rival rival : rivals) {
				Database.create(postgres, rival.database);
				rival.start(); // makes the tables
				rival.leave();
				figures.put(rival, "start-up, s", rival.start() / 1000.0);
				figures.put(rival, "resident when idle, MB", Double.parseDouble(rival.ask("memory").split(" ")[0]));
			}
			lives();
			counts();
			floor();
			timers();
		} finally {
			rivals.forEach(Rival::leave);
		}
	}

	/** There and back again, so that a machine that slows down slows everybody. */
	private void lives() throws Exception {
		for (Rival rival : rivals) {
			rival.ask("lives " + sizes.clients() + " " + sizes.warmUp());
		}
		Map<Rival, List<Double>> rounds = new HashMap<>();
		for (int round = 0; round < sizes.rounds(); round++) {
			var order = new ArrayList<>(rivals);
			if (round % 2 == 1) {
				Collections.reverse(order);
			}
			for (Rival rival : order) {
				rounds.computeIfAbsent(rival, each -> new ArrayList<>()).add(rival.number("lives " + sizes.clients() + " " + sizes.seconds()));
			}
		}
		rounds.forEach((rival, all) -> figures.rounds(rival, "matters a second", all));
	}

	private void counts() throws Exception {
		for (Rival rival : rivals) {
			Database.forget(postgres);
			var before = Database.counts(postgres, rival.database);
			double trips = rival.number("live " + sizes.counted());
			var after = Database.counts(postgres, rival.database);
			Files.writeString(folder.resolve(rival.database + "-statements.txt"), Database.profile(postgres, rival.database, sizes.counted()));
			for (String what : after.keySet()) {
				figures.put(rival, what + " per matter", (after.get(what) - before.get(what)) / (double) sizes.counted());
			}
			figures.put(rival, "round trips per matter", trips / sizes.counted());
		}
	}

	/** Right after a round of ours, and before another one. */
	private void floor() throws Exception {
		for (Rival rival : rivals.stream().filter(each -> each.ours).toList()) {
			var copies = nextLot(rival);
			copies.prepare();
			rival.ask("live 1");
			copies.makeFloor(Floor.ACTS, Database.lastMatter(postgres, rival.database));
			var floor = new Floor(rival.url());
			floor.lives(sizes.clients(), sizes.warmUp() / 3.0);
			var rounds = new ArrayList<Double>();
			var beside = new ArrayList<Double>();
			for (int round = 0; round < sizes.rounds(); round++) {
				rounds.add(floor.lives(sizes.clients(), sizes.seconds() / 2.0));
				beside.add(rival.number("lives " + sizes.clients() + " " + sizes.seconds() / 2.0));
			}
			figures.rounds("The rows alone", "matters a second", rounds);
			figures.rounds(rival, "matters a second, beside the rows alone", beside);
			figures.rounds("The rows alone", "matters a second, beside the rows alone", rounds);
		}
	}

	/** From the moment on at which so many timers are due; as far as they come in the time there is. */
	private void timers() throws Exception {
		for (Rival rival : rivals) {
			prepareTimers(rival);
			rival.ask("timers on");
			double fired = drained(rival);
			figures.put(rival, "timers a second", fired);
			if (rival.ours) {
				rival.ask("timers off");
				twoNodes(rival);
				rungs(rival);
			} else {
				figures.put(rival, RUNGS, fired);
				rival.leave(); // Flowable breaks when it is told to stop in the middle of its timers
			}
		}
	}

	private void prepareTimers(Rival rival) throws Exception {
		copyOpen(rival);
		Database.makeDue(postgres, rival.database);
	}

	private void copyOpen(Rival rival) throws Exception {
		var copies = nextLot(rival);
		copies.prepare();
		var keys = Arrays.stream(rival.ask("report").split(" ")).flatMap(key -> Stream.of(key, key.replace("matter:", ""))).collect(Collectors.toSet());
		copies.make(sizes.due(), keys);
	}

	/** A reminder of the ledger moves no procedure; in an engine it needs a timer of the drawing. */
	private void rungs(Rival ours) throws Exception {
		copyOpen(ours);
		Database.makeRungsDue(postgres, ours.database);
		figures.put(ours, RUNGS, drained(() -> Database.rungsDue(postgres, ours.database)));
	}

	private Copies nextLot(Rival rival) {
		return new Copies(rival.url(), ++lots);
	}

	private void twoNodes(Rival first) throws Exception {
		Rival second = first.secondNode();
		second.start();
		second.ask("lives " + sizes.clients() + " " + sizes.warmUp()); // as warm as the first
		prepareTimers(first);
		first.ask("timers on");
		second.ask("timers on");
		figures.put(first, "timers a second, two nodes", drained(first));
		first.ask("timers off");
		second.leave();
	}

	private double drained(Rival rival) throws Exception {
		return drained(() -> Database.due(postgres, rival.database));
	}

	private double drained(LongSupplier waiting) throws Exception {
		long begin = System.nanoTime();
		long left = waiting.getAsLong();
		long due = left;
		while (left > 0 && System.nanoTime() - begin < sizes.drain() * 1e9) {
			Thread.sleep(250);
			left = waiting.getAsLong();
		}
		return (due - left) / ((System.nanoTime() - begin) / 1e9);
	}
}

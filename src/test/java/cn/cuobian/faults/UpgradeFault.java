package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

import cn.cuobian.TwoNodes;

/**
 * F19: two nodes of the version before, with open matters, become nodes of this one, one after the other, while people report and deadlines come
 * due; and starts of this version on an empty database are killed in the middle of its migrations. The version before is built
 * from the repository, once: {@code -Dcuobian.faults.previous=9ebddcc -Dcuobian.faults.old=40}.
 */
class UpgradeFault {

	private static final String PREVIOUS = System.getProperty("cuobian.faults.previous", "9ebddcc");
	private static final int OLD = Integer.getInteger("cuobian.faults.old", 40);
	/** Of the old matters as many climb before, while both versions run, and after. */
	private static final int DUE = OLD / 4;
	private static final int KILLS = 5;
	private static final String MIGRATING = "Migrating schema";
	private static final Path FOLDER = Path.of("target", "two-nodes", "UpgradeFault");
	private static final Duration PATIENCE = Duration.ofMinutes(3);
	private static final List<String> BUILDINGS = List.of("lingxiu-1", "lingxiu-2", "lingxiu-7");

	@TempDir
	private Path directory;

	private final Random random = new Random(37);
	private final Findings findings = new Findings("F19");

	@Test
	void nothingIsLostOnTheWayToThisVersion() throws Exception {
		findings.saw("version before", PREVIOUS);
		rolling();
		killedInMigrationsOnPostgres();
		killedInMigrationsOnH2();
		findings.write();
	}

	private void rolling() throws Exception {
		var house = house("rolling");
		try {
			house.runVersion(previous(), "start");
			var slips = report(house.base(), OLD);
			var old = List.copyOf(slips.keySet());
			try (var db = house.connection()) {
				climb(db, old.subList(0, DUE));
				try (var rush = new Rush(house.base(), BUILDINGS, 4, Duration.ofMillis(500))) {
					house.run("stop", "one");
					house.run("run", "one");
					for (var node : TwoNodes.NODES) {
						slips.putAll(reportAt(house.at(node)));
					}
					climb(db, old.subList(DUE, 2 * DUE));
					house.run("stop", "two");
					house.run("run", "two");
					climb(db, old.subList(2 * DUE, 3 * DUE));
					rush.end(PATIENCE);
					slips.putAll(rush.slips());
					assertThat(List.of("200", "502", "503", "504", "none")).as("what was answered").containsAll(rush.answers().keySet());
					findings.saw("accepted while node after node changed", rush.slips().size()).saw("answers", rush.answers())
							.saw("longest time in which nobody got a slip", rush.standStill().toMillis() + " ms");
				}
				var invariants = new Invariants(db);
				invariants.allHold(slips);
				complete(house.base(), db, old, slips);
				invariants.allHold(slips);
			}
			house.run("verify"); // every chain of hashes
			findings.saw("matters of the version before, all completed in this one", old.size())
					.saw("of them climbed before, while both versions ran, and after", DUE + ", " + DUE + ", " + DUE);
		} finally {
			house.run("stop");
		}
	}

	private void killedInMigrationsOnPostgres() throws Exception {
		var house = house("killed");
		try {
			house.run("run", "database");
			var log = house.home().resolve("one.log");
			for (int kill = 0; kill < KILLS; kill++) {
				long before = migrations(log);
				var start = house.begin("run", "one");
				awaitMigrations(log, before + 1 + random.nextInt(6));
				house.run("kill", "one");
				start.destroyForcibly().waitFor();
			}
			house.run("start");
			try (var db = house.connection()) {
				new Invariants(db).allHold(report(house.base(), OLD));
			}
			house.run("verify");
			findings.saw("starts on an empty PostgreSQL killed in the middle of the migrations, the next one comes up", KILLS);
		} finally {
			house.run("stop");
		}
	}

	private void killedInMigrationsOnH2() throws Exception {
		var server = new RealServer(directory);
		for (int kill = 0; kill < KILLS; kill++) {
			long before = migrations(server.log());
			server.begin();
			awaitMigrations(server.log(), before + 1 + random.nextInt(30));
			server.kill();
		}
		server.start();
		var slips = report(server.base(), OLD);
		server.kill();
		try (var db = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("cuobian"), "cuobian", "")) {
			new Invariants(db).allHold(slips);
		}
		assertThat(server.command("verify-records")).as("every chain is whole, see " + server.log()).isZero();
		findings.saw("starts on an empty H2 file killed in the middle of the migrations, the next one comes up", KILLS);
	}

	private static TwoNodes house(String name) throws IOException {
		return new TwoNodes("--cuobian.public.reports-per-hour=100000000").in(FOLDER.resolve(name));
	}

	/** @return the options of java that start it */
	private static String previous() throws IOException, InterruptedException {
		var jar = Path.of("target", "previous", PREVIOUS + ".jar").toAbsolutePath();
		if (!Files.exists(jar)) {
			Files.createDirectories(jar.getParent());
			var source = Files.createTempDirectory("cuobian-" + PREVIOUS);
			shell("git archive %s | tar -x -C %s".formatted(PREVIOUS, source));
			shell("mvn -q -B -f %s/pom.xml package -DskipTests -Dfrontend.skip=true".formatted(source));
			shell("cp %s/target/cuobian-*.jar %s".formatted(source, jar));
			FileSystemUtils.deleteRecursively(source);
		}
		return "-Djavax.xml.accessExternalSchema=nested -jar " + jar;
	}

	private static void shell(String command) throws IOException, InterruptedException {
		assertThat(new ProcessBuilder("bash", "-c", "set -o pipefail; " + command).inheritIO().start().waitFor()).as(command).isZero();
	}

	/** At least so many, each with its slip. */
	private static Map<String, String> report(String base, int number) throws Exception {
		try (var rush = new Rush(base, BUILDINGS, 4, Duration.ofMillis(200))) {
			long limit = System.nanoTime() + PATIENCE.toNanos();
			while (rush.slips().size() < number) {
				assertThat(System.nanoTime()).as("all are reported").isLessThan(limit);
				TimeUnit.MILLISECONDS.sleep(50);
			}
			rush.end(PATIENCE);
			return new TreeMap<>(rush.slips());
		}
	}

	/** At a node itself: whichever version it is, it takes reports. */
	private static Map<String, String> reportAt(String node) {
		var resident = new Resident(node);
		var slips = new TreeMap<String, String>();
		for (int i = 0; i < 5; i++) {
			var token = UUID.randomUUID().toString();
			slips.put(token, resident.report(token, Rush.narrative(token)).orElseThrow());
		}
		return slips;
	}

	/** Their time at the steward runs out, and each goes up once. */
	private static void climb(Connection db, List<String> tokens) throws Exception {
		var ids = new ArrayList<String>();
		for (var token : tokens) {
			var number = Deadlines.bringForward(db, Rush.narrative(token), Instant.now().plusSeconds(2));
			ids.add("'" + number + "'");
		}
		var climbed = "select count(*) from matter_event e join matter m on m.id = e.matter_id where e.kind = 'RAISED' and m.number in (" + String.join(",", ids) + ")";
		long limit = System.nanoTime() + PATIENCE.toNanos();
		while (new Invariants(db).count(climbed) < tokens.size()) {
			assertThat(System.nanoTime()).as("all climb").isLessThan(limit);
			TimeUnit.MILLISECONDS.sleep(200);
		}
		TimeUnit.SECONDS.sleep(3);
		assertThat(new Invariants(db).count(climbed)).as("each climbed once").isEqualTo(tokens.size());
	}

	private static void complete(String base, Connection db, List<String> tokens, Map<String, String> slips) throws Exception {
		Staff.giveTokens(db);
		var numbers = new ArrayList<String>();
		for (var token : tokens) {
			numbers.add("'" + Staff.close(base, slips.get(token)) + "'");
		}
		assertThat(new Invariants(db).count("select count(*) from matter where state = 'CLOSED' and number in (" + String.join(",", numbers) + ")"))
				.as("completed").isEqualTo(tokens.size());
	}

	private static long migrations(Path log) throws IOException {
		if (!Files.exists(log)) {
			return 0;
		}
		try (var lines = Files.lines(log)) {
			return lines.filter(line -> line.contains(MIGRATING)).count();
		}
	}

	/** Until it says that it begins the last of so many, and a moment more. */
	private void awaitMigrations(Path log, long number) throws IOException, InterruptedException {
		long limit = System.nanoTime() + PATIENCE.toNanos();
		while (migrations(log) < number) {
			assertThat(System.nanoTime()).as("%d migrations, see %s", number, log).isLessThan(limit);
			TimeUnit.MILLISECONDS.sleep(2);
		}
		TimeUnit.MILLISECONDS.sleep(random.nextInt(20));
	}
}

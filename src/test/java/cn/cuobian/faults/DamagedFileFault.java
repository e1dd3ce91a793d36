package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

import cn.cuobian.Houses;
import cn.cuobian.vault.Sha256;

/**
 * F17: bytes of the H2 file are not what they were, somewhere in the file; then what the guide for administrators says is done with
 * the backup. Size: {@code -Dcuobian.faults.copies=50}.
 */
class DamagedFileFault {

	private static final int COPIES = Integer.getInteger("cuobian.faults.copies", 50);
	private static final int MOST_BYTES = 64;
	private static final int FILL_SECONDS = 60;
	private static final int RESIDENTS = 4;
	private static final Duration EVERY = Duration.ofMillis(500);
	private static final Duration PATIENCE = Duration.ofMinutes(2);
	private static final Duration RESTORED_WITHIN = Duration.ofMinutes(5);
	private static final String FILE = "cuobian.mv.db";
	private static final String KEY = "vault.key";
	private static final String SENTENCE = "数据库文件已损坏";

	/** What becomes of a house whose file is damaged. */
	private enum End {
		/** It does not start, and says what to do. */
		REFUSED("refused at the start, with the sentence"),
		/** It does not start, and nobody is told what to do. */
		SPEECHLESS("refused at the start, without the sentence"),
		FOUND("starts, and verify-records finds it"),
		/** The bytes lay where nothing is kept. */
		WHOLE("starts, with every row as it was"),
		UNSEEN("starts and passes verify-records, with rows that cannot be read or are others");

		private final String words;

		End(String words) {
			this.words = words;
		}
	}

	@TempDir
	private Path directory;

	private final Map<End, Integer> ends = new EnumMap<>(End.class);
	private final List<String> speechless = new ArrayList<>();

	@BeforeAll
	static void quiet() {
		Houses.quiet();
	}

	@Test
	void isToldAtTheStartAndTheBackupIsBackInMinutes() throws Exception {
		var server = new RealServer(directory);
		var slips = filled(server);
		var backup = backUp();
		long bytes = Files.size(backup.resolve(FILE));
		var whole = contents(copied(backup, "whole")).orElseThrow();
		var random = new Random(17);
		Path refused = null;
		for (int copy = 0; copy < COPIES; copy++) {
			var damaged = damaged(backup, random, copy);
			var end = end(damaged, whole);
			ends.merge(end, 1, Integer::sum);
			refused = end == End.REFUSED ? damaged : refused;
		}
		assertThat(refused).as("one that was refused, of %s", ends).isNotNull();
		var took = restored(server, refused, backup, slips);
		var findings = new Findings("F17").saw("reports in the house", slips.size()).saw("size of its file", bytes / 1024 + " KB").saw("copies, each with 1 to 64 bytes changed", COPIES);
		ends.forEach((end, times) -> findings.saw(end.words, times));
		assertThat(speechless).as("refused, and nobody was told what to do").isEmpty();
		assertThat(took).isLessThan(RESTORED_WITHIN);
		findings.saw("from the refusal to a house with everything of the backup", took.toSeconds() + " s").write();
	}

	private static Map<String, String> filled(RealServer server) throws Exception {
		server.start();
		try (var rush = new Rush(server.base(), List.of("lingxiu-1", "lingxiu-2", "lingxiu-7"), RESIDENTS, EVERY)) {
			TimeUnit.SECONDS.sleep(FILL_SECONDS);
			rush.end(PATIENCE);
			return rush.slips();
		} finally {
			server.stop();
		}
	}

	/** As the guide says: the system is stopped, and two files are copied. */
	private Path backUp() throws IOException {
		return copied(directory, "backup");
	}

	/** @return a folder with the file and the key */
	private Path copied(Path from, String name) throws IOException {
		var folder = Files.createDirectory(directory.resolve(name));
		for (var file : List.of(FILE, KEY)) {
			Files.copy(from.resolve(file), folder.resolve(file));
		}
		return folder;
	}

	private Path damaged(Path backup, Random random, int number) throws IOException {
		var folder = copied(backup, "damaged" + number);
		var bytes = Files.readAllBytes(folder.resolve(FILE));
		for (int i = 1 + random.nextInt(MOST_BYTES); i > 0; i--) {
			bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
		}
		Files.write(folder.resolve(FILE), bytes);
		return folder;
	}

	/** Starts on a copy, for a start may mend. */
	private End end(Path damaged, String whole) throws IOException, SQLException {
		var house = Files.createDirectory(damaged.resolve("house"));
		Files.copy(damaged.resolve(FILE), house.resolve(FILE));
		try {
			int code = Houses.command("verify-records", "--spring.datasource.url=" + url(house), "--cuobian.vault.file=" + damaged.resolve(KEY));
			return code != 0 ? End.FOUND : contents(damaged).filter(whole::equals).isPresent() ? End.WHOLE : End.UNSEEN;
		} catch (RuntimeException failure) {
			if (says(failure)) {
				return End.REFUSED;
			}
			speechless.add(damaged.getFileName() + " " + failure);
			return End.SPEECHLESS;
		}
	}

	private static boolean says(RuntimeException failure) {
		return SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, (type, name, other) -> { }).stream()
				.filter(analyzer -> analyzer.getClass().getSimpleName().equals("DamagedFile")).map(analyzer -> analyzer.analyze(failure))
				.anyMatch(analysis -> analysis != null && analysis.getDescription().contains(SENTENCE));
	}

	/** Digest of all rows of all tables; empty where one cannot be read. */
	private static Optional<String> contents(Path folder) throws IOException {
		var script = folder.resolve("contents.sql");
		try (var db = DriverManager.getConnection(url(folder), "cuobian", ""); var statement = db.createStatement()) {
			statement.execute("script nosettings to '" + script + "'");
			return Optional.of(Sha256.hex(Files.readAllBytes(script)));
		} catch (SQLException unreadable) {
			return Optional.empty();
		}
	}

	private static String url(Path folder) {
		return "jdbc:h2:file:" + folder.resolve("cuobian") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000";
	}

	/** With the program that administrators start: it says what to do, they do it, and everything is there. */
	private Duration restored(RealServer server, Path damaged, Path backup, Map<String, String> slips) throws Exception {
		Files.copy(damaged.resolve(FILE), directory.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
		Files.delete(server.log());
		assertThat(server.command("verify-records")).isNotZero();
		assertThat(Files.readString(server.log())).contains(SENTENCE, "is damaged");
		long begun = System.nanoTime();
		for (var file : List.of(FILE, KEY)) {
			Files.copy(backup.resolve(file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
		}
		assertThat(server.command("verify-records")).as("every chain is whole, see %s", server.log()).isZero();
		server.start();
		var took = Duration.ofNanos(System.nanoTime() - begun);
		var resident = new Resident(server.base());
		for (var code : slips.values()) {
			assertThat(resident.track(code)).as("the page behind the code on the slip").isEqualTo(200);
		}
		server.stop();
		try (var db = DriverManager.getConnection(url(directory), "cuobian", "")) {
			var invariants = new Invariants(db);
			invariants.everyReportIsThereOnce(slips);
			invariants.everyMatterIsWhole();
		}
		return took;
	}
}

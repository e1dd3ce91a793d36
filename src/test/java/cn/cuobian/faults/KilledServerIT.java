package cn.cuobian.faults;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A report that was acknowledged to the resident survives the kill of the server; one that was not is there once after
 * the resident pressed the button again, however often that was. Size: {@code -Dcuobian.faults.server.kills=20}.
 */
class KilledServerIT {

	private static final int KILLS = Integer.getInteger("cuobian.faults.server.kills", 20);
	private static final int RESIDENTS = 4;
	/** Tenths of a second; a busy machine takes long over the first answers of a server that has just begun. */
	private static final int FIRST_REPORTS = 900;
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@TempDir
	private Path directory;

	/** Token of the form to the code on the slip. */
	private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
	/** Tokens whose answer never came. */
	private final Set<String> unknown = ConcurrentHashMap.newKeySet();

	@Test
	void whatWasAcknowledgedIsThereAfterEachKill() throws Exception {
		endure(KILLS);
	}

	final Findings endure(int kills) throws Exception {
		var server = new RealServer(directory);
		var random = new Random(37);
		for (int kill = 0; kill < kills; kill++) {
			server.start();
			reportUntilKilled(server, random.nextInt(400));
		}
		assertThat(acknowledged).as("reports acknowledged before a kill").hasSizeGreaterThanOrEqualTo(kills * RESIDENTS);

		server.start();
		var resident = new Resident(server.base());
		for (var token : unknown) {
			assertThat(resident.reportUntilAnswered(token, narrative(token), PATIENCE)).as("pressed again after the kill").isPresent();
		}
		for (var code : acknowledged.values()) {
			assertThat(resident.track(code)).as("the page behind the code on the slip").isEqualTo(200);
		}
		server.kill();

		assertThat(mattersWithTestNarrative()).as("one matter for each form sent").isEqualTo(acknowledged.size() + unknown.size());
		assertThat(mattersWithoutProcess()).as("each has its process and its task: one commit").isZero();
		assertThat(server.command("verify-records")).as("every chain is whole, see " + server.log()).isZero();
		return new Findings("F17 kills").saw("kills of the one node with H2", kills).saw("reports acknowledged, all there", acknowledged.size())
				.saw("reports without an answer, each there once after a second press", unknown.size());
	}

	/** Kills the server in the middle of the rush: some time after each resident's first report can have been taken. */
	private void reportUntilKilled(RealServer server, int millis) throws Exception {
		int before = acknowledged.size();
		var residents = Executors.newFixedThreadPool(RESIDENTS);
		var reporting = new ArrayList<Future<?>>();
		for (int i = 0; i < RESIDENTS; i++) {
			reporting.add(residents.submit(() -> keepReporting(new Resident(server.base()))));
		}
		for (int tenths = 0; tenths < FIRST_REPORTS && acknowledged.size() < before + RESIDENTS; tenths++) {
			TimeUnit.MILLISECONDS.sleep(100);
		}
		TimeUnit.MILLISECONDS.sleep(millis);
		server.kill();
		residents.shutdown();
		for (var one : reporting) {
			one.get(60, TimeUnit.SECONDS); // throws what the server answered when it was not a slip
		}
	}

	/** Reports one thing after another until an answer stays away. */
	private void keepReporting(Resident resident) {
		var answered = true;
		while (answered) {
			var token = UUID.randomUUID().toString();
			var code = resident.report(token, narrative(token));
			code.ifPresentOrElse(given -> acknowledged.put(token, given), () -> unknown.add(token));
			answered = code.isPresent();
		}
	}

	private static String narrative(String token) {
		return "化粪池倒灌，停电试验 " + token;
	}

	private long mattersWithTestNarrative() throws SQLException {
		return count("select count(*) from matter where narrative like '化粪池倒灌，停电试验 %'");
	}

	private long mattersWithoutProcess() throws SQLException {
		return count("select count(*) from matter m where m.narrative like '化粪池倒灌，停电试验 %' and not exists"
				+ " (select 1 from work_item w join act_ru_task t on t.id_ = w.task_id where w.subject = 'matter:' || m.id)");
	}

	private long count(String sql) throws SQLException {
		try (var connection = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("cuobian"), "cuobian", "");
				var rows = connection.createStatement().executeQuery(sql)) {
			rows.next();
			return rows.getLong(1);
		}
	}
}

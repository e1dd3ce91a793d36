package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.cuobian.PlainVisitor;

/** The packaged application raises a matter by itself when the building steward's time runs out, and in time. */
class DueWhileRunningIT {

	/** A timer that is due fires within this. */
	private static final Duration PROMISED = Duration.ofSeconds(5);
	/** Long enough for the pauses between two looks of an idle server to have grown to their longest. */
	private static final Duration IDLE = Duration.ofSeconds(10);
	private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
	/** In which the server counts; the engine stores instants without a zone. */
	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	@TempDir
	private Path directory;

	@Test
	void aMatterClimbsWithinSecondsOfItsDeadline() throws Exception {
		var server = new RealServer(directory);
		var begun = Instant.now();
		server.start();
		var narrative = "窨井盖松动 " + UUID.randomUUID();
		report(new Resident(server.base()), narrative);
		var start = Duration.between(begun, Instant.now());
		server.kill();
		var due = Instant.now().plus(start.multipliedBy(2)).plus(IDLE);
		var number = bringForward(narrative, due);

		server.start();
		var supervisor = PlainVisitor.signedIn(server.base(), "supervisor", "cuobian-demo-2026");
		assertThat(Instant.now()).as("the server is there before the deadline").isBefore(due);
		var climbed = climbed(supervisor, number);
		server.kill();

		assertThat(climbed).isAfterOrEqualTo(due).isBefore(due.plus(PROMISED));
		System.out.printf("A deadline of the ladder took effect %d ms late%n", Duration.between(due, climbed).toMillis());
	}

	/** The demonstration is still being filled when the first page answers. */
	private static void report(Resident resident, String narrative) throws InterruptedException {
		var token = UUID.randomUUID().toString();
		var limit = Instant.now().plus(LONGEST_WAIT);
		while (resident.report(token, narrative).isEmpty()) {
			assertThat(Instant.now()).as("a report is taken").isBefore(limit);
			TimeUnit.SECONDS.sleep(1);
		}
	}

	private static Instant climbed(PlainVisitor supervisor, String number) throws IOException, InterruptedException {
		var limit = Instant.now().plus(LONGEST_WAIT);
		while (tier(supervisor, number).equals("building")) {
			assertThat(Instant.now()).as("the matter climbs").isBefore(limit);
			TimeUnit.MILLISECONDS.sleep(100);
		}
		return Instant.now();
	}

	private static String tier(PlainVisitor supervisor, String number) throws IOException, InterruptedException {
		return supervisor.page("/api/v1/matters/" + number).replaceFirst("(?s).*?\"tier\":\"(\\w+)\".*", "$1");
	}

	/** Moves the steward's deadline of the matter, in the ledger and in the engine; answers the number of the matter. */
	private String bringForward(String narrative, Instant due) throws SQLException {
		try (var connection = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("cuobian"), "cuobian", "");
				var find = connection.prepareStatement("select id, number from matter where narrative = ?");
				var clock = connection.prepareStatement("update clock set due = ? where subject = ? and code = 'LADDER.BUILDING'");
				var job = connection.prepareStatement("update act_ru_job set duedate_ = ? where process_instance_id_ in"
						+ " (select proc_inst_id_ from act_ru_execution where business_key_ = ?)")) {
			find.setString(1, narrative);
			var matter = find.executeQuery();
			assertThat(matter.next()).isTrue();
			var subject = "matter:" + matter.getLong("id");
			clock.setObject(1, due.atOffset(ZoneOffset.UTC));
			clock.setString(2, subject);
			job.setObject(1, LocalDateTime.ofInstant(due, ZONE));
			job.setString(2, subject);
			assertThat(clock.executeUpdate()).isEqualTo(1);
			assertThat(job.executeUpdate()).isEqualTo(1);
			return matter.getString("number");
		}
	}
}

package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.cuobian.PlainVisitor;

/** The packaged application raises a matter by itself when the building steward's time runs out, and in time. */
@Tag("measures-time")
class DueWhileRunningIT {

	/** A timer that is due fires within this. */
	private static final Duration PROMISED = Duration.ofSeconds(5);
	/** Long enough for the pauses between two looks of an idle server to have grown to their longest. */
	private static final Duration IDLE = Duration.ofSeconds(10);
	private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

	@TempDir
	private Path directory;

	@Test
	void aMatterClimbsWithinSecondsOfItsDeadline() throws Exception {
		var server = new RealServer(directory);
		var begun = Instant.now();
		server.start();
		var narrative = "窨井盖松动 " + UUID.randomUUID();
		assertThat(new Resident(server.base()).report(UUID.randomUUID().toString(), narrative)).isPresent();
		var start = Duration.between(begun, Instant.now());
		server.kill();
		var due = Instant.now().plus(start.multipliedBy(2)).plus(IDLE);
		String number;
		try (var db = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("cuobian"), "cuobian", "")) {
			number = Deadlines.bringForward(db, narrative, due);
		}

		server.start();
		var supervisor = PlainVisitor.signedIn(server.base(), "supervisor", "cuobian-demo-2026");
		assertThat(Instant.now()).as("the server is there before the deadline").isBefore(due);
		var climbed = climbed(supervisor, number);
		server.kill();

		assertThat(climbed).isAfterOrEqualTo(due).isBefore(due.plus(PROMISED));
		System.out.printf("A deadline of the ladder took effect %d ms late%n", Duration.between(due, climbed).toMillis());
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
}

package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However often the server is killed while reminders are due by the hundred: each clock and rung is told once, whoever
 * has to know has exactly one line, and each mail arrives at least once, always under the same Message-ID.
 */
@Tag("measures-time")
class RungsSurviveKillsIT {

	private static final int KILLS = 3;
	/** Seeded before each kill: near when the server starts, and due while it is killed and started. */
	private static final int CLOCKS = 1_000;
	/** Overdue about then: the administrator is told too, and wants mails. */
	private static final int LATE_CLOCKS = 50;
	/** One per cent of the hour that each clock has. */
	private static final Duration NEAR = Duration.ofSeconds(36);
	private static final long RUNGS = 2L * KILLS * (CLOCKS + LATE_CLOCKS);

	private static final String TOLD = "select count(*) from clock_rung r join clock c on c.id = r.clock_id"
			+ " where c.code = 'RUSH' and r.covered = false ";
	private static final String LINES = "select count(*) from inbox i where i.event = 'clock:' || r.clock_id || ':' || r.rung";

	@TempDir
	private Path directory;

	private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	@BeforeEach
	void start() {
		post.start();
	}

	@AfterEach
	void stop() {
		post.stop();
	}

	@Test
	void noRungIsLostAndNoneIsDoubled() throws Exception {
		var server = new RealServer(directory, "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + post.getSmtp().getPort(),
				"--cuobian.mail.times=* * * * * *");
		var start = startTheDemonstration(server);

		var random = new Random(37);
		for (int kill = 0; kill < KILLS; kill++) {
			seed(start);
			server.start();
			TimeUnit.MILLISECONDS.sleep(random.nextInt(1_500));
			server.kill();
		}
		letTenMinutesPass();
		server.start();
		waitUntilAllIsSent(Instant.now().plus(start.dividedBy(2)));
		server.kill();

		try (var db = connection()) {
			assertThat(count(db, "select count(*) from clock_rung r join clock c on c.id = r.clock_id where c.code = 'RUSH'"))
					.as("each clock has its rungs on record").isEqualTo(RUNGS);
			assertThat(count(db, "select count(*) from clock where code = 'RUSH' and next_rung_at is not null")).isZero();
			assertThat(count(db, TOLD + "and r.rung <> '+1h' and (" + LINES + ") <> 1")).as("the supervisor has one line of each told rung").isZero();
			assertThat(count(db, TOLD + "and r.rung = '+1h' and (" + LINES + ") <> 2")).as("of what is overdue the administrator too").isZero();
			assertThat(count(db, "select count(*) from inbox i where i.kind like 'CLOCK%' and not exists (select 1 from clock_rung r"
					+ " where r.covered = false and i.event = 'clock:' || r.clock_id || ':' || r.rung)")).as("nobody is told of anything else").isZero();
			var mails = count(db, "select count(*) from mail where event like 'clock:%'");
			assertThat(mails).isEqualTo(count(db, TOLD + "and r.rung = '+1h'")).isPositive();
			assertThat(count(db, "select count(*) from mail where event like 'clock:%' and state <> 'SENT'")).isZero();
			assertThat(messageIds().stream().distinct().count()).as("each mail arrived, all copies under one Message-ID").isEqualTo(mails);
			System.out.printf("%d kills: %d rungs on record, %d told; %d mails, %d arrived%n", KILLS, RUNGS,
					count(db, TOLD), mails, messageIds().size());
		}
	}

	/** @return how long a start takes here today */
	private Duration startTheDemonstration(RealServer server) throws Exception {
		var begun = Instant.now();
		server.start();
		var start = Duration.between(begun, Instant.now());
		try (var db = killed(server); var statement = db.createStatement()) {
			statement.execute("insert into mail_wish (person_id, address, pace, language, quiet_from, quiet_until)"
					+ " select person, 'admin@example.com', 'AT_ONCE', 'ZH', '00:00:00', '00:00:00' from account where username = 'admin'");
		}
		return start;
	}

	private Connection killed(RealServer server) throws Exception {
		server.kill();
		return connection();
	}

	/** Clocks of an hour that reach a rung while or soon after the server starts. */
	private void seed(Duration start) throws SQLException {
		try (var db = connection()) {
			insert(db, CLOCKS, "99% due", Duration.ZERO, start);
			insert(db, LATE_CLOCKS, "due +1h", Duration.ofHours(-1), start);
		}
	}

	private static void insert(Connection db, int clocks, String rungs, Duration dueAfter, Duration start) throws SQLException {
		var due = "dateadd(millisecond, %d + x * %d / %d, current_timestamp)".formatted(
				dueAfter.toMillis() + start.toMillis() / 2, start.toMillis(), clocks);
		var next = dueAfter.isNegative() ? due : "dateadd(second, -%d, %s)".formatted(NEAR.toSeconds(), due);
		try (var statement = db.createStatement()) {
			statement.execute("insert into clock (id, subject, code, part, place, by_process, edition, limit_place, limit_amount,"
					+ " limit_unit, limit_counting, limit_source, limit_rungs, limit_extension, extra, started, due, state, next_rung,"
					+ " next_rung_at) select nextval('clock_seq'), 'rush:' || x, 'RUSH', x, 'lingxiu', false, 0, '', 1, 'hour', 'hours',"
					+ " 'test', '" + rungs + "', 0, 0, dateadd(hour, -1, " + due + "), " + due + ", 'RUNNING', 0, " + next
					+ " from system_range(1, " + clocks + ")");
		}
	}

	/** After which a mail is tried again whose server died in the middle of it. */
	private void letTenMinutesPass() throws SQLException {
		try (var db = connection(); var statement = db.createStatement()) {
			statement.execute("update mail set next_at = dateadd(minute, -10, next_at)");
		}
	}

	private void waitUntilAllIsSent(Instant end) throws InterruptedException {
		var limit = Instant.now().plus(Duration.ofMinutes(3));
		var before = -1L;
		while (Instant.now().isBefore(limit) && (Instant.now().isBefore(end.plusSeconds(5)) || before != post.getReceivedMessages().length)) {
			before = post.getReceivedMessages().length;
			TimeUnit.SECONDS.sleep(3);
		}
	}

	private List<String> messageIds() {
		return Arrays.stream(post.getReceivedMessages()).map(RungsSurviveKillsIT::messageId).toList();
	}

	private static String messageId(MimeMessage mail) {
		try {
			return mail.getMessageID();
		} catch (MessagingException e) {
			throw new AssertionError(e);
		}
	}

	private Connection connection() throws SQLException {
		return DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("cuobian"), "cuobian", "");
	}

	private static long count(Connection db, String sql) throws SQLException {
		try (var rows = db.createStatement().executeQuery(sql)) {
			rows.next();
			return rows.getLong(1);
		}
	}
}

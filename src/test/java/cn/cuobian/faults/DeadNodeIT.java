package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.PlainVisitor;
import cn.cuobian.TwoNodes;

/** A node that holds a timer dies in the middle of it. */
@Tag("measures-time")
class DeadNodeIT {

	/** A dead node's work runs elsewhere within this. */
	private static final Duration PROMISED = Duration.ofSeconds(60);
	private static final Duration PATIENCE = Duration.ofSeconds(90);

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes();

	@Test
	void theOtherNodeDoesItOnceWithinAMinute() throws Exception {
		var narrative = "窨井盖松动 " + UUID.randomUUID();
		assertThat(new Resident(TOPOLOGY.base()).report(UUID.randomUUID().toString(), narrative)).isPresent();
		Instant killed;
		String number;
		try (var database = TOPOLOGY.connection()) {
			database.setAutoCommit(false);
			number = Deadlines.bringForward(database, narrative, Instant.now().plusSeconds(2));
			database.commit();
			hold(database, narrative);
			TOPOLOGY.run("kill", whoWaits());
			killed = Instant.now();
			database.rollback();
		}
		var supervisor = PlainVisitor.signedIn(TOPOLOGY.base(), "supervisor", "cuobian-demo-2026");
		var taken = Duration.between(killed, climbed(supervisor, number));
		assertThat(taken).isLessThan(PROMISED);
		assertThat(raised(number)).as("times the matter climbed").isEqualTo(1);
		System.out.printf("A dead node's timer ran on the other node after %d ms%n", taken.toMillis());
	}

	/** Whoever fires the timer has to wait for this row. */
	private static void hold(Connection database, String narrative) throws SQLException {
		try (var lock = database.prepareStatement("select id from clock where subject = (select 'matter:' || id from matter where narrative = ?) for update")) {
			lock.setString(1, narrative);
			assertThat(lock.executeQuery().next()).isTrue();
		}
	}

	/** The node that has taken the timer, and waits. */
	private static String whoWaits() throws SQLException, InterruptedException {
		long limit = System.nanoTime() + PATIENCE.toNanos();
		var found = waiting();
		while (found.isEmpty()) {
			assertThat(System.nanoTime()).as("a node takes the timer").isLessThan(limit);
			TimeUnit.MILLISECONDS.sleep(100);
			found = waiting();
		}
		return found.get();
	}

	private static Optional<String> waiting() throws SQLException {
		try (var database = TOPOLOGY.connection(); var look = database.createStatement(); var row = look.executeQuery("""
				select application_name from pg_stat_activity where wait_event_type = 'Lock' and application_name like 'cuobian %'
				and exists (select 1 from act_ru_job where lock_owner_ is not null)""")) {
			return row.next() ? Optional.of(row.getString(1).substring("cuobian ".length())) : Optional.empty();
		}
	}

	private static Instant climbed(PlainVisitor supervisor, String number) throws IOException, InterruptedException {
		var limit = Instant.now().plus(PATIENCE);
		while (supervisor.page("/api/v1/matters/" + number).contains("\"tier\":\"building\"")) {
			assertThat(Instant.now()).as("the matter climbs").isBefore(limit);
			TimeUnit.MILLISECONDS.sleep(100);
		}
		return Instant.now();
	}

	private static int raised(String number) throws SQLException {
		try (var database = TOPOLOGY.connection(); var count = database.prepareStatement(
				"select count(*) from matter_event where kind = 'RAISED' and matter_id = (select id from matter where number = ?)")) {
			count.setString(1, number);
			var row = count.executeQuery();
			assertThat(row.next()).isTrue();
			return row.getInt(1);
		}
	}
}

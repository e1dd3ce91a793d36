package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.TwoNodes;

/**
 * F7: the clock of one node is ten minutes ahead, then ten minutes behind, while clocks come due. Needs Debian's package libfaketime.
 * Clocks of each half: {@code -Dcuobian.faults.skewed=500}.
 */
class WrongClockFault {

	private static final int CLOCKS = Integer.getInteger("cuobian.faults.skewed", 500);
	/** The first of them are due when the seed is sown, the last so much later. */
	private static final int SECONDS = 40;
	private static final int LATE_SECONDS = 60;
	private static final long LOOK_MILLIS = 200;
	private static final Path LIBRARIES = Path.of("/usr/lib");
	private static final String SEED = """
			insert into clock (id, subject, code, part, place, by_process, edition, limit_place, limit_amount, limit_unit, limit_counting, limit_source,
			limit_rungs, limit_extension, extra, started, due, state, next_rung, next_rung_at)
			select nextval('clock_seq'), '%1$s:' || x, 'SKEWED', x, 'lingxiu', false, 0, '', 1, 'hour', 'hours', 'test', 'due', 0, 0,
			due - interval '1' hour, due, 'RUNNING', 0, due
			from (select x, current_timestamp + interval '%3$d seconds' * x / %2$d + interval '5' second as due from generate_series(1, %2$d) x) seeds""";
	private static final String OURS = " from clock_rung r join clock c on c.id = r.clock_id where c.code = 'SKEWED'";

	private static Path faketime;

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--logging.level.root=error");

	@BeforeAll
	static void theClockCanBeTurned() throws IOException {
		try (var files = Files.find(LIBRARIES, 4, (file, kind) -> file.endsWith("faketime/libfaketimeMT.so.1"))) {
			faketime = files.findFirst().orElseThrow(() -> new AssertionError("No libfaketime on this machine: install the package faketime to turn the clock of a node."));
		}
	}

	@Test
	void noDeadlineFiresEarlyAndNoneTwice() throws Exception {
		try (var db = TOPOLOGY.connection()) {
			long latest = Math.max(half(db, "ahead", 600), half(db, "behind", -600));
			var invariants = new Invariants(db);
			assertThat(invariants.count("select count(*)" + OURS)).as("told once").isEqualTo(2L * CLOCKS);
			assertThat(invariants.count("select count(*)" + OURS + " and (select count(*) from inbox i where i.event = 'clock:' || c.id || ':' || r.rung) = 0")).isZero();
			invariants.everyRungIsToldOnce();
			invariants.noJobIsGivenUp();
			TOPOLOGY.run("verify"); // every chain of hashes
			new Findings("F7").saw("one node ahead, then behind by", "10 min").saw("clocks that came due, told once", 2 * CLOCKS)
					.saw("told more than a second early by the database's clock", 0).saw("the latest", latest + " ms").write();
		}
	}

	/** @return how late the latest was, by the clock of the good node, in milliseconds */
	private static long half(Connection db, String name, int seconds) throws Exception {
		TOPOLOGY.run("stop", "two");
		var invariants = new Invariants(db);
		db.createStatement().executeUpdate(SEED.formatted(name + "-start", CLOCKS / 2, 2 * SECONDS)); // while it starts
		TOPOLOGY.runWith("env LD_PRELOAD=%s FAKETIME=%+ds FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_FORCE_MONOTONIC_FIX=0".formatted(faketime, seconds), "run", "two");
		db.createStatement().executeUpdate(SEED.formatted(name, CLOCKS - CLOCKS / 2, SECONDS));
		long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(2L * SECONDS + LATE_SECONDS);
		while (invariants.count("select count(*) from clock where code = 'SKEWED' and next_rung_at is not null") > 0) {
			assertThat(invariants.count("select count(*)" + OURS + " and r.at > current_timestamp + interval '1' second")).as("told early").isZero();
			assertThat(System.nanoTime()).as("all are told").isLessThan(limit);
			TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
		}
		return late(db, name);
	}

	private static long late(Connection db, String name) throws SQLException {
		return new Invariants(db).count("select cast(extract(epoch from max(r.rung_at - r.at)) * 1000 as bigint)" + OURS + " and c.subject like '" + name + "%'");
	}
}

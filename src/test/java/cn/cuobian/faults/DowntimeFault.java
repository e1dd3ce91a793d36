package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.TwoNodes;

/** F8: all nodes were off for five hours, and clocks came due by the thousand meanwhile. Size: {@code -Dcuobian.faults.overdue=10000}. */
class DowntimeFault {

	private static final int OVERDUE = Integer.getInteger("cuobian.faults.overdue", 10_000);
	private static final Duration DRAINED_WITHIN = Duration.ofSeconds(120);
	/** An hour each, due at some instant of the five hours before now, with a rung before and one an hour afterwards. */
	private static final String SEED = """
			insert into clock (id, subject, code, part, place, by_process, edition, limit_place, limit_amount, limit_unit, limit_counting, limit_source,
			limit_rungs, limit_extension, extra, started, due, state, next_rung, next_rung_at)
			select nextval('clock_seq'), 'downtime:' || x, 'DOWNTIME', x, 'lingxiu', false, 0, '', 1, 'hour', 'hours', 'test', '80%% due +1h', 0, 0,
			due - interval '1' hour, due, 'RUNNING', 0, due - interval '12' minute
			from (select x, current_timestamp - interval '5 hours' * x / %1$d as due from generate_series(1, %1$d) x) seeds""";

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--logging.level.root=error");

	@Test
	void eachClockIsToldOnceAndNoneIsForgotten() throws Exception {
		for (var node : TwoNodes.NODES) {
			TOPOLOGY.run("stop", node);
		}
		try (var db = TOPOLOGY.connection()) {
			assertThat(db.createStatement().executeUpdate(SEED.formatted(OVERDUE))).isEqualTo(OVERDUE);
			TOPOLOGY.run("run", "one");
			var drained = drained(db);
			TOPOLOGY.run("run", "two");
			check(db);
			new Findings("F8").saw("overdue clocks", OVERDUE).saw("all told, from the first line to the last", drained.toMillis() + " ms")
					.saw("rungs told", count(db, "select count(*) from clock_rung r join clock c on c.id = r.clock_id where c.code = 'DOWNTIME' and not r.covered"))
					.saw("rungs that a later one told for", count(db, "select count(*) from clock_rung r join clock c on c.id = r.clock_id where c.code = 'DOWNTIME' and r.covered"))
					.saw("lines in inboxes", count(db, "select count(*) from inbox where kind like 'CLOCK%'")).write();
			assertThat(drained).isLessThan(DRAINED_WITHIN);
		}
	}

	/** From the first that is told: how long a start takes is no part of it. */
	private static Duration drained(Connection db) throws Exception {
		long limit = System.nanoTime() + 3 * DRAINED_WITHIN.toNanos();
		while (count(db, "select count(*) from clock where code = 'DOWNTIME' and next_rung_at <= current_timestamp") > 0) {
			assertThat(System.nanoTime()).as("all are told").isLessThan(limit);
			TimeUnit.MILLISECONDS.sleep(200);
		}
		return Duration.ofMillis(count(db, "select cast(extract(epoch from max(rung_at) - min(rung_at)) * 1000 as bigint) from clock_rung r"
				+ " join clock c on c.id = r.clock_id where c.code = 'DOWNTIME'"));
	}

	private static void check(Connection db) throws Exception {
		assertThat(count(db, "select count(*) from clock c where c.code = 'DOWNTIME' and (select count(*) from clock_rung r where r.clock_id = c.id and not r.covered"
				+ " and r.rung_at = (select min(rung_at) from clock_rung f where f.clock_id = c.id)) <> 1")).as("clocks that told not once when the house came back").isZero();
		assertThat(count(db, "select count(*) from clock c join lateral (values ('80%', c.due - interval '12' minute), ('due', c.due), ('+1h', c.due + interval '1' hour)) s (rung, at)"
				+ " on s.at < current_timestamp - interval '10' second where c.code = 'DOWNTIME' and not exists"
				+ " (select 1 from clock_rung r where r.clock_id = c.id and r.rung = s.rung)")).as("rungs that passed without a line").isZero();
		assertThat(count(db, "select count(*) from clock_rung r join clock c on c.id = r.clock_id where c.code = 'DOWNTIME' and not r.covered"
				+ " and not exists (select 1 from inbox i where i.event = 'clock:' || r.clock_id || ':' || r.rung)")).as("told rungs that nobody has a line of").isZero();
		var invariants = new Invariants(db);
		invariants.everyRungIsToldOnce();
		invariants.noJobIsGivenUp();
		TOPOLOGY.run("verify"); // every chain of hashes
	}

	private static long count(Connection db, String sql) throws SQLException {
		return new Invariants(db).count(sql);
	}
}

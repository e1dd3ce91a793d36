package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.TwoNodes;

/**
 * F1: two nodes behind the proxy, twelve reports a second, deadlines that come due all the time, and every fifteen seconds or
 * a little later one of the nodes is killed and started again, until there were as many of both as asked for:
 * {@code -Dcuobian.faults.kills=200 -Dcuobian.faults.reports=30000}.
 */
class KilledNodesFault {

	private static final int KILLS = Integer.getInteger("cuobian.faults.kills", 200);
	private static final int REPORTS = Integer.getInteger("cuobian.faults.reports", 30_000);
	private static final int RESIDENTS = 6;
	private static final Duration EVERY = Duration.ofMillis(500);
	/** Matters of which the steward's time runs out in the middle of each pause. */
	private static final int DUE = 20;
	private static final Duration PATIENCE = Duration.ofMinutes(5);
	/** How late a deadline may take effect, at the ninety-ninth percent, in the first minute after a restart: here it is always such a minute. */
	private static final Duration LATEST = Duration.ofSeconds(60);

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--cuobian.public.reports-per-hour=100000000", "--logging.level.root=warn");

	@Test
	void nothingIsLostAndNothingIsDoneTwice() throws Exception {
		var begun = Instant.now();
		var due = new DueMatters();
		try (var rush = new Rush(TOPOLOGY.base(), buildings(), RESIDENTS, EVERY); var killer = new NodeKiller(TOPOLOGY)) {
			int kills = 0;
			for (; kills < KILLS || rush.slips().size() < REPORTS; kills++) {
				bringForward(due);
				killer.waitAndKill();
			}
			killer.awaitStarts();
			rush.end(PATIENCE);
			var took = Duration.between(begun, Instant.now());
			settle();
			var late = check(rush, due);
			new Findings("F1").saw("kills of a node, at least 15 s apart", kills).saw("minutes", took.toMinutes())
					.saw("accepted reports", rush.slips().size()).saw("answers", rush.answers())
					.saw("longest time in which nobody got a slip", rush.standStill().toMillis() + " ms")
					.saw("deadlines that came due meanwhile, each once", due.size())
					.saw("p50/p99 of how late they took effect, ms", late).write();
		}
	}

	private static List<String> buildings() throws SQLException {
		try (var db = TOPOLOGY.connection(); var all = db.createStatement(); var row = all.executeQuery("select code from place where level = 'BUILDING' order by code")) {
			List<String> codes = new ArrayList<>();
			while (row.next()) {
				codes.add(row.getString(1));
			}
			return codes;
		}
	}

	/** @return how late each deadline took effect */
	private static Latencies.Part check(Rush rush, DueMatters due) throws Exception {
		assertThat(List.of("200", "502", "503", "504", "none")).as("what was answered").containsAll(rush.answers().keySet());
		try (var db = TOPOLOGY.connection()) {
			new Invariants(db).allHold(rush.slips());
			var late = due.climbedOnce(db);
			TOPOLOGY.run("verify"); // every chain of hashes
			assertThat(late.percentile(99)).as("how late a deadline took effect").isLessThanOrEqualTo(LATEST);
			return late;
		}
	}

	/** What was due while both were away is made up for. */
	private static void settle() throws InterruptedException {
		TimeUnit.SECONDS.sleep(90);
	}

	private static void bringForward(DueMatters due) throws SQLException {
		try (var db = TOPOLOGY.connection()) {
			due.bringForward(db, DUE, Instant.now().plus(NodeKiller.PAUSE.dividedBy(2)));
		}
	}
}

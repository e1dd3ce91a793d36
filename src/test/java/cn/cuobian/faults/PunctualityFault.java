package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.TwoNodes;

/**
 * F1 without its kills, to compare: two nodes behind the proxy, twelve reports a second, and every five seconds the steward's time of
 * twenty matters runs out. How late deadlines take effect while nothing breaks.
 */
class PunctualityFault {

	private static final Duration LATEST = Duration.ofSeconds(5);
	private static final int ROUNDS = 60;
	private static final int DUE = 20;
	private static final int APART_SECONDS = 5;
	private static final Duration AHEAD = Duration.ofSeconds(3);
	private static final int RESIDENTS = 6;
	private static final Duration EVERY = Duration.ofMillis(500);
	private static final Duration PATIENCE = Duration.ofMinutes(1);
	/** Code is compiled and every page is in memory. */
	private static final int WARM_UP_SECONDS = 60;

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--cuobian.public.reports-per-hour=100000000", "--logging.level.root=warn");

	@Test
	void deadlinesTakeEffectWithinSeconds() throws Exception {
		var due = new DueMatters();
		try (var rush = new Rush(TOPOLOGY.base(), List.of("lingxiu-1", "lingxiu-2", "lingxiu-7"), RESIDENTS, EVERY); var db = TOPOLOGY.connection()) {
			TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
			for (int round = 0; round < ROUNDS; round++) {
				due.bringForward(db, DUE, Instant.now().plus(AHEAD));
				TimeUnit.SECONDS.sleep(APART_SECONDS);
			}
			rush.end(PATIENCE);
			TimeUnit.SECONDS.sleep(APART_SECONDS);
			var late = due.climbedOnce(db);
			assertThat(due.size()).as("deadlines").isEqualTo(ROUNDS * DUE);
			assertThat(late.percentile(99)).as("how late a deadline took effect").isLessThanOrEqualTo(LATEST);
			new Findings("F1 without kills").saw("accepted reports", rush.slips().size()).saw("deadlines", due.size())
					.saw("p50/p99 of how late they took effect, ms", late).write();
		}
	}
}

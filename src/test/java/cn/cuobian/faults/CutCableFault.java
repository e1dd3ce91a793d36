package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.TwoNodes;

/**
 * F4: the line between the nodes and the database is cut, loses the answers, or loses the very answer that a transaction is
 * committed, while residents report. How often each: {@code -Dcuobian.faults.cuts=3}; answers to commits: {@code -Dcuobian.faults.commits=60}.
 */
class CutCableFault {

	private static final int CUTS = Integer.getInteger("cuobian.faults.cuts", 3);
	private static final int COMMITS = Integer.getInteger("cuobian.faults.commits", 60);
	private static final int AT_ONCE = 3;
	private static final Duration EVERY = Duration.ofMillis(500);
	private static final int RESIDENTS = 4;
	private static final int CUT_SECONDS = 5;
	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Cable CABLE = new Cable(() -> CutCableFault.TOPOLOGY.databasePort());

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--cuobian.public.reports-per-hour=100000000", "--logging.level.root=error",
			"--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + CABLE.port() + "/postgres");

	private final Random random = new Random(41);

	@Test
	void whoeverDoesNotKnowPressesAgainAndNothingIsThereTwice() throws Exception {
		try (var rush = new Rush(TOPOLOGY.base(), List.of("lingxiu-1", "lingxiu-2", "lingxiu-7"), RESIDENTS, EVERY)) {
			for (int cut = 0; cut < CUTS; cut++) {
				breakFor(CABLE::cut);
				breakFor(CABLE::loseAnswers);
			}
			int lost = loseCommits();
			rush.end(PATIENCE);
			check(rush, lost);
			new Findings("F4").saw("cuts of %d s, and as many in which only answers are lost".formatted(CUT_SECONDS), CUTS).saw("commits whose answer was lost", lost)
					.saw("accepted reports", rush.slips().size()).saw("answers", rush.answers())
					.saw("longest time in which nobody got a slip", rush.standStill().toMillis() + " ms").write();
		}
	}

	private void breakFor(Runnable fault) throws InterruptedException {
		TimeUnit.SECONDS.sleep(3 + random.nextInt(3));
		fault.run();
		TimeUnit.SECONDS.sleep(CUT_SECONDS);
		CABLE.mend();
		ready();
	}

	private static void ready() throws InterruptedException {
		long limit = System.nanoTime() + PATIENCE.toNanos();
		while (!TwoNodes.NODES.stream().allMatch(TOPOLOGY::isReady)) {
			assertThat(System.nanoTime()).as("the nodes come back by themselves").isLessThan(limit);
			TimeUnit.MILLISECONDS.sleep(200);
		}
	}

	private int loseCommits() throws InterruptedException {
		int lost = 0;
		while (lost < COMMITS) {
			CABLE.loseCommits(AT_ONCE);
			TimeUnit.MILLISECONDS.sleep(1_500 + random.nextInt(500));
			lost += AT_ONCE - CABLE.commitsToLose();
		}
		CABLE.mend();
		return lost;
	}

	private static void check(Rush rush, int lost) throws Exception {
		assertThat(List.of("200", "502", "503", "504", "none")).as("what was answered").containsAll(rush.answers().keySet());
		assertThat(rush.answers()).as("somebody had to press again").hasSizeGreaterThan(1);
		assertThat(lost).isGreaterThanOrEqualTo(COMMITS);
		try (var db = TOPOLOGY.connection()) {
			new Invariants(db).allHold(rush.slips());
		}
		TOPOLOGY.run("verify"); // every chain of hashes
	}
}

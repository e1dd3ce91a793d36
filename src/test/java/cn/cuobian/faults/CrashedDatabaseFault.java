package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.TwoNodes;

/** F2: the database crashes under load and comes back. Size: {@code -Dcuobian.faults.crashes=20}. */
class CrashedDatabaseFault {

	private static final int CRASHES = Integer.getInteger("cuobian.faults.crashes", 20);
	private static final int RESIDENTS = 4;
	private static final Duration EVERY = Duration.ofMillis(400);
	private static final Duration RED_WITHIN = Duration.ofSeconds(5);
	private static final Duration GREEN_WITHIN = Duration.ofSeconds(15);
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--cuobian.public.reports-per-hour=100000000", "--logging.level.root=warn");

	private final Random random = new Random(37);
	private Duration slowestRed = Duration.ZERO;
	private Duration slowestGreen = Duration.ZERO;

	@Test
	void whatWasAcknowledgedIsThereAndTheNodesComeBackByThemselves() throws Exception {
		try (var rush = new Rush(TOPOLOGY.base(), List.of("lingxiu-1", "lingxiu-2", "lingxiu-7"), RESIDENTS, EVERY)) {
			for (int crash = 0; crash < CRASHES; crash++) {
				TimeUnit.SECONDS.sleep(4 + random.nextInt(4));
				crash();
			}
			TimeUnit.SECONDS.sleep(5);
			rush.end(PATIENCE);
			check(rush);
			new Findings("F2").saw("crashes", CRASHES).saw("accepted reports", rush.slips().size()).saw("answers", rush.answers())
					.saw("readiness red after at most", slowestRed.toMillis() + " ms").saw("readiness green again after at most", slowestGreen.toMillis() + " ms")
					.saw("longest time in which nobody got a slip", rush.standStill().toMillis() + " ms").write();
		}
	}

	private void crash() throws Exception {
		TOPOLOGY.run("kill", "database");
		var red = until(() -> TwoNodes.NODES.stream().noneMatch(TOPOLOGY::isReady));
		TimeUnit.SECONDS.sleep(1 + random.nextInt(4));
		TOPOLOGY.run("run", "database");
		var green = until(() -> TwoNodes.NODES.stream().allMatch(TOPOLOGY::isReady));
		assertThat(red).as("readiness is red").isLessThan(RED_WITHIN);
		assertThat(green).as("readiness is green again").isLessThan(GREEN_WITHIN);
		slowestRed = red.compareTo(slowestRed) > 0 ? red : slowestRed;
		slowestGreen = green.compareTo(slowestGreen) > 0 ? green : slowestGreen;
	}

	private static Duration until(BooleanSupplier reached) throws InterruptedException {
		long begun = System.nanoTime();
		while (!reached.getAsBoolean()) {
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
			TimeUnit.MILLISECONDS.sleep(100);
		}
		return Duration.ofNanos(System.nanoTime() - begun);
	}

	private static void check(Rush rush) throws Exception {
		assertThat(List.of("200", "502", "503", "504", "none")).as("what was answered").containsAll(rush.answers().keySet());
		assertThat(rush.slips()).as("accepted reports").hasSizeGreaterThan(10 * CRASHES);
		try (var db = TOPOLOGY.connection()) {
			new Invariants(db).allHold(rush.slips());
		}
		TOPOLOGY.run("verify"); // every chain of hashes
	}
}

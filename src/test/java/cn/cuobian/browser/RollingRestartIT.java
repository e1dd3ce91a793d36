package cn.cuobian.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.TwoNodes;

/** A new release is brought out, one node after the other, while people work. */
@Tag("browser")
@ExtendWith(Chromium.class)
@Tag("measures-time")
class RollingRestartIT {

	/** Five seconds in which the proxy notices, and what a virtual machine takes to end; an open board does not hold it. */
	private static final Duration LONGEST_END = Duration.ofSeconds(20);

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--cuobian.public.reports-per-hour=100000");

	@Test
	void the_main_job_is_done_and_no_request_fails_while_one_node_restarts_and_then_the_other(Visitor resident, Visitor staff, Visitor supervisor)
			throws Exception {
		supervisor.signsIn("supervisor").goesTo("/board").waitsForIslands();
		try (var asking = new KeepsAsking(TOPOLOGY.base())) {
			var restarts = CompletableFuture.supplyAsync(RollingRestartIT::restartBoth);
			try {
				new MainJob(resident, staff).walk();
			} finally {
				restarts.exceptionally(failed -> Duration.ZERO).join();
			}
			assertThat(asking.failures()).isEmpty();
			var slowest = restarts.join();
			assertThat(asking.answers()).as("answers while both restarted").isGreaterThan(100);
			assertThat(slowest).as("the end of a node").isLessThan(LONGEST_END);
			System.out.printf("Both nodes restarted, %d answers, none failed; the slower end took %d ms%n", asking.answers(), slowest.toMillis());
		}
		supervisor.findsNothingWrong();
	}

	/** @return what the slower of the two took to end */
	private static Duration restartBoth() {
		var one = restart("one");
		var two = restart("two");
		return one.compareTo(two) > 0 ? one : two;
	}

	private static Duration restart(String node) {
		try {
			long begun = System.nanoTime();
			TOPOLOGY.run("stop", node);
			var ended = Duration.ofNanos(System.nanoTime() - begun);
			TOPOLOGY.run("run", node);
			return ended;
		} catch (Exception e) {
			throw new IllegalStateException("Node " + node + " does not restart", e);
		}
	}
}

package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import cn.cuobian.TwoNodes;

/** Kills one node after the other, and starts each again at once; now and then both are away. */
final class NodeKiller implements AutoCloseable {

	/** A node needs so long to start that at shorter pauses nothing would get done. */
	static final Duration PAUSE = Duration.ofSeconds(15);
	private static final int SPREAD_MILLIS = 5_000;
	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final TwoNodes topology;
	private final Random random = new Random(37);
	private final ExecutorService starter = Executors.newFixedThreadPool(TwoNodes.NODES.size());
	private final Map<String, Future<?>> starting = new HashMap<>();

	NodeKiller(TwoNodes topology) {
		this.topology = topology;
	}

	/** Whoever is in service; one of the two always is, or comes back. */
	void waitAndKill() throws Exception {
		TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis() + random.nextInt(SPREAD_MILLIS));
		var ready = ready();
		var node = ready.get(random.nextInt(ready.size()));
		awaitStart(node);
		topology.run("kill", node);
		starting.put(node, starter.submit(() -> {
			topology.run("run", node);
			return node;
		}));
	}

	/** Until both are in service. */
	void awaitStarts() throws Exception {
		for (var node : TwoNodes.NODES) {
			awaitStart(node);
		}
	}

	@Override
	public void close() {
		starter.shutdownNow();
	}

	private void awaitStart(String node) throws Exception {
		var start = starting.remove(node);
		if (start != null) {
			start.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
	}

	private List<String> ready() throws InterruptedException {
		long limit = System.nanoTime() + PATIENCE.toNanos();
		var ready = TwoNodes.NODES.stream().filter(topology::isReady).toList();
		while (ready.isEmpty()) {
			assertThat(System.nanoTime()).as("a node comes back").isLessThan(limit);
			TimeUnit.MILLISECONDS.sleep(200);
			ready = TwoNodes.NODES.stream().filter(topology::isReady).toList();
		}
		return ready;
	}
}

package cn.cuobian.benchmark.engines;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * The rows a closed matter of ours leaves behind, written by the database itself: one round trip and one commit for each
 * act, no reading, no deciding, no reference checked, and none of the rows that are changed or deleted on the way.
 * Nothing that keeps the same rows can be faster.
 */
final class Floor {

	/** Report, four tasks, rating. */
	static final int ACTS = 6;

	private final String url;
	private final AtomicLong copies = new AtomicLong();

	Floor(String url) {
		this.url = url;
	}

	/** Matters a second. */
	double lives(int clients, double seconds) throws Exception {
		var pool = Executors.newFixedThreadPool(clients);
		long begin = System.nanoTime();
		Callable<Integer> client = () -> live(begin + (long) (seconds * 1e9));
		int lived = 0;
		for (Future<Integer> each : pool.invokeAll(IntStream.range(0, clients).mapToObj(i -> client).toList())) {
			lived += each.get();
		}
		pool.shutdown();
		return lived / ((System.nanoTime() - begin) / 1e9);
	}

	private int live(long until) throws SQLException {
		try (Connection db = DriverManager.getConnection(url, "postgres", "postgres"); var session = db.createStatement()) {
			session.execute("set session_replication_role = replica");
			var acts = new CallableStatement[ACTS];
			for (int act = 0; act < ACTS; act++) {
				acts[act] = db.prepareCall("select floor_" + (act + 1) + "(?)");
			}
			int lived = 0;
			for (; System.nanoTime() < until; lived++) {
				long copy = copies.incrementAndGet();
				for (CallableStatement act : acts) {
					act.setLong(1, copy);
					act.execute();
				}
			}
			return lived;
		}
	}
}

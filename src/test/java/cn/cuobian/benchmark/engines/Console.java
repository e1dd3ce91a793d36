package cn.cuobian.benchmark.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Does with a contestant what is asked line by line on the standard input, and answers in a line that begins with {@code =}. */
final class Console {

	private final Contestant contestant;
	private final AtomicLong matters = new AtomicLong();

	private Console(Contestant contestant) {
		this.contestant = contestant;
	}

	/** An engine's threads would keep a process alive whose main thread has failed. */
	static void endWhenBroken() {
		Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {
			thrown.printStackTrace();
			System.exit(1);
		});
	}

	/** Says when it was ready, and returns when it is told to leave. */
	static void open(Contestant contestant) throws Exception {
		contestant.timers(false);
		answer(System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
		var console = new Console(contestant);
		var lines = new BufferedReader(new InputStreamReader(System.in));
		for (var line = lines.readLine(); line != null && !line.equals("leave"); line = lines.readLine()) {
			console.doAs(line.split(" "));
		}
		System.exit(0); // whatever threads an engine keeps
	}

	private void doAs(String[] asked) throws Exception {
		switch (asked[0]) {
			case "lives" -> answer(lives(Integer.parseInt(asked[1]), Double.parseDouble(asked[2])));
			case "live" -> answer(live(Integer.parseInt(asked[1])));
			case "report" -> answer(contestant.report(matters.incrementAndGet()));
			case "timers" -> {
				contestant.timers(asked[1].equals("on"));
				answer("done");
			}
			case "memory" -> answer(memory());
			default -> throw new IllegalArgumentException(asked[0]);
		}
	}

	/** Matters a second. */
	private double lives(int clients, double seconds) throws InterruptedException, ExecutionException {
		var pool = Executors.newFixedThreadPool(clients);
		var begin = System.nanoTime();
		var until = begin + (long) (seconds * 1e9);
		Callable<Integer> client = () -> {
			int lived = 0;
			for (; System.nanoTime() < until; lived++) {
				contestant.life(matters.incrementAndGet());
			}
			return lived;
		};
		int lived = 0;
		for (Future<Integer> each : pool.invokeAll(IntStream.range(0, clients).mapToObj(i -> client).toList())) {
			lived += each.get();
		}
		pool.shutdown();
		return lived / ((System.nanoTime() - begin) / 1e9);
	}

	/** Round trips of so many matters one after another. */
	private long live(int count) throws Exception {
		long before = CountingSockets.trips();
		for (int i = 0; i < count; i++) {
			contestant.life(matters.incrementAndGet());
		}
		return CountingSockets.trips() - before;
	}

	/** Resident MB after collecting garbage, and heap MB in use. */
	private static String memory() throws IOException {
		System.gc();
		var resident = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS")).findFirst().orElse("VmRSS: 0 kB");
		var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
		return Long.parseLong(resident.replaceAll("\\D", "")) / 1024 + " " + heap;
	}

	private static void answer(Object text) {
		System.out.println("= " + text);
	}
}

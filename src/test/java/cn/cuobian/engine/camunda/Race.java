package cn.cuobian.engine.camunda;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/** Several threads that do the same at the same moment. */
record Race(int won, List<Throwable> lost) {

	static Race of(int runners, LongConsumer act) throws InterruptedException {
		var start = new CountDownLatch(1);
		var pool = Executors.newFixedThreadPool(runners);
		List<Future<?>> results = new ArrayList<>();
		for (long runner = 1; runner <= runners; runner++) {
			long person = runner;
			results.add(pool.submit((Callable<Void>) () -> {
				start.await();
				act.accept(person);
				return null;
			}));
		}
		start.countDown();
		pool.shutdown();
		return result(results);
	}

	private static Race result(List<Future<?>> results) throws InterruptedException {
		List<Throwable> lost = new ArrayList<>();
		for (Future<?> result : results) {
			try {
				result.get();
			} catch (ExecutionException e) {
				lost.add(e.getCause());
			}
		}
		return new Race(results.size() - lost.size(), lost);
	}
}

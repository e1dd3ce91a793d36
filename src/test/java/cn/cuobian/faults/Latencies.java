package cn.cuobian.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** How long answers took, to be asked for part by part. */
final class Latencies {

	private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

	/** @param begun when it was asked, by {@link System#nanoTime} */
	void since(long begun) {
		nanos.add(System.nanoTime() - begun);
	}

	/** Those that came since this was called last. */
	Part next() {
		List<Long> part = new ArrayList<>();
		for (var one = nanos.poll(); one != null; one = nanos.poll()) {
			part.add(one);
		}
		return new Part(part);
	}

	/** Some of them. */
	record Part(List<Long> nanos) {

		/** @throws java.util.NoSuchElementException when there was no answer at all */
		Duration percentile(int of100) {
			return Duration.ofNanos(nanos.stream().sorted().skip(nanos.size() * (long) of100 / 100).findFirst().orElseThrow());
		}

		Part and(Part other) {
			return new Part(Stream.concat(nanos.stream(), other.nanos.stream()).toList());
		}

		/** Half of them and 99 of 100 of them, in milliseconds. */
		@Override
		public String toString() {
			return nanos.isEmpty() ? "-" : percentile(50).toMillis() + "/" + percentile(99).toMillis();
		}
	}
}

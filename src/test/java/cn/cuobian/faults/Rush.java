package cn.cuobian.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Residents who report one thing after another while something breaks. Who gets no slip presses the button of the same form
 * again, as the page asks him to, until he holds one, and catches up afterwards on what he meant to report.
 */
final class Rush implements AutoCloseable {

	private static final String BEGINNING = "化粪池倒灌，断电试验 ";
	private static final long PAUSE_MILLIS = 200;

	private final String base;
	private final List<String> places;
	private final Duration every;
	private final ExecutorService residents;
	private final List<Future<?>> reporting = new ArrayList<>();
	private final Map<String, String> slips = new ConcurrentHashMap<>();
	private final Map<String, Integer> answers = new ConcurrentHashMap<>();
	private final Latencies latencies = new Latencies();
	private final BlockingQueue<String> codes = new LinkedBlockingQueue<>();
	private final AtomicLong last = new AtomicLong(System.nanoTime());
	private final AtomicLong longest = new AtomicLong();
	private volatile boolean over;

	/**
	 * @param places codes of buildings, over which the reports are spread
	 * @param every a resident's next report, counted from his last
	 */
	Rush(String base, List<String> places, int residents, Duration every) {
		this.base = base;
		this.places = places;
		this.every = every;
		this.residents = Executors.newFixedThreadPool(residents);
		for (int i = 0; i < residents; i++) {
			reporting.add(this.residents.submit(this::keepReporting));
		}
	}

	/** Code on the slip by token of the form: everything that was acknowledged. */
	Map<String, String> slips() {
		return slips;
	}

	/** How often what was answered: a status, or {@code none} where there was no answer. */
	Map<String, Integer> answers() {
		return new TreeMap<>(answers);
	}

	/** For how long nobody at all got a slip, at the longest. */
	Duration standStill() {
		return Duration.ofNanos(longest.get());
	}

	/** Codes on the slips in the order in which they came, for whoever takes them from here. */
	BlockingQueue<String> codes() {
		return codes;
	}

	/** Of the reports that got their slip at the first press, form and all. */
	Latencies latencies() {
		return latencies;
	}

	static String narrative(String token) {
		return BEGINNING + token;
	}

	/** Nobody begins another report; who has no slip yet goes on until he has one. */
	void end(Duration patience) throws InterruptedException, ExecutionException, TimeoutException {
		over = true;
		long limit = System.nanoTime() + patience.toNanos();
		for (var one : reporting) {
			one.get(Math.max(1, limit - System.nanoTime()), TimeUnit.NANOSECONDS);
		}
	}

	@Override
	public void close() {
		residents.shutdownNow();
	}

	private void keepReporting() {
		var resident = new Resident(base);
		long begun = System.nanoTime();
		for (int report = 0; !over; report++) {
			rest(Duration.ofNanos(begun - System.nanoTime()).plus(every.multipliedBy(report)).toMillis());
			var token = UUID.randomUUID().toString();
			pressUntilAnswered(resident, token, places.get(Math.floorMod(token.hashCode() + report, places.size())));
		}
	}

	private void pressUntilAnswered(Resident resident, String token, String place) {
		long begun = System.nanoTime();
		for (int press = 0; !slips.containsKey(token) && !Thread.currentThread().isInterrupted(); press++) {
			var answer = resident.press(token, narrative(token), place);
			if (press == 0 && answer.code().isPresent()) {
				latencies.since(begun);
			}
			answers.merge(answer.status() == 0 ? "none" : "" + answer.status(), 1, Integer::sum);
			answer.code().ifPresentOrElse(code -> holds(token, code), () -> rest(PAUSE_MILLIS));
		}
	}

	private void holds(String token, String code) {
		long now = System.nanoTime();
		longest.accumulateAndGet(now - last.getAndSet(now), Math::max);
		slips.put(token, code);
		codes.add(code);
	}

	private static void rest(long millis) {
		try {
			TimeUnit.MILLISECONDS.sleep(millis);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}

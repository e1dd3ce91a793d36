package cn.cuobian.refusals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import org.springframework.http.HttpStatus;

/**
 * So many acts per hour from one address. An IPv6 customer owns a whole /64 and is counted as one. At most so many
 * addresses are remembered; the one not heard of for longest is forgotten first.
 */
public class Throttle {

	private static final int REMEMBERED = 20_000;
	private static final int IPV6_NETWORK_BYTES = 8;
	private static final int IPV4_BYTES = 4;

	private final String rule;
	private final int perHour;
	private final TimeMeter time;
	private final Map<String, Bucket> buckets = Collections.synchronizedMap(new Recent());

	/** @param rule the refusal's name */
	public Throttle(String rule, int perHour, Clock clock) {
		this.rule = rule;
		this.perHour = perHour;
		this.time = new Ticks(clock);
	}

	/** @throws Refusal 429 if this address did it too often; it may again after a while */
	public void count(String address) {
		if (!bucket(address).tryConsume(1)) {
			throw tooOften();
		}
	}

	/** @throws Refusal 429 if nothing is left, without counting */
	public void requireLeft(String address) {
		if (bucket(address).getAvailableTokens() < 1) {
			throw tooOften();
		}
	}

	private Refusal tooOften() {
		return new Refusal(rule, perHour).status(HttpStatus.TOO_MANY_REQUESTS);
	}

	private Bucket bucket(String address) {
		return buckets.computeIfAbsent(network(address), unknown -> Bucket.builder().withCustomTimePrecision(time)
				.addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, Duration.ofHours(1))).build());
	}

	/** Addresses come from the container as digits, so nothing is looked up in the DNS. */
	static String network(String address) {
		try {
			byte[] bytes = InetAddress.getByName(address).getAddress();
			return bytes.length == IPV4_BYTES ? address : Arrays.toString(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES));
		} catch (UnknownHostException e) {
			return "unknown";
		}
	}

	private static final class Recent extends LinkedHashMap<String, Bucket> {

		private static final long serialVersionUID = 1L;

		Recent() {
			super(16, 0.75f, true);
		}

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
			return size() > REMEMBERED;
		}
	}

	private record Ticks(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return Duration.between(java.time.Instant.EPOCH, clock.instant()).toNanos();
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}
	}
}

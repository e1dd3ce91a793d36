package cn.cuobian.nodes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;

/**
 * Compares the clock of this node with the database's, which all nodes share. A node that is off takes no ballots, and does
 * nothing by the clock: it would ring and end things early, and take work from others who still have it in hand.
 * Measured beside the transactions of others: inside one the time of the database stands still.
 */
@Component
public class ClockWatch {

	/** So far a node may be off. */
	public static final Duration MOST = Duration.ofSeconds(2);

	private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
	/** Between two looks the clock of a machine runs; where it moved otherwise, somebody set it. */
	private static final Duration JUMP = Duration.ofSeconds(1);

	private final JdbcClient db;
	private final InstantSource node;
	private volatile Look last;

	/** The clock of the machine: the one that is injected elsewhere is it in production, and travels in tests. */
	@Autowired
	ClockWatch(JdbcClient db, MeterRegistry meters) {
		this(db, InstantSource.system());
		TimeGauge.builder("cuobian.clock.skew", this, TimeUnit.NANOSECONDS, self -> self.last.off().toNanos())
				.description("How far the clock of this node is off the database's").register(meters);
	}

	/** Of a node with another clock, for tests. */
	public ClockWatch(JdbcClient db, InstantSource node) {
		this.db = db;
		this.node = node;
		measure();
	}

	/** What was seen, and when by the clock that can be set and by the one that only runs. */
	private record Look(Duration off, Instant at, long nanos) {

		boolean isFar() {
			return off.compareTo(MOST) > 0;
		}
	}

	/** Whether this node is off by more than {@link #MOST}; a clock that was set since the last look is looked at again. */
	public boolean isOff() {
		var seen = last;
		var ran = Duration.ofNanos(System.nanoTime() - seen.nanos());
		if (Duration.between(seen.at(), node.instant()).minus(ran).abs().compareTo(JUMP) > 0) {
			measure();
		}
		return last.isFar();
	}

	/** Every five seconds: a clock may also drift. */
	@Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS, initialDelay = 5)
	public final void measure() {
		var before = node.instant();
		var there = db.sql("select current_timestamp").query(OffsetDateTime.class).single().toInstant();
		var after = node.instant();
		tell(new Look(distance(before, there, after), after, System.nanoTime()));
	}

	/** Once, and not every five seconds. */
	private void tell(Look now) {
		boolean wasFar = last != null && last.isFar();
		last = now;
		if (now.isFar() && !wasFar) {
			LOG.error("The clock of this node is {} off the database's: no ballots are taken here and nothing is done by the clock until it is set right", now.off());
		} else if (!now.isFar() && wasFar) {
			LOG.warn("The clock of this node is right again");
		}
	}

	/** From a span of the one clock to an instant of the other; zero if it lies within. */
	private static Duration distance(Instant from, Instant there, Instant until) {
		return there.isBefore(from) ? Duration.between(there, from) : there.isAfter(until) ? Duration.between(until, there) : Duration.ZERO;
	}
}

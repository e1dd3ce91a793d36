package cn.cuobian.votes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import cn.cuobian.refusals.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;

/**
 * Compares the clock of this node with the database's, which all nodes share: a node that is off takes no ballots, so that
 * none of them takes one too late or too early. Measured beside the transactions that cast: inside one the time of the
 * database stands still while they wait for each other.
 */
@Component
class ClockWatch {

	/** So far a node may be off at the window's edges. */
	static final Duration MOST = Duration.ofSeconds(2);

	private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

	private final JdbcClient db;
	private final InstantSource node;
	private volatile Duration off = Duration.ZERO;

	/** The clock of the machine: the one that is injected elsewhere is it in production, and travels in tests. */
	@Autowired
	ClockWatch(JdbcClient db, MeterRegistry meters) {
		this(db, InstantSource.system());
		TimeGauge.builder("cuobian.clock.skew", this, TimeUnit.NANOSECONDS, self -> self.off.toNanos())
				.description("How far the clock of this node is off the database's").register(meters);
	}

	ClockWatch(JdbcClient db, InstantSource node) {
		this.db = db;
		this.node = node;
		measure();
	}

	@Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
	final void measure() {
		var before = node.instant();
		var there = db.sql("select current_timestamp").query(OffsetDateTime.class).single().toInstant();
		off = distance(before, there, node.instant());
		if (off.compareTo(MOST) > 0) {
			LOG.error("The clock of this node is {} off the database's: no ballots are taken here until it is set right", off);
		}
	}

	/** @throws Refusal {@code votes.box.clock-off} while this node is off by more than {@link #MOST} */
	void require() {
		if (off.compareTo(MOST) > 0) {
			throw new Refusal("votes.box.clock-off", MOST.toSeconds()).status(HttpStatus.SERVICE_UNAVAILABLE);
		}
	}

	/** From a span of the one clock to an instant of the other; zero if it lies within. */
	private static Duration distance(Instant from, Instant there, Instant until) {
		return there.isBefore(from) ? Duration.between(there, from) : there.isAfter(until) ? Duration.between(until, there) : Duration.ZERO;
	}
}

package cn.cuobian.engine.camunda;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether this machine and the database agree on the time. A node that is ahead fires timers early, and takes over jobs
 * that another node is still working on.
 */
final class SameTime {

	static final Duration TOLERATED = Duration.ofSeconds(2);

	private final JdbcClient jdbc;
	private final Clock machine;

	SameTime(JdbcClient jdbc, Clock machine) {
		this.jdbc = jdbc;
		this.machine = machine;
	}

	/** How far the machine is ahead of the database; negative if it is behind. */
	Duration ahead() {
		Instant before = machine.instant();
		Instant database = jdbc.sql("select current_timestamp").query(Timestamp.class).single().toInstant();
		Instant after = machine.instant();
		return Duration.between(database, before.plus(Duration.between(before, after).dividedBy(2)));
	}

	boolean isKept() {
		return ahead().abs().compareTo(TOLERATED) <= 0;
	}
}

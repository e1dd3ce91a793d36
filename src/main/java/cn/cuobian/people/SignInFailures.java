package cn.cuobian.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks a user name after five wrong passwords: one minute, then twice as long with each further one, at most an hour.
 * Names without an account are counted in the same way, so that a lock tells nothing.
 */
@Component
class SignInFailures {

	private static final int FREE = 5;
	private static final Duration FIRST = Duration.ofMinutes(1);
	private static final Duration LONGEST = Duration.ofHours(1);
	private static final Duration FORGOTTEN = Duration.ofDays(1);

	private final JdbcClient jdbc;
	private final Clock clock;

	SignInFailures(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	private record Failures(int failures, Instant lockedUntil) {
	}

	boolean isLocked(String username) {
		return find(username).map(Failures::lockedUntil).filter(until -> until.isAfter(clock.instant())).isPresent();
	}

	void failed(String username) {
		forgetOld();
		if (count(username) == 0) {
			insert(username);
		}
		find(username).map(Failures::failures).filter(failures -> failures >= FREE)
				.ifPresent(failures -> lock(username, lockAfter(failures)));
	}

	void succeeded(String username) {
		jdbc.sql("delete from sign_in_failure where username = ?").param(username).update();
	}

	static Duration lockAfter(int failures) {
		var doublings = Math.min(failures - FREE, 10);
		var lock = FIRST.multipliedBy(1L << doublings);
		return lock.compareTo(LONGEST) > 0 ? LONGEST : lock;
	}

	private Optional<Failures> find(String username) {
		return jdbc.sql("select failures, locked_until from sign_in_failure where username = ?").param(username)
				.query((row, number) -> new Failures(row.getInt("failures"), row.getTimestamp("locked_until") == null
						? Instant.MIN : row.getTimestamp("locked_until").toInstant())).optional();
	}

	private int count(String username) {
		return jdbc.sql("update sign_in_failure set failures = failures + 1, last_at = ? where username = ?")
				.params(Timestamp.from(clock.instant()), username).update();
	}

	private void insert(String username) {
		try {
			jdbc.sql("insert into sign_in_failure (username, failures, last_at) values (?, 1, ?)")
					.params(username, Timestamp.from(clock.instant())).update();
		} catch (DuplicateKeyException countedMeanwhile) {
			count(username);
		}
	}

	private void lock(String username, Duration duration) {
		jdbc.sql("update sign_in_failure set locked_until = ? where username = ?")
				.params(Timestamp.from(clock.instant().plus(duration)), username).update();
	}

	private void forgetOld() {
		jdbc.sql("delete from sign_in_failure where last_at < ?")
				.param(Timestamp.from(clock.instant().minus(FORGOTTEN))).update();
	}
}

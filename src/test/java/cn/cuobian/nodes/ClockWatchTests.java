package cn.cuobian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far this machine's clock is off the database's. */
class ClockWatchTests {

	private final JdbcClient db = JdbcClient.create(JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", ""));
	private Duration ahead = Duration.ZERO;

	@ParameterizedTest
	@ValueSource(longs = { -600_000, -4_000, 4_000, 600_000 })
	void whoIsMoreThanTwoSecondsOffIsOff(long millis) {
		assertThat(new ClockWatch(db, InstantSource.offset(InstantSource.system(), Duration.ofMillis(millis))).isOff()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(longs = { -900, 0, 900 })
	void aSecondDoesNotMatter(long millis) {
		assertThat(new ClockWatch(db, InstantSource.offset(InstantSource.system(), Duration.ofMillis(millis))).isOff()).isFalse();
	}

	@Test
	void aClockThatIsSetIsNoticedAtOnceInBothDirections() {
		var watch = new ClockWatch(db, () -> Instant.now().plus(ahead));
		assertThat(watch.isOff()).isFalse();
		ahead = Duration.ofHours(2);
		assertThat(watch.isOff()).isTrue();
		ahead = Duration.ofHours(-1);
		assertThat(watch.isOff()).isTrue();
		ahead = Duration.ZERO;
		assertThat(watch.isOff()).isFalse();
	}

	@Test
	void whoDriftsIsNoticedAtTheNextLook() {
		var watch = new ClockWatch(db, () -> Instant.now().plus(ahead));
		for (int step = 1; step <= 5; step++) {
			ahead = Duration.ofMillis(step * 900L);
			watch.measure();
		}
		assertThat(watch.isOff()).isTrue();
	}
}

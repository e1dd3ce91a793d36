package cn.cuobian;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that stands still until a test moves it; it starts on Monday 2026-03-02, 09:00 in Quanzhou. */
public class TestClock extends Clock {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private volatile Instant now = ZonedDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZONE).toInstant();

	/** Moves on by the duration; a negative one moves back. */
	public void travel(Duration duration) {
		now = now.plus(duration);
	}

	public void setTo(Instant instant) {
		now = instant;
	}

	@Override
	public Instant instant() {
		return now;
	}

	@Override
	public ZoneId getZone() {
		return ZONE;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(now, zone);
	}

	@TestConfiguration(proxyBeanMethods = false)
	public static class Installed {

		@Bean
		@Primary
		TestClock testClock() {
			return new TestClock();
		}
	}
}

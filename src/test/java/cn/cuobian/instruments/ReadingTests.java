package cn.cuobian.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** One look into the database serves all gauges of a scrape. */
class ReadingTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
	private final AtomicInteger looks = new AtomicInteger();

	@Test
	void gaugesOfOneGroupLookOnceAScrape() {
		new HouseGauges(meters, Clock.systemUTC(), Duration.ofMinutes(1)).group(looks::incrementAndGet).gauge("one", "", n -> n).gauge("two", "", n -> n * 2);
		assertThat(value("one")).isEqualTo(1);
		assertThat(value("two")).isEqualTo(2);
		assertThat(looks).hasValue(1);
	}

	@Test
	void theNextScrapeLooksAgain() {
		new HouseGauges(meters, Clock.systemUTC(), Duration.ZERO).group(looks::incrementAndGet).gauge("one", "", n -> n);
		assertThat(value("one")).isEqualTo(1);
		assertThat(value("one")).isEqualTo(2);
	}

	@Test
	void aDatabaseThatDoesNotAnswerIsNoNumberAndIsNotAskedByEachGauge() {
		new HouseGauges(meters, Clock.systemUTC(), Duration.ofMinutes(1)).<Integer>group(() -> {
			looks.incrementAndGet();
			throw new IllegalStateException("gone");
		}).gauge("one", "", n -> n).gauge("two", "", n -> n);
		assertThat(value("one")).isNaN();
		assertThat(value("two")).isNaN();
		assertThat(looks).hasValue(1);
	}

	private double value(String name) {
		return meters.get("cuobian.house." + name).gauge().value();
	}
}

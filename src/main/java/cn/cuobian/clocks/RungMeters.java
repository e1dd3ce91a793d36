package cn.cuobian.clocks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.instruments.HouseGauges;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** How many rungs this node told, how late they were, and how far the whole house is behind. */
@Component
class RungMeters {

	/** The promise is five seconds, and a minute after a restart. */
	private static final Duration[] STEPS = { Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(15),
			Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(12) };

	private final MeterRegistry meters;
	private final Timer lateness;
	private final JdbcClient db;
	private final Clock clock;

	RungMeters(MeterRegistry meters, HouseGauges house, JdbcClient db, Clock clock) {
		this.meters = meters;
		this.db = db;
		this.clock = clock;
		this.lateness = Timer.builder("cuobian.rungs.lateness").description("From the instant of a rung to the commit that told it")
				.serviceLevelObjectives(STEPS).register(meters);
		house.group(this::oldest).age("rungs.behind", "Age of the oldest rung that nobody has told yet", oldest -> oldest.orElse(null));
	}

	/** Only after the commit: what was rolled back rings again, and is counted then. */
	void told(Collection<Peal> peals) {
		var now = clock.instant();
		peals.forEach(peal -> peal.rang().ifPresent(at -> {
			lateness.record(Duration.between(at, now));
			peal.reached().forEach(this::count);
		}));
	}

	private void count(ReachedRung rung) {
		meters.counter("cuobian.rungs.told", "rung", rung.rung(), "room", room(rung.subject())).increment();
	}

	/** Of {@code matter:42} the beginning. */
	private static String room(String subject) {
		int end = subject.indexOf(':');
		return end < 0 ? "other" : subject.substring(0, end);
	}

	private Optional<Timestamp> oldest() {
		return db.sql("select next_rung_at from clock where next_rung_at <= ? and state = 'RUNNING'"
				+ " order by next_rung_at, id fetch first 1 rows only").param(Timestamp.from(clock.instant())).query(Timestamp.class).optional();
	}
}

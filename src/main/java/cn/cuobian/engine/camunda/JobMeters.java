package cn.cuobian.engine.camunda;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.cuobian.instruments.HouseGauges;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;

/**
 * The engine's jobs. Of this node: what it took, lost to another node, could not do, and when it last looked. Of the
 * house: what is due, for how long, and what was given up.
 */
final class JobMeters {

	private final Counter taken;
	private final Counter lost;
	private final Counter rejected;
	private final Counter failed;
	private final JdbcClient db;
	private final Clock clock;
	/** By the machine's own time: the clock of the house may be moved by tests. Before the first look: since the start. */
	private volatile long looked = System.nanoTime();

	JobMeters(MeterRegistry meters, HouseGauges house, JdbcClient db, Clock clock) {
		this.db = db;
		this.clock = clock;
		taken = meters.counter("cuobian.jobs.taken");
		lost = meters.counter("cuobian.jobs.lost");
		rejected = meters.counter("cuobian.jobs.rejected");
		failed = meters.counter("cuobian.jobs.failed");
		TimeGauge.builder("cuobian.jobs.acquisition.age", this, TimeUnit.NANOSECONDS, self -> System.nanoTime() - self.looked)
				.description("Since this node last looked for due jobs").register(meters);
		house.group(this::due).gauge("jobs", "Jobs by what they wait for", Map.of("state", "due"), Due::jobs)
				.gauge("jobs", "Jobs by what they wait for", Map.of("state", "given-up"), Due::givenUp)
				.age("jobs.oldest", "For how long the oldest due job has been due", Due::oldest);
	}

	private record Due(long jobs, Timestamp oldest, long givenUp) {
	}

	void looked() {
		looked = System.nanoTime();
	}

	void taken(int jobs) {
		taken.increment(jobs);
	}

	/** Another node was first. */
	void lost(int jobs) {
		lost.increment(jobs);
	}

	/** The queue was full. */
	void rejected(int jobs) {
		rejected.increment(jobs);
	}

	/** One attempt; it is tried again unless it was the last. */
	void failed() {
		failed.increment();
	}

	/** What was given up stands in the small table of incidents: the large one of jobs is not searched for it. */
	private Due due() {
		long givenUp = db.sql("select count(*) from act_ru_incident where incident_type_ = 'failedJob'").query(Long.class).single();
		return db.sql("select count(*), min(duedate_) from act_ru_job where duedate_ <= ? and retries_ > 0 and suspension_state_ = 1")
				.param(Timestamp.from(clock.instant())).query((rs, n) -> new Due(rs.getLong(1), rs.getTimestamp(2), givenUp)).single();
	}
}

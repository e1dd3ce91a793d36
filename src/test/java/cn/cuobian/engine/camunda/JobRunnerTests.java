package cn.cuobian.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import cn.cuobian.nodes.ClockWatch;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node that lives in another time than the database does not fire timers. */
class JobRunnerTests {

	private final JdbcClient database = JdbcClient.create(JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", ""));
	private final DefaultJobExecutor jobs = new DefaultJobExecutor();

	@Test
	void timersAreFiredFromReadyUntilTheEnd() {
		JobRunner runner = runner(true, Duration.ZERO);
		runner.keep();
		assertThat(jobs.isActive()).as("before the node is ready").isFalse();
		runner.begin();
		assertThat(jobs.isActive()).isTrue();
		runner.end();
		assertThat(jobs.isActive()).isFalse();
		runner.keep();
		assertThat(jobs.isActive()).as("after the node began to stop").isFalse();
	}

	@Test
	void aNodeMayLeaveTimersToOthers() {
		runner(false, Duration.ZERO).begin();
		assertThat(jobs.isActive()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(longs = {-3, 3})
	void aClockThatIsThreeSecondsOffStopsTheTimers(long seconds) {
		runner(true, Duration.ofSeconds(seconds)).begin();
		assertThat(jobs.isActive()).isFalse();
	}

	@Test
	void aClockThatIsSetRightLetsThemRunAgain() {
		runner(true, Duration.ZERO).begin();
		runner(true, Duration.ofSeconds(3)).begin();
		assertThat(jobs.isActive()).isFalse();
		runner(true, Duration.ofSeconds(1)).begin();
		assertThat(jobs.isActive()).isTrue();
		jobs.shutdown();
	}

	private JobRunner runner(boolean on, Duration ahead) {
		var settings = new EngineSettings(on, 1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(1), List.of());
		return new JobRunner(jobs, settings, new ClockWatch(database, Clock.offset(Clock.systemUTC(), ahead)));
	}
}

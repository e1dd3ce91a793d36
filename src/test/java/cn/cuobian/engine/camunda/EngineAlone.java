package cn.cuobian.engine.camunda;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import cn.cuobian.PostgresForTests;
import cn.cuobian.TestClock;
import cn.cuobian.engine.DueJobs;
import cn.cuobian.engine.ProcessBean;
import cn.cuobian.engine.ProcessEnded;
import cn.cuobian.engine.TaskAssigned;
import cn.cuobian.engine.TaskClosed;
import cn.cuobian.engine.TaskOpened;
import cn.cuobian.instruments.HouseGauges;
import cn.cuobian.nodes.ClockWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** The engine room without the rest of the house, on an empty database: two people at once meet other locks in each. */
@TestConfiguration(proxyBeanMethods = false)
@Import({PostgresForTests.class, EngineConfiguration.class, CamundaProcesses.class, CamundaTasks.class, CamundaModels.class,
		CamundaDecisions.class, CamundaFeel.class, CamundaGivenUp.class, Traces.class, JobRunner.class, ClockWatch.class, ModelFiles.class, DueJobs.class,
		EngineAlone.Probe.class, EngineAlone.Heard.class})
class EngineAlone {

	@Bean
	DataSource dataSource(ObjectProvider<EmbeddedPostgres> postgres) {
		var pool = new HikariConfig();
		pool.setMaximumPoolSize(20);
		pool.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
		postgres.ifAvailable(server -> pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres")));
		return new HikariDataSource(pool);
	}

	@Bean
	JdbcClient jdbcClient(DataSource dataSource) {
		return JdbcClient.create(dataSource);
	}

	@Bean
	PlatformTransactionManager transactionManager(DataSource dataSource) {
		return new DataSourceTransactionManager(dataSource);
	}

	@Bean
	TestClock clock() {
		return new TestClock();
	}

	@Bean
	MeterRegistry meters() {
		return new SimpleMeterRegistry();
	}

	@Bean
	HouseGauges gauges(MeterRegistry meters, Clock clock) {
		return new HouseGauges(meters, clock, Duration.ZERO);
	}

	/** Verbs that leave a trace. */
	@ProcessBean("probe")
	static class Probe {

		final List<String> heard = new ArrayList<>();
		private final Clock clock;
		private RuntimeException failure;

		Probe(Clock clock) {
			this.clock = clock;
		}

		void failWith(RuntimeException failure) {
			this.failure = failure;
		}

		public void note(long id, String word) {
			if (failure != null) {
				throw failure;
			}
			heard.add(id + " " + word);
		}

		public String group(String post) {
			return post + "@lingxiu";
		}

		public List<String> departments() {
			return List.of("water", "power");
		}

		public java.util.Date in(long seconds) {
			return java.util.Date.from(clock.instant().plusSeconds(seconds));
		}
	}

	static class Heard {

		final List<Object> events = new ArrayList<>();

		@EventListener
		void opened(TaskOpened event) {
			events.add(event);
		}

		@EventListener
		void assigned(TaskAssigned event) {
			events.add(event);
		}

		@EventListener
		void closed(TaskClosed event) {
			events.add(event);
		}

		@EventListener
		void ended(ProcessEnded event) {
			events.add(event);
		}

		<T> T last(Class<T> type) {
			return events.stream().filter(type::isInstance).map(type::cast).reduce((a, b) -> b).orElseThrow();
		}
	}
}

package cn.cuobian.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;

/** The engine shares the database and the clock of the house. */
@CuobianTest
class EngineInTheHouseTests {

	@Autowired
	JdbcClient jdbc;
	@Autowired
	TestClock clock;
	@Autowired
	DueJobs due;

	@Test
	void engineTablesAndOurOwnStandInOneDatabase() {
		assertThat(jdbc.sql("select count(*) from act_ge_property").query(Integer.class).single()).isPositive();
		assertThat(jdbc.sql("select count(*) from \"flyway_schema_history\"").query(Integer.class).single()).isPositive();
	}

	@Test
	void theEngineReadsTheClockThatTestsMove() {
		due.runDue();
		assertThat(ClockUtil.now().toInstant()).isEqualTo(clock.instant());
		clock.travel(Duration.ofDays(1));
		assertThat(ClockUtil.now().toInstant()).isEqualTo(clock.instant());
	}
}

package cn.cuobian.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.joda.time.DateTimeUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.PostgresForTests;
import cn.cuobian.TestClock;
import cn.cuobian.engine.Processes;

/** How due timers are taken, by one node and by two. */
@Tag(PostgresForTests.DATABASE)
@SpringJUnitConfig(EngineAlone.class)
class AcquisitionTests {

	private static final int DUE = 40;

	@Autowired
	Processes processes;
	@Autowired
	ProcessEngine engine;
	@Autowired
	JobExecutor jobs;
	@Autowired
	DataSource dataSource;
	@Autowired
	PlatformTransactionManager transactions;
	@Autowired
	TestClock clock;

	private String round;

	@BeforeEach
	void timersAreDue() {
		DateTimeUtils.setCurrentMillisProvider(clock::millis);
		JdbcClient.create(dataSource).sql("delete from act_ru_job").update();
		round = UUID.randomUUID().toString();
		deploy("timed", """
				<bpmn:intermediateCatchEvent id="x"><bpmn:timerEventDefinition><bpmn:timeDate>${probe.in(60)}</bpmn:timeDate>
				</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""");
	}

	/** In a transaction of its own. */
	private AcquiredJobs elsewhere(Acquisition node, int most) {
		return CompletableFuture.supplyAsync(() -> new TransactionTemplate(transactions).execute(status -> node.getCommand(most).execute(null)))
				.orTimeout(10, TimeUnit.SECONDS).join();
	}

	/** Other tests share this context and expect nothing to be due. */
	@AfterEach
	void nothingIsDue() {
		JdbcClient.create(dataSource).sql("delete from act_ru_job").update();
	}

	@Test
	void whatADeadNodeHadTakenIsTakenByAnotherOnceItsTimeIsOver() {
		start(3);
		var dead = new DefaultJobExecutor();
		dead.setLockTimeInMillis(60_000);
		var living = new Acquisition(new DefaultJobExecutor(), dataSource);
		assertThat(elsewhere(new Acquisition(dead, dataSource), 10).size()).isEqualTo(3);
		clock.travel(Duration.ofSeconds(59));
		assertThat(elsewhere(living, 10).size()).isZero();
		clock.travel(Duration.ofSeconds(2));
		for (int job = 0; job < 3; job++) {
			var one = ids(elsewhere(living, 10));
			assertThat(one).as("one after the other").hasSize(1);
			assertThat(living.over(one.get(0))).isTrue();
		}
		assertThat(elsewhere(living, 10).size()).isZero();
	}

	/** The second one looks while the first has not committed what it takes. On H2, where there is one node, it would get fewer. */
	@Test
	@EnabledIfSystemProperty(named = "cuobian.test.database", matches = "postgres")
	void nodesTakeDifferentTimersAndNeitherWaitsForTheOther() {
		start(DUE);
		var one = new Acquisition(new DefaultJobExecutor(), dataSource);
		var other = new Acquisition(new DefaultJobExecutor(), dataSource);
		List<AcquiredJobs> taken = new TransactionTemplate(transactions).execute(status -> {
			AcquiredJobs first = one.getCommand(DUE / 2).execute(null);
			return List.of(first, elsewhere(other, DUE / 2));
		});
		assertThat(ids(taken.get(0))).hasSize(DUE / 2).doesNotContainAnyElementsOf(ids(taken.get(1)));
		assertThat(ids(taken.get(1))).hasSize(DUE / 2);
		assertThat(elsewhere(one, DUE).size()).as("all are taken").isZero();
	}

	/** As a node does whose clock was wrong for a while. */
	@Test
	void aNodeThatStopsAndStartsAgainTakesTimersAsBefore() {
		for (int start = 0; start < 2; start++) {
			jobs.start();
			try {
				assertThat(jobs.getAcquireJobsCmdFactory()).isInstanceOf(Acquisition.class);
			} finally {
				jobs.shutdown();
			}
		}
	}

	@Test
	void whatIsDueIsFoundByAnIndex() throws SQLException {
		try (var connection = dataSource.getConnection();
				var columns = connection.getMetaData().getIndexInfo(null, null, stored(connection, "act_ru_job"), false, true)) {
			List<String> first = new ArrayList<>();
			while (columns.next()) {
				if (columns.getShort("ORDINAL_POSITION") == 1) {
					first.add(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
				}
			}
			assertThat(first).contains("duedate_");
		}
	}

	private static String stored(Connection connection, String table) throws SQLException {
		return connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
	}

	@Test
	void theEarliestDueComesFirstAndWhatIsNotDueStays() {
		start(1);
		String early = engine.getManagementService().createJobQuery().singleResult().getId();
		start(1);
		processes.start("timed", "matter:later" + round, Map.of());
		var node = new Acquisition(new DefaultJobExecutor(), dataSource);
		assertThat(ids(elsewhere(node, 1))).containsExactly(early);
		assertThat(elsewhere(node, 10).size()).isEqualTo(1);
	}

	@Test
	void twoNodesFireEveryTimerAndNoneFails() throws InterruptedException {
		start(DUE);
		var second = node();
		jobs.start();
		second.start();
		try {
			for (int i = 0; i < 600 && engine.getManagementService().createJobQuery().count() > 0; i++) {
				Thread.sleep(50);
			}
		} finally {
			jobs.shutdown();
			second.shutdown();
		}
		assertThat(engine.getManagementService().createJobQuery().list()).extracting(Job::getExceptionMessage).isEmpty();
		assertThat(IntStream.range(0, DUE).mapToObj(i -> processes.trace("matter:" + i + round)))
				.allSatisfy(traces -> assertThat(traces).singleElement().satisfies(trace -> assertThat(trace.ended()).isTrue()));
	}

	/** Looks as often as ours do; the engine's own defaults put what their short queue refuses off for up to a minute. */
	private JobExecutor node() {
		var node = new DefaultJobExecutor();
		node.setQueueSize(DUE);
		node.setWaitTimeInMillis(100);
		node.setMaxWait(500);
		node.setMaxBackoff(500);
		node.setAcquireJobsCmdFactory(new Acquisition(node, dataSource));
		node.registerProcessEngine((ProcessEngineImpl) engine);
		return node;
	}

	private void start(int count) {
		IntStream.range(0, count).forEach(i -> processes.start("timed", "matter:" + i + round, Map.of()));
		clock.travel(Duration.ofSeconds(61));
	}

	private static List<String> ids(AcquiredJobs taken) {
		return taken.getJobIdBatches().stream().flatMap(List::stream).toList();
	}

	private void deploy(String key, String step) {
		String model = Drawings.bpmn(key, Drawings.around("x", step));
		engine.getRepositoryService().createDeployment().enableDuplicateFiltering(false).name(key)
				.addInputStream(key + ".bpmn", new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8))).deploy();
	}
}

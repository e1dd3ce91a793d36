package cn.cuobian.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.joda.time.DateTimeUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import cn.cuobian.PostgresForTests;
import cn.cuobian.TestClock;
import cn.cuobian.engine.GivenUp;
import cn.cuobian.engine.GivenUp.Reason;
import cn.cuobian.engine.GivenUp.Stopped;
import cn.cuobian.engine.Processes;
import cn.cuobian.refusals.Refusal;

/** A job that takes its node down, or never ends, is not run for ever; what stood beside it is done. */
@Tag(PostgresForTests.DATABASE)
@SpringJUnitConfig(EngineAlone.class)
class GivenUpTests {

	private static final Duration LOCK = Duration.ofSeconds(60);

	@Autowired
	Processes processes;
	@Autowired
	ProcessEngine engine;
	@Autowired
	ProcessEngineConfigurationImpl configuration;
	@Autowired
	GivenUp givenUp;
	@Autowired
	EngineAlone.Probe probe;
	@Autowired
	JobExecutor jobs;
	@Autowired
	DataSource dataSource;
	@Autowired
	TestClock clock;

	@BeforeEach
	@AfterEach
	void nothingIsDue() {
		DateTimeUtils.setCurrentMillisProvider(clock::millis);
		probe.failWith(null);
		// the engine deletes no job that is taken
		JdbcClient.create(dataSource).sql("delete from act_ru_job").update();
		JdbcClient.create(dataSource).sql("delete from act_ru_incident").update();
	}

	@Test
	void whatTakesItsNodeDownEachTimeIsGivenUpAfterThreeAttemptsAlone() {
		var id = due(1).get(0);
		for (int alone = 0; alone <= 3; alone++) {
			assertThat(looks(node())).as("taken alone %d times", alone).containsExactly(id);
			assertThat(looks(node())).as("while its lock lasts").isEmpty();
			clock.travel(LOCK.plusSeconds(1));
		}
		assertThat(givenUp.newest(10)).isEmpty();
		assertThat(looks(node())).isEmpty();
		assertThat(givenUp.newest(10)).singleElement().returns(id, Stopped::id).returns(Reason.SILENT, Stopped::reason).returns("", Stopped::error)
				.returns(clock.instant(), Stopped::since);
		clock.travel(LOCK.plusSeconds(1));
		assertThat(looks(node())).as("never again by itself").isEmpty();
	}

	@Test
	void whatStoodBesideItIsDoneAloneAndBeforeIt() {
		var ids = due(3);
		assertThat(looks(node())).hasSize(3);
		clock.travel(LOCK.plusSeconds(1));
		var poison = looks(node());
		assertThat(poison).as("one alone").hasSize(1);
		clock.travel(LOCK.plusSeconds(1));
		var living = node();
		var order = new ArrayList<String>();
		for (int i = 0; i < 3; i++) {
			var one = looks(living);
			assertThat(looks(living)).as("nothing beside it").isEmpty();
			assertThat(living.over(one.get(0))).isTrue();
			order.addAll(one);
		}
		assertThat(order).containsExactlyInAnyOrderElementsOf(ids).endsWith(poison.get(0));
	}

	@Test
	void whatIsNewIsTakenAllTheSame() {
		due(1);
		looks(node());
		clock.travel(LOCK.plusSeconds(1));
		var living = node();
		assertThat(looks(living)).hasSize(1);
		var later = due(2);
		assertThat(looks(living)).containsExactlyInAnyOrderElementsOf(later);
	}

	@Test
	void oneThatHangsHoldsUpTheOthersForSeconds() {
		due(2);
		looks(node());
		clock.travel(LOCK.plusSeconds(1));
		var living = node();
		var first = looks(living);
		clock.travel(Duration.ofSeconds(4));
		assertThat(looks(living)).isEmpty();
		clock.travel(Duration.ofSeconds(1));
		assertThat(looks(living)).hasSize(1).isNotEqualTo(first);
		assertThat(living.over(first.get(0))).as("it ends late, and something else is alone by now").isFalse();
	}

	@Test
	void theExecutorDoesOneAfterTheOtherWithoutWaiting() throws InterruptedException {
		due(20);
		looks(node());
		clock.travel(LOCK.plusSeconds(1));
		long begun = System.nanoTime();
		jobs.start();
		try {
			while (engine.getManagementService().createJobQuery().count() > 0 && System.nanoTime() - begun < 15_000_000_000L) {
				Thread.sleep(20);
			}
		} finally {
			jobs.shutdown();
		}
		assertThat(engine.getManagementService().createJobQuery().count()).isZero();
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("not one a second").isLessThan(Duration.ofSeconds(12));
	}

	@Test
	void onceAPersonAsksForItItIsTriedAgainWithAllAttempts() {
		var id = due(1).get(0);
		failToTheEnd(id, new IllegalStateException("王小燕的电话是 13812345678"));
		assertThat(givenUp.newest(10)).singleElement().returns(Reason.ERROR, Stopped::reason).returns("IllegalStateException", Stopped::error)
				.returns("走一步", Stopped::step).returns("A step", Stopped::stepEn)
				.satisfies(stopped -> assertThat(stopped.toString()).doesNotContain("13812345678"));
		assertThat(givenUp.tryAgain(id).subject()).startsWith("matter:");
		assertThat(givenUp.newest(10)).isEmpty();
		assertThat(job(id).getRetries()).isEqualTo(5);
		assertThat(looks(node())).as("at once").containsExactly(id);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> givenUp.tryAgain(id)).returns("engine.not-given-up", Refusal::rule)
				.returns(409, refusal -> refusal.status().value());
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> givenUp.tryAgain("gone")).returns("engine.not-given-up", Refusal::rule);
		probe.failWith(null);
		engine.getManagementService().executeJob(id);
		assertThat(engine.getManagementService().createJobQuery().count()).isZero();
	}

	@Test
	void theReasonIsToldByTheLastCause() {
		var id = due(1).get(0);
		failToTheEnd(id, new IllegalStateException("outer", new java.sql.SQLTimeoutException("too late")));
		assertThat(givenUp.newest(10)).singleElement().returns(Reason.DATABASE, Stopped::reason).returns("SQLTimeoutException", Stopped::error);
	}

	@Test
	void ofManyWhoAskAtOnceOneIsHeard() throws InterruptedException {
		var id = due(1).get(0);
		failToTheEnd(id, new IllegalStateException("the verb fails"));
		var race = Race.of(8, person -> givenUp.tryAgain(id));
		assertThat(race.won()).isEqualTo(1);
		assertThat(race.lost()).hasSize(7).allSatisfy(lost -> assertThat(lost).isInstanceOf(Refusal.class).hasMessage("engine.not-given-up"));
	}

	private void failToTheEnd(String id, RuntimeException failure) {
		probe.failWith(failure);
		for (int i = 0; i < 5; i++) {
			Attack.attempt(() -> engine.getManagementService().executeJob(id));
		}
	}

	/** The ids of new jobs that are due. */
	private List<String> due(int count) {
		String model = Drawings.bpmn("step", Drawings.around("x", """
				<bpmn:serviceTask id="x" name="走一步" camunda:asyncBefore="true" camunda:expression="${probe.note(1, 'done')}">
				<bpmn:extensionElements><camunda:properties><camunda:property name="name.en" value="A step"/></camunda:properties></bpmn:extensionElements>
				</bpmn:serviceTask>"""));
		engine.getRepositoryService().createDeployment().enableDuplicateFiltering(false).name("step")
				.addInputStream("step.bpmn", new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8))).deploy();
		var ids = new ArrayList<String>();
		for (int i = 0; i < count; i++) {
			var instance = processes.start("step", "matter:" + UUID.randomUUID(), Map.of());
			ids.add(engine.getManagementService().createJobQuery().processInstanceId(instance).singleResult().getId());
		}
		clock.travel(Duration.ofSeconds(1));
		return ids;
	}

	private Job job(String id) {
		return engine.getManagementService().createJobQuery().jobId(id).singleResult();
	}

	private Acquisition node() {
		var node = new DefaultJobExecutor();
		node.setLockTimeInMillis((int) LOCK.toMillis());
		return new Acquisition(node, dataSource);
	}

	/** What it takes. */
	private List<String> looks(Acquisition node) {
		return configuration.getCommandExecutorTxRequired().execute(node.getCommand(50)).getJobIdBatches().stream().flatMap(List::stream).toList();
	}
}

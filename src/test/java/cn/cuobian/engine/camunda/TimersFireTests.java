package cn.cuobian.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import cn.cuobian.PostgresForTests;
import cn.cuobian.TestClock;
import cn.cuobian.engine.Processes;
import io.micrometer.core.instrument.MeterRegistry;

/** The job executor itself, which the other tests leave off. */
@Tag(PostgresForTests.DATABASE)
@SpringJUnitConfig(EngineAlone.class)
class TimersFireTests {

	/** A timer that is due fires within this, also on a node that had nothing to do for a while. */
	private static final Duration PROMISED = Duration.ofSeconds(5);
	/** Long enough for the pauses between two looks to have grown to their longest. */
	private static final Duration IDLE = Duration.ofSeconds(8);

	@Autowired
	Processes processes;
	@Autowired
	ProcessEngine engine;
	@Autowired
	JobExecutor jobs;
	@Autowired
	TestClock clock;
	@Autowired
	EngineAlone.Probe probe;
	@Autowired
	MeterRegistry meters;

	@BeforeEach
	void deploy() {
		org.joda.time.DateTimeUtils.setCurrentMillisProvider(clock::millis);
		probe.heard.clear();
		probe.failWith(null);
		deploy("waiting", """
				<bpmn:intermediateCatchEvent id="x"><bpmn:timerEventDefinition><bpmn:timeDate>${probe.in(60)}</bpmn:timeDate>
				</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""");
		deploy("failing", """
				<bpmn:serviceTask id="x" camunda:asyncBefore="true" camunda:expression="${probe.note(1, 'done')}"/>""");
	}

	@AfterEach
	void stop() {
		jobs.shutdown();
	}

	@Test
	void aDueTimerFiresWithinSecondsOnANodeThatWasIdle() throws InterruptedException {
		processes.start("waiting", "matter:idle", Map.of());
		jobs.start();
		Thread.sleep(IDLE.toMillis());
		assertThat(ended("matter:idle")).isFalse();

		clock.travel(Duration.ofSeconds(60));
		Instant due = Instant.now();
		while (!ended("matter:idle") && due.plus(PROMISED.multipliedBy(2)).isAfter(Instant.now())) {
			Thread.sleep(50);
		}
		assertThat(Duration.between(due, Instant.now())).isLessThan(PROMISED);
	}

	@Test
	void aFailingStepIsTriedAgainLaterAndLater() {
		probe.failWith(new IllegalStateException("the verb fails"));
		processes.start("failing", "matter:failing", Map.of());
		for (Duration pause : new Duration[] {Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30)}) {
			Instant failed = clock.instant();
			Attack.attempt(() -> engine.getManagementService().executeJob(job().getId()));
			assertThat(job().getDuedate().toInstant()).isEqualTo(failed.plus(pause));
			clock.travel(pause);
		}
		probe.failWith(null);
		engine.getManagementService().executeJob(job().getId());
		assertThat(probe.heard).containsExactly("1 done");
	}

	@Test
	void theMetersTellWhatIsDueWhatFailedAndWhatWasGivenUp() {
		// other tests share the engine and leave timers behind
		engine.getManagementService().createJobQuery().list().forEach(left -> engine.getManagementService().deleteJob(left.getId()));
		probe.failWith(new IllegalStateException("the verb fails"));
		processes.start("failing", "matter:given-up", Map.of());
		var id = job().getId();
		double failed = meters.get("cuobian.jobs.failed").counter().count();
		clock.travel(Duration.ofSeconds(90));
		assertThat(house("jobs", "due")).isEqualTo(1);
		assertThat(house("jobs.oldest.seconds", null)).isEqualTo(90);
		for (int i = 0; i < 5; i++) {
			Attack.attempt(() -> engine.getManagementService().executeJob(id));
		}
		assertThat(meters.get("cuobian.jobs.failed").counter().count() - failed).isEqualTo(5);
		assertThat(house("jobs", "given-up")).isEqualTo(1);
		assertThat(house("jobs", "due")).isZero();
		probe.failWith(null);
		engine.getManagementService().executeJob(id);
		assertThat(house("jobs", "given-up")).isZero();
	}

	@Test
	void theMetersTellWhatThisNodeTookAndWhenItLastLooked() throws InterruptedException {
		double taken = meters.get("cuobian.jobs.taken").counter().count();
		processes.start("failing", "matter:taken", Map.of());
		Thread.sleep(300);
		jobs.start();
		for (Instant begin = Instant.now(); !ended("matter:taken") && begin.plus(PROMISED).isAfter(Instant.now());) {
			Thread.sleep(20);
		}
		assertThat(meters.get("cuobian.jobs.taken").counter().count() - taken).isEqualTo(1);
		assertThat(meters.get("cuobian.jobs.acquisition.age").timeGauge().value(TimeUnit.MILLISECONDS)).isLessThan(3_000);
		jobs.shutdown();
		Thread.sleep(500);
		assertThat(meters.get("cuobian.jobs.acquisition.age").timeGauge().value(TimeUnit.MILLISECONDS)).isGreaterThanOrEqualTo(400);
	}

	private double house(String name, String state) {
		var gauge = meters.get("cuobian.house." + name);
		return (state == null ? gauge : gauge.tag("state", state)).gauge().value();
	}

	private Job job() {
		return engine.getManagementService().createJobQuery().processDefinitionKey("failing").singleResult();
	}

	private boolean ended(String subject) {
		return processes.trace(subject).stream().allMatch(trace -> trace.ended());
	}

	private void deploy(String key, String step) {
		String model = Drawings.bpmn(key, Drawings.around("x", step));
		engine.getRepositoryService().createDeployment().enableDuplicateFiltering(false).name(key)
				.addInputStream(key + ".bpmn", new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8))).deploy();
	}
}

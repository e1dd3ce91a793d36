package cn.cuobian.engine;

import java.time.Clock;
import java.util.List;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.joda.time.DateTimeUtils;
import org.springframework.stereotype.Component;

import cn.cuobian.refusals.Refusal;

/**
 * Fires timers for tests that travel in time: move the {@code TestClock}, then call {@link #runDue()}. Runs in the
 * test's own thread and ends when nothing is due any more; the job executor is off in tests.
 */
@Component
public class DueJobs {

	private static final int MOST = 1_000;

	private final ManagementService management;
	private final RuntimeService runtime;
	private final Clock clock;

	DueJobs(ProcessEngine engine, Clock clock) {
		this.management = engine.getManagementService();
		this.runtime = engine.getRuntimeService();
		this.clock = clock;
	}

	/** Runs every job that is due now, those that fall due meanwhile included, earliest first; the number that ran. */
	public int runDue() {
		DateTimeUtils.setCurrentMillisProvider(clock::millis); // another context may have set its own clock since
		int ran = 0;
		for (List<Job> due = due(); !due.isEmpty(); due = due()) {
			run(due.get(0));
			if (++ran > MOST) {
				throw new AssertionError("jobs fall due without end");
			}
		}
		return ran;
	}

	/** As after the last of its attempts; the ids of the subject's jobs. */
	public List<String> giveUp(String subject) {
		DateTimeUtils.setCurrentMillisProvider(clock::millis);
		var ids = runtime.createProcessInstanceQuery().processInstanceBusinessKey(subject).list().stream()
				.flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream()).map(Job::getId).toList();
		ids.forEach(id -> management.setJobRetries(id, 0));
		return ids;
	}

	/** What the verb of a failing step threw reaches the test as it was thrown. */
	private void run(Job job) {
		try {
			management.executeJob(job.getId());
		} catch (ProcessEngineException e) {
			for (Throwable cause = e; cause != null; cause = cause.getCause()) {
				if (cause instanceof Refusal refusal) {
					throw refusal;
				}
			}
			throw e;
		}
	}

	/** The engine's own housekeeping has no process instance. */
	private List<Job> due() {
		return management.createJobQuery().executable().orderByJobDuedate().asc().list().stream()
				.filter(job -> job.getProcessInstanceId() != null).toList();
	}
}

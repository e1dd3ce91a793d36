package cn.cuobian.engine.camunda;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.DueWork;

@Component
class CamundaDueWork implements DueWork {

	private final ManagementService management;
	private final Clock clock;

	CamundaDueWork(ManagementService management, Clock clock) {
		this.management = management;
		this.clock = clock;
	}

	@Override
	public Optional<Instant> next() {
		return jobs().findFirst().map(CamundaDueWork::due);
	}

	@Override
	public void run(int most) {
		int ran = 0;
		for (Optional<Job> job = dueNow(); job.isPresent(); job = dueNow()) {
			if (++ran > most) {
				throw new IllegalStateException("more than " + most + " timers fall due at one instant, one after the other");
			}
			management.executeJob(job.get().getId());
		}
	}

	private Optional<Job> dueNow() {
		return jobs().findFirst().filter(job -> !due(job).isAfter(clock.instant()));
	}

	/** Earliest first; the engine's own housekeeping has no process instance. */
	private Stream<Job> jobs() {
		return management.createJobQuery().active().withRetriesLeft().orderByJobDuedate().asc().list().stream()
				.filter(job -> job.getProcessInstanceId() != null);
	}

	private static Instant due(Job job) {
		return job.getDuedate() == null ? Instant.EPOCH : job.getDuedate().toInstant();
	}
}

package cn.cuobian.engine.camunda;

import java.util.concurrent.TimeUnit;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Fires timers from the moment the node is ready until it begins to stop; no earlier, or verbs would miss their beans.
 * Not while the node's clock differs from the database's.
 */
@Component
class JobRunner {

	private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

	private final JobExecutor jobs;
	private final EngineSettings settings;
	private final SameTime time;
	private boolean ready;

	JobRunner(JobExecutor jobs, EngineSettings settings, SameTime time) {
		this.jobs = jobs;
		this.settings = settings;
		this.time = time;
	}

	@EventListener(ApplicationReadyEvent.class)
	synchronized void begin() {
		ready = settings.jobs();
		keep();
	}

	@Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
	synchronized void keep() {
		if (!ready) {
			return;
		}
		if (time.isKept()) {
			jobs.start();
		} else {
			LOG.error("This machine's clock is {} ahead of the database's: no timers are fired here until it is set right.", time.ahead());
			stop();
		}
	}

	@EventListener(ContextClosedEvent.class)
	synchronized void end() {
		ready = false;
		stop();
	}

	private void stop() {
		if (jobs.isActive()) {
			jobs.shutdown();
		}
	}
}

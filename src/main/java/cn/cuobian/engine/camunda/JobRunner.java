package cn.cuobian.engine.camunda;

import java.util.concurrent.TimeUnit;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import cn.cuobian.nodes.ClockWatch;

/**
 * Fires timers from the moment the node is ready until it begins to stop; no earlier, or verbs would miss their beans.
 * Not while the node's clock differs from the database's.
 */
@Component
class JobRunner {

	private final JobExecutor jobs;
	private final EngineSettings settings;
	private final ClockWatch time;
	private boolean ready;

	JobRunner(JobExecutor jobs, EngineSettings settings, ClockWatch time) {
		this.jobs = jobs;
		this.settings = settings;
		this.time = time;
	}

	@EventListener(ApplicationReadyEvent.class)
	synchronized void begin() {
		ready = settings.jobs();
		keep();
	}

	@Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	synchronized void keep() {
		if (!ready) {
			return;
		}
		if (time.isOff()) {
			stop();
		} else {
			jobs.start();
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

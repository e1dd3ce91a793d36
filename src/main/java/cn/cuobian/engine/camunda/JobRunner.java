package cn.cuobian.engine.camunda;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Fires timers from the moment the node is ready until it begins to stop; no earlier, or verbs would miss their beans. */
@Component
class JobRunner {

	private final JobExecutor jobs;
	private final EngineSettings settings;

	JobRunner(JobExecutor jobs, EngineSettings settings) {
		this.jobs = jobs;
		this.settings = settings;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		if (settings.jobs()) {
			jobs.start();
		}
	}

	@EventListener(ContextClosedEvent.class)
	void stop() {
		if (jobs.isActive()) {
			jobs.shutdown();
		}
	}
}

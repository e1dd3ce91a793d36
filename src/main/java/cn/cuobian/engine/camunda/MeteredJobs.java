package cn.cuobian.engine.camunda;

import java.util.List;

import javax.sql.DataSource;

import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;

import cn.cuobian.instruments.Trace;

/** Takes due timers by {@link Acquisition}, and counts for {@link JobMeters} what the engine would write into tables of its own. */
final class MeteredJobs extends DefaultJobExecutor {

	private final JobMeters meters;
	private final DataSource dataSource;
	private volatile Acquisition acquisition;

	MeteredJobs(JobMeters meters, DataSource dataSource) {
		this.meters = meters;
		this.dataSource = dataSource;
	}

	/** At each start: stopping forgets how jobs are taken, and the next start would take them the engine's own way. */
	@Override
	protected void ensureInitialization() {
		acquisition = new Acquisition(this, dataSource);
		setAcquireJobsCmdFactory(acquisition);
		super.ensureInitialization();
	}

	/** Jobs that run together share a number in the log. */
	@Override
	public Runnable getExecuteJobsRunnable(List<String> ids, ProcessEngineImpl engine) {
		var run = Trace.traced(super.getExecuteJobsRunnable(ids, engine));
		var taker = acquisition;
		return () -> {
			try {
				run.run();
			} finally {
				if (ids.stream().anyMatch(taker::over)) {
					jobWasAdded();
				}
			}
		};
	}

	@Override
	public void logAcquisitionAttempt(ProcessEngineImpl engine) {
		super.logAcquisitionAttempt(engine);
		meters.looked();
	}

	@Override
	public void logAcquiredJobs(ProcessEngineImpl engine, int jobs) {
		super.logAcquiredJobs(engine, jobs);
		meters.taken(jobs);
	}

	@Override
	public void logAcquisitionFailureJobs(ProcessEngineImpl engine, int jobs) {
		super.logAcquisitionFailureJobs(engine, jobs);
		meters.lost(jobs);
	}

	@Override
	public void logRejectedExecution(ProcessEngineImpl engine, int jobs) {
		super.logRejectedExecution(engine, jobs);
		meters.rejected(jobs);
	}
}

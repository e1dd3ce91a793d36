package cn.cuobian.engine.camunda;

import java.util.List;

import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;

import cn.cuobian.instruments.Trace;

/** Counts for {@link JobMeters} what the engine would write into tables of its own. */
final class MeteredJobs extends DefaultJobExecutor {

	private final JobMeters meters;

	MeteredJobs(JobMeters meters) {
		this.meters = meters;
	}

	/** Jobs that run together share a number in the log. */
	@Override
	public Runnable getExecuteJobsRunnable(List<String> ids, ProcessEngineImpl engine) {
		return Trace.traced(super.getExecuteJobsRunnable(ids, engine));
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

package cn.cuobian.engine.camunda;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;

/** Asked by the engine after every attempt that failed. */
final class MeteredFailures implements FailedJobCommandFactory {

	private final FailedJobCommandFactory engine = new DefaultFailedJobCommandFactory();
	private final JobMeters meters;

	MeteredFailures(JobMeters meters) {
		this.meters = meters;
	}

	@Override
	public Command<Object> getCommand(String job, Throwable failure) {
		meters.failed();
		return engine.getCommand(job, failure);
	}
}

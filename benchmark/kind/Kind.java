package cn.cuobian.benchmark.engines;

import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;

/** Camunda and what has grown from it: the same source, each time against the packages of another. */
final class Kind implements Contestant {

	private final ProcessEngine engine;

	Kind(ProcessEngine engine) throws Exception {
		this.engine = engine;
		engine.getRepositoryService().createDeployment().enableDuplicateFiltering(true)
				.addString("ladder.bpmn", Stubs.drawing("escalation/ladder.bpmn"))
				.addString("close_matter.bpmn", Stubs.drawing("matters/close_matter.bpmn")).deploy();
	}

	@Override
	public void life(long n) throws Exception {
		String instance = report(n);
		for (String decision : new String[] { "solved", "done", "verified", "told" }) {
			Task task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(key(n)).singleResult();
			engine.getTaskService().complete(task.getId(), Map.of("decision", decision));
		}
		engine.getRuntimeService().createMessageCorrelation("matter_rated").processInstanceBusinessKey(key(n)).setVariable("satisfaction", 5).correlate();
	}

	@Override
	public String report(long n) throws Exception {
		return engine.getRuntimeService().startProcessInstanceByKey("ladder", key(n), Stubs.facts(n)).getId();
	}

	private static String key(long n) {
		return "matter:" + ProcessHandle.current().pid() + "." + n;
	}

	@Override
	public void timers(boolean on) {
		var jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
		if (on) {
			jobs.start();
		} else {
			jobs.shutdown();
		}
	}
}

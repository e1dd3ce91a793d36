package cn.cuobian.engine.camunda;

import java.io.ByteArrayInputStream;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/** Deploys a model and does with it all that a house does: starts it, opens and submits its forms, fires its jobs. */
final class Attack {

	private final ProcessEngine engine;

	Attack(ProcessEngine engine) {
		this.engine = engine;
	}

	void deploy(Hostile hostile) {
		var deployment = engine.getRepositoryService().createDeployment();
		hostile.files().forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
		deployment.deploy();
	}

	/** Goes on after each failure: an attack may need one. */
	void run(Hostile hostile) {
		attempt(() -> deploy(hostile));
		attempt(() -> engine.getRuntimeService().startProcessInstanceByKey("hostile", Map.of("difficulty", "hard")));
		attempt(() -> engine.getDecisionService().evaluateDecisionByKey("hostile").variables(Map.of("difficulty", "hard")).evaluate());
		for (int round = 0; round < 3; round++) {
			engine.getManagementService().createJobQuery().list().forEach(this::fire);
			engine.getTaskService().createTaskQuery().list().forEach(this::work);
		}
		attempt(() -> engine.getExternalTaskService().fetchAndLock(1, "w").topic("happened", 1000).execute());
	}

	/** Leaves the engine as it was. */
	void cleanUp() {
		engine.getRepositoryService().createDeploymentQuery().list()
				.forEach(deployment -> attempt(() -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true, true, true)));
		engine.getManagementService().deleteProperty("owned");
	}

	private void fire(Job job) {
		attempt(() -> engine.getManagementService().executeJob(job.getId()));
	}

	private void work(Task task) {
		attempt(() -> engine.getFormService().getTaskFormData(task.getId()));
		attempt(() -> engine.getFormService().getRenderedTaskForm(task.getId()));
		attempt(() -> engine.getFormService().submitTaskForm(task.getId(), Map.of("f", "x")));
		attempt(() -> engine.getTaskService().complete(task.getId()));
	}

	static void attempt(Runnable attempt) {
		try {
			attempt.run();
		} catch (RuntimeException | StackOverflowError e) {
			// whether it failed is not the question: whether it had an effect is
		}
	}
}

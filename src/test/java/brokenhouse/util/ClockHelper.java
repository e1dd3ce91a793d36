package brokenhouse.util;

import java.time.Instant;
import java.util.List;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** Wrong place, wrong name, the engine by another door, an expression in a query, and a clock of its own. */
public class ClockHelper {

	public List<Task> late(TaskService tasks, String expression) {
		return tasks.createTaskQuery().dueBeforeExpression(expression).list();
	}

	public Instant now() {
		return Instant.now();
	}
}

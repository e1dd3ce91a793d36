package brokenhouse.util;

import java.time.Instant;
import java.util.List;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wrong place, wrong name, the engine by another door, an expression in a query, clocks of its own, and a leak. */
public class ClockHelper {

	public List<Task> late(TaskService tasks, String expression) {
		return tasks.createTaskQuery().dueBeforeExpression(expression).list();
	}

	public Instant now() {
		return Instant.now();
	}

	public long milliseconds() {
		return System.currentTimeMillis();
	}

	public long places(JdbcClient jdbc) {
		return jdbc.sql("select code from place").query(String.class).stream().count();
	}
}

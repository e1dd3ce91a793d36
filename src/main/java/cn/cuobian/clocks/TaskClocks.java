package cn.cuobian.clocks;

import cn.cuobian.engine.ProcessEnded;
import cn.cuobian.engine.TaskClosed;
import cn.cuobian.engine.TaskOpened;
import cn.cuobian.engine.Tasks;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Starts and stops the clock a user task names in its property {@code clock}, in the engine's own transaction. */
@Component
class TaskClocks {

	static final String PROPERTY = "clock";

	/** Before the work list, which copies the due instant into its row. */
	private static final int BEFORE_READERS = -100;

	private final Clocks clocks;
	private final Tasks tasks;

	TaskClocks(Clocks clocks, Tasks tasks) {
		this.clocks = clocks;
		this.tasks = tasks;
	}

	@EventListener
	@Order(BEFORE_READERS)
	void on(TaskOpened task) {
		var code = task.properties().get(PROPERTY);
		if (code == null) {
			return;
		}
		var part = task.facts().get("part") instanceof Number number ? number.longValue() : 0;
		var row = clocks.open(code, task.subject(), (String) task.facts().get("place"), part);
		clocks.bind(row, task.taskId(), task.modelKey(), task.elementId());
		tasks.setDue(task.taskId(), row.due());
	}

	@EventListener
	void on(TaskClosed task) {
		clocks.stopTask(task.taskId(), task.outcome() == TaskClosed.Outcome.COMPLETED);
	}

	@EventListener
	void on(ProcessEnded process) {
		clocks.stopWaiting(process.subject());
	}
}

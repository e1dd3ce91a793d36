package cn.cuobian.worklist;

import java.time.Instant;
import java.util.List;

import cn.cuobian.engine.TaskClosed.Outcome;
import cn.cuobian.forms.Label;

/**
 * What became of a task that is no longer open.
 *
 * @param groups the posts it had been offered to
 * @param personId who completed it; {@code null} when the procedure left it
 * @param decided what was decided, in words; empty when nothing was
 */
public record WorkResult(String taskId, String subject, String number, Label name, String modelKey,
		String formId, String place, List<String> groups, Outcome outcome, Long personId, Long onBehalfOf, Instant doneAt, Label decided) {

	public boolean isCompleted() {
		return outcome == Outcome.COMPLETED;
	}

	static WorkResult without(WorkItem item, List<String> groups, Outcome outcome, Instant at) {
		return by(item, groups, outcome, null, null, at, Label.NONE);
	}

	static WorkResult by(WorkItem item, List<String> groups, Outcome outcome, Long person, Long onBehalfOf, Instant at,
			Label decided) {
		return new WorkResult(item.taskId(), item.subject(), item.number(), item.name(), item.modelKey(),
				item.formId(), item.place(), groups, outcome, person, onBehalfOf, at, decided);
	}
}

package cn.cuobian.worklist;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.Feel;
import cn.cuobian.engine.Models;
import cn.cuobian.engine.TaskClosed.Outcome;
import cn.cuobian.engine.Tasks;
import cn.cuobian.forms.FormSchema;
import cn.cuobian.forms.Forms;
import cn.cuobian.forms.Label;
import cn.cuobian.forms.Submission;
import cn.cuobian.forms.Submission.Answered;
import cn.cuobian.people.Viewer;

/** Completes one task in the caller's transaction: our row, the record and the process move together or not at all. */
@Component
class Completion {

	private static final int LONGEST_DECIDED = 2000;

	private final Tasks tasks;
	private final Models models;
	private final Forms forms;
	private final Feel feel;
	private final WorkRows rows;
	private final DoneRows done;
	private final DraftRows drafts;
	private final WorkAccess access;
	private final ApplicationEventPublisher events;
	private final Clock clock;

	Completion(Tasks tasks, Models models, Forms forms, Feel feel, WorkRows rows, DoneRows done, DraftRows drafts, WorkAccess access,
			ApplicationEventPublisher events, Clock clock) {
		this.tasks = tasks;
		this.models = models;
		this.forms = forms;
		this.feel = feel;
		this.rows = rows;
		this.done = done;
		this.drafts = drafts;
		this.access = access;
		this.events = events;
		this.clock = clock;
	}

	FormSchema form(WorkItem item) {
		return tasks.formOf(item.taskId()).map(json -> forms.read(json, item.subject())).orElse(FormSchema.NONE);
	}

	/** The form of a closed task as it is deployed today; its labels, not its options, are of use. */
	FormSchema form(WorkResult result) {
		return Optional.ofNullable(result.formId()).flatMap(id -> models.form(result.modelKey(), id))
			.map(FormSchema::parse).orElse(FormSchema.NONE);
	}

	/** The task must be locked and his to work. */
	WorkResult run(WorkItem item, Map<String, ?> values, Viewer viewer) {
		var submission = form(item).check(values, feel);
		return tasks.together(item.taskId(), () -> {
			if (!item.isTaken()) {
				tasks.claim(item.taskId(), viewer.personId());
			}
			var result = record(item, submission, viewer);
			drafts.delete(item.taskId(), viewer.personId());
			tasks.complete(item.taskId(), submission.decisions());
			return result;
		});
	}

	private WorkResult record(WorkItem item, Submission submission, Viewer viewer) {
		var groups = rows.groups(item.taskId());
		var onBehalfOf = access.onBehalfOf(groups, viewer);
		var result = WorkResult.by(item, groups, Outcome.COMPLETED, viewer.personId(), onBehalfOf,
				clock.instant().truncatedTo(ChronoUnit.MILLIS), decided(submission));
		done.insert(result);
		events.publishEvent(new WorkDone(item.taskId(), item.subject(), item.elementId(), item.name().zh(),
				viewer.personId(), onBehalfOf, item.formId(), submission.words(), submission.decisions(),
				submission.answers()));
		return result;
	}

	private static Label decided(Submission submission) {
		var decisions = submission.answers().stream()
			.filter(answer -> submission.decisions().containsKey(answer.key())).toList();
		return new Label(cut(decisions.stream().map(Completion::zh).collect(Collectors.joining("；"))),
				cut(decisions.stream().map(Completion::en).collect(Collectors.joining("; "))));
	}

	private static String zh(Answered answer) {
		return answer.label().zh() + "：" + answer.text().zh();
	}

	private static String en(Answered answer) {
		return answer.label().en() + ": " + answer.text().en();
	}

	private static String cut(String text) {
		return text.substring(0, Math.min(LONGEST_DECIDED, text.length()));
	}
}

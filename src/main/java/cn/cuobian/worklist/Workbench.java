package cn.cuobian.worklist;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.Tasks;
import cn.cuobian.forms.FormSchema;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/**
 * What a person does with a task. Every act locks the task's row first, so of two people one acts and the other is told
 * who was first; whoever works another task of the same matter at that moment gets in nobody's way. Refused as 404 where the task is not his to see, 403 where he may only read it, 409 where somebody was
 * first.
 */
@Component
public class Workbench {

	private static final int LONGEST_REASON = 500;

	private final Tasks tasks;
	private final WorkRows rows;
	private final WorkAccess access;
	private final Completion completion;
	private final Drafts drafts;
	private final TooLate tooLate;
	private final Fitting fitting;
	private final Repeated repeated;
	private final ApplicationEventPublisher events;

	Workbench(Tasks tasks, WorkRows rows, WorkAccess access, Completion completion, Drafts drafts, TooLate tooLate,
			Fitting fitting, Repeated repeated, ApplicationEventPublisher events) {
		this.tasks = tasks;
		this.rows = rows;
		this.access = access;
		this.completion = completion;
		this.drafts = drafts;
		this.tooLate = tooLate;
		this.fitting = fitting;
		this.repeated = repeated;
		this.events = events;
	}

	/** Takes the task on; taking what one has already changes nothing. */
	public void claim(String taskId, Viewer viewer) {
		act(taskId, viewer, item -> {
			refuseIfTakenByAnother(item, viewer);
			if (!item.isTaken()) {
				tasks.claim(taskId, viewer.personId());
				events.publishEvent(new WorkClaimed(taskId, item.subject(), item.elementId(), item.name().zh(),
						viewer.personId(), access.onBehalfOf(rows.groups(taskId), viewer)));
			}
			return item;
		});
	}

	/** Puts the task back to its posts; only who has it may. */
	public void release(String taskId, Viewer viewer) {
		act(taskId, viewer, item -> {
			refuseIfTakenByAnother(item, viewer);
			if (item.isTaken()) {
				tasks.release(taskId);
				events.publishEvent(new WorkReleased(taskId, item.subject(), item.elementId(), item.name().zh(),
						viewer.personId()));
			}
			return item;
		});
	}

	/**
	 * Gives the task to somebody whom it fits; what was drafted stays with the task. Who has it may, anybody of its posts
	 * while it is free, and a supervisor of the place at any time.
	 */
	public void handOver(String taskId, long toPersonId, String reason, Viewer viewer) {
		var why = reason(reason, "worklist.reason-missing");
		act(taskId, viewer, access::lockedToHandOver, item -> {
			if (!access.supervises(item, viewer)) {
				refuseIfTakenByAnother(item, viewer);
			}
			if (item.isTakenBy(toPersonId) || !fitting.is(taskId, toPersonId)) {
				throw Refusal.onField("to", "worklist.no-fitting-post");
			}
			move(item, toPersonId, why, viewer);
			return item;
		});
	}

	/**
	 * Takes the task from a colleague who cannot go on with it; taking what one has already changes nothing.
	 *
	 * @param fromPersonId who has it as far as the viewer knows; refused as 409 when somebody else has it by now
	 */
	public void takeOver(String taskId, long fromPersonId, String reason, Viewer viewer) {
		var why = reason(reason, "worklist.take-over-reason-missing");
		act(taskId, viewer, item -> {
			if (!item.isTakenBy(fromPersonId)) {
				refuseIfTakenByAnother(item, viewer);
			}
			if (!item.isTakenBy(viewer.personId())) {
				move(item, viewer.personId(), why, viewer);
			}
			return item;
		});
	}

	private void move(WorkItem item, long toPersonId, String why, Viewer viewer) {
		tasks.handOver(item.taskId(), toPersonId);
		events.publishEvent(new WorkHandedOver(item.taskId(), item.subject(), item.elementId(), item.name().zh(),
				viewer.personId(), item.assignee(), toPersonId, why));
	}

	/** Who could be handed the task, who has least to do first; without the one who has it. */
	public List<Candidate> candidates(String taskId, Viewer viewer) {
		var item = access.toHandOver(taskId, viewer);
		return fitting.of(taskId).stream().filter(candidate -> !item.isTakenBy(candidate.personId())).toList();
	}

	/** The form of a task he may work; without fields when the task has none. */
	public FormSchema form(String taskId, Viewer viewer) {
		return completion.form(access.readable(taskId, viewer));
	}

	/** The form somebody filled in too late, for its labels. */
	public FormSchema form(WorkResult closed) {
		return completion.form(closed);
	}

	/**
	 * Completes the task with a form, claimed by him before or not.
	 *
	 * @param values raw answers by field
	 * @throws Refusal 422 with every wrong field; 409 when somebody was first: what he wrote is then kept as his draft
	 */
	public WorkResult complete(String taskId, Map<String, ?> values, Viewer viewer) {
		try {
			return act(taskId, viewer, item -> {
				refuseIfTakenByAnother(item, viewer);
				return completion.run(item, values, viewer);
			});
		} catch (Refusal refusal) {
			if (refusal.status() == HttpStatus.CONFLICT) {
				drafts.keep(taskId, values, viewer);
			}
			throw refusal;
		}
	}

	private <T> T act(String taskId, Viewer viewer, Function<WorkItem, T> deed) {
		return act(taskId, viewer, access::locked, deed);
	}

	private <T> T act(String taskId, Viewer viewer, BiFunction<String, Viewer, WorkItem> lock, Function<WorkItem, T> deed) {
		try {
			return repeated.untilDone(taskId, () -> deed.apply(lock.apply(taskId, viewer)));
		} catch (ConcurrencyFailureException e) {
			throw tooLate.explain(taskId, viewer);
		} catch (Refusal refusal) {
			throw TooLate.isAbout(refusal) ? tooLate.explain(taskId, viewer) : refusal;
		}
	}

	private static void refuseIfTakenByAnother(WorkItem item, Viewer viewer) {
		if (item.isTaken() && !item.isTakenBy(viewer.personId())) {
			throw new Refusal("worklist.taken").status(HttpStatus.CONFLICT);
		}
	}

	private static String reason(String reason, String missing) {
		var text = reason == null ? "" : reason.strip();
		if (text.isEmpty()) {
			throw Refusal.onField("reason", missing);
		}
		if (text.length() > LONGEST_REASON) {
			throw Refusal.onField("reason", "worklist.reason-too-long", LONGEST_REASON, text.length());
		}
		return text;
	}
}

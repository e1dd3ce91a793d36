package cn.cuobian.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Set;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import cn.cuobian.people.People;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** Tells somebody who was second what has happened: who was first, and when. */
@Component
class TooLate {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	/** The refusals that mean somebody was first; others of the same status are about the subject, not the task. */
	private static final Set<String> RULES = Set.of("worklist.taken", "worklist.task-closed");

	/** The engine says the same of a task that is gone and of one whose neighbour in the procedure was written first. */
	private static final Set<String> RULES_OF_THE_ENGINE = Set.of("engine.task-taken", "engine.task-gone");

	private final WorkRows rows;
	private final WorkAccess access;
	private final People people;
	private final Clock clock;

	TooLate(WorkRows rows, WorkAccess access, People people, Clock clock) {
		this.rows = rows;
		this.access = access;
		this.people = people;
		this.clock = clock;
	}

	static boolean isAbout(Refusal refusal) {
		return RULES.contains(refusal.rule()) || isSaidByTheEngine(refusal);
	}

	static boolean isSaidByTheEngine(Refusal refusal) {
		return RULES_OF_THE_ENGINE.contains(refusal.rule());
	}

	/** Looks after the transaction has ended, when what the other one did is to be seen. */
	Refusal explain(String taskId, Viewer viewer) {
		var refusal = access.result(taskId, viewer).map(result -> closed(result, viewer)).orElseGet(() -> taken(taskId));
		return refusal.status(HttpStatus.CONFLICT);
	}

	private Refusal closed(WorkResult result, Viewer viewer) {
		if (!result.isCompleted() || result.personId() == null) {
			return new Refusal("worklist.left-by-procedure", moment(result.doneAt()));
		}
		if (result.personId() == viewer.personId()) {
			return new Refusal("worklist.done-by-yourself", moment(result.doneAt()));
		}
		return new Refusal("worklist.done-by-another", people.nameOf(result.personId()), moment(result.doneAt()));
	}

	private Refusal taken(String taskId) {
		return rows.find(taskId).filter(WorkItem::isTaken)
			.map(item -> new Refusal("worklist.taken-by", people.nameOf(item.assignee())))
			.orElseGet(() -> new Refusal("worklist.busy"));
	}

	private String moment(Instant instant) {
		return MOMENT.format(instant.atZone(clock.getZone()));
	}
}

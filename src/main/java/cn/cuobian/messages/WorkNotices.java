package cn.cuobian.messages;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import cn.cuobian.engine.TaskClosed;
import cn.cuobian.engine.TaskMoved;
import cn.cuobian.engine.TaskOpened;
import cn.cuobian.messages.Notice.Kind;
import cn.cuobian.people.Person;
import cn.cuobian.people.Posts;
import cn.cuobian.worklist.WorkHandedOver;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.WorkLapsed;
import cn.cuobian.worklist.Worklist;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells people of tasks: those whose post it is when one opens or comes back, and those between whom it moves. */
@Component
class WorkNotices {

	/** After the work list has written the row of the task. */
	private static final int AFTER_WORKLIST = 200;

	private final Postbox postbox;
	private final Posts posts;
	private final Worklist worklist;
	private final Clock clock;

	WorkNotices(Postbox postbox, Posts posts, Worklist worklist, Clock clock) {
		this.postbox = postbox;
		this.posts = posts;
		this.worklist = worklist;
		this.clock = clock;
	}

	@EventListener
	@Order(AFTER_WORKLIST)
	void on(TaskOpened task) {
		postbox.tell(holders(task.groups()), new Notice("task:" + task.taskId() + ":offered", Kind.TASK_OFFERED,
				number(task.subject(), task.taskId()), link(task.taskId()), task.taskId()));
	}

	/** Those who come to it by a new version of the procedure, as long as nobody has it. */
	@EventListener
	@Order(AFTER_WORKLIST)
	void on(TaskMoved moved) {
		var task = moved.now();
		var newcomers = new HashSet<>(task.groups());
		newcomers.removeAll(moved.postsBefore());
		if (worklist.open(List.of(task.taskId())).stream().noneMatch(WorkItem::isTaken)) {
			postbox.tell(holders(newcomers), again(task.taskId(), task.subject(), "moved", Kind.TASK_OFFERED));
		}
	}

	/** The same task may be handed to the same person again, and then counts again. */
	@EventListener
	void on(WorkHandedOver work) {
		if (!work.isTakenOver()) {
			postbox.tell(List.of(work.toPersonId()), again(work.taskId(), work.subject(), "to:" + work.toPersonId(), Kind.TASK_HANDED_OVER));
		}
		if (work.isTakenAway()) {
			postbox.tell(List.of(work.fromPersonId()), again(work.taskId(), work.subject(), "from:" + work.fromPersonId(), Kind.TASK_TAKEN_AWAY));
		}
	}

	@EventListener
	void on(WorkLapsed work) {
		postbox.tell(holders(work.groups()), again(work.taskId(), work.subject(), "lapsed", Kind.TASK_OFFERED));
	}

	private Notice again(String taskId, String subject, String what, Kind kind) {
		return new Notice("task:%s:%s:%d".formatted(taskId, what, clock.millis()), kind, number(subject, taskId), link(taskId), taskId);
	}

	@EventListener
	void on(TaskClosed task) {
		postbox.forgetTask(task.taskId());
	}

	private Set<Long> holders(Set<String> groups) {
		return groups.stream().flatMap(group -> posts.holders(group).stream()).map(Person::id).collect(Collectors.toSet());
	}

	private String number(String subject, String taskId) {
		return worklist.open(List.of(taskId)).stream().map(WorkItem::number)
				.findFirst().orElse(subject);
	}

	private static String link(String taskId) {
		return "/tasks/" + taskId;
	}
}

package cn.cuobian.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.cuobian.clocks.ClockMoved;
import cn.cuobian.clocks.ClockTouched;
import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.ClocksMoved;
import cn.cuobian.engine.TaskAssigned;
import cn.cuobian.engine.TaskClosed;
import cn.cuobian.engine.TaskMoved;
import cn.cuobian.engine.TaskOpened;
import cn.cuobian.forms.Label;
import cn.cuobian.territory.Level;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;

/** Keeps our rows in step with the engine, in its own transaction. */
@Component
class WorkRecorder {

	/** After the clocks, which open the clock this row copies its due instant from. */
	private static final int AFTER_CLOCKS = 100;

	private final WorkRows rows;
	private final DoneRows done;
	private final Subjects subjects;
	private final Clocks clocks;
	private final Places places;
	private final Clock clock;

	WorkRecorder(WorkRows rows, DoneRows done, Subjects subjects, Clocks clocks, Places places, Clock clock) {
		this.rows = rows;
		this.done = done;
		this.subjects = subjects;
		this.clocks = clocks;
		this.places = places;
		this.clock = clock;
	}

	@EventListener
	@Order(AFTER_CLOCKS)
	void on(TaskOpened task) {
		var line = subjects.line(task);
		var due = clocks.dueOfTask(task.taskId()).orElse(null);
		var item = new WorkItem(task.taskId(), task.subject(), task.modelKey(), task.elementId(),
				label(task, task.name(), "name.en"), label(task, task.properties().get("next"), "next.en"),
				task.formId(), line.number(), line.title(), line.kind(), line.tier(), line.placeCode(), null,
				now(), due);
		rows.insert(item, task.groups(), byLevel(line.placeCode()));
	}

	/** Who has it, since when and until when stay as they are. */
	@EventListener
	@Order(AFTER_CLOCKS)
	void on(TaskMoved moved) {
		var task = moved.now();
		var line = subjects.line(task);
		rows.find(task.taskId()).ifPresent(held -> rows.redraw(new WorkItem(task.taskId(), task.subject(), task.modelKey(), task.elementId(),
				label(task, task.name(), "name.en"), label(task, task.properties().get("next"), "next.en"), task.formId(), held.number(),
				line.title(), held.kind(), held.tier(), held.place(), held.assignee(), held.opened(), held.dueOrNull()), task.groups()));
	}

	@EventListener
	void on(TaskAssigned task) {
		rows.assign(task.taskId(), task.personId());
	}

	/** Before the subject is locked. */
	@EventListener
	@Order(0)
	void on(ClockTouched clock) {
		if (clock.taskId() != null) {
			rows.lock(clock.taskId());
		}
	}

	@EventListener
	void on(ClocksMoved moved) {
		rows.moveDue(moved.clocks().stream().filter(each -> each.taskId() != null)
			.collect(Collectors.toMap(ClockMoved::taskId, ClockMoved::to)));
	}

	/** Whoever completed the task through the list has written what he decided already. */
	@EventListener
	@Order(AFTER_CLOCKS)
	void on(TaskClosed task) {
		rows.find(task.taskId()).ifPresent(item -> {
			if (done.find(item.taskId()).isEmpty()) {
				done.insert(WorkResult.without(item, rows.groups(item.taskId()), task.outcome(), now()));
			}
			rows.delete(item.taskId());
		});
	}

	private Map<String, String> byLevel(String place) {
		var columns = new HashMap<String, String>();
		for (var level : Level.values()) {
			columns.put(column(level), null);
		}
		lineage(place).forEach(each -> columns.put(column(each.level()), each.code()));
		return columns;
	}

	/** The column that holds the place of this level. */
	static String column(Level level) {
		return level.name().toLowerCase(Locale.ROOT);
	}

	private List<Place> lineage(String place) {
		return place == null || places.find(place).isEmpty() ? List.of() : places.lineage(place);
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/** The English of a text stands in a property of the user task beside the Chinese one. */
	private static Label label(TaskOpened task, String zh, String english) {
		return new Label(zh, task.properties().get(english));
	}
}

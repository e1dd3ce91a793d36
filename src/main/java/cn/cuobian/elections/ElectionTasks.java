package cn.cuobian.elections;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import cn.cuobian.engine.TaskClosed;
import cn.cuobian.engine.TaskOpened;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code election_task}: on what a step rests, and for which candidate or review it is. */
@Component
class ElectionTasks {

	private final JdbcClient db;
	private final Clock clock;

	ElectionTasks(JdbcClient db, Clock clock) {
		this.db = db;
		this.clock = clock;
	}

	/**
	 * @param part candidate or review, 0 where there is but one such step
	 * @param basis {@code legal}, {@code provincial} or {@code local-programme}
	 */
	record Step(String taskId, String element, String name, String nameEn, long part, String basis, String article) {
	}

	@EventListener
	void on(TaskOpened task) {
		if (isOurs(task.subject())) {
			db.sql("""
					insert into election_task (task_id, subject, element, name, name_en, part, basis, article, opened)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
					.params(task.taskId(), task.subject(), task.elementId(), task.name(),
							task.properties().getOrDefault("name.en", task.name()), partOf(task), task.properties().getOrDefault("basis", ""),
							task.properties().getOrDefault("article", ""), Timestamp.from(clock.instant()))
					.update();
		}
	}

	@EventListener
	void on(TaskClosed task) {
		if (isOurs(task.subject())) {
			db.sql("update election_task set closed = ? where task_id = ?").params(Timestamp.from(clock.instant()), task.taskId()).update();
		}
	}

	/** The candidate or review a task is about that is just being opened, 0 where there is but one such step. */
	static long partOf(TaskOpened task) {
		return task.facts().get("part") instanceof Number number ? number.longValue() : 0;
	}

	/** The candidate or review an open task is about. */
	long partOf(String taskId) {
		return db.sql("select part from election_task where task_id = ?").param(taskId).query(Long.class).optional().orElse(0L);
	}

	/** Whether such a step was done, and none of it is open again. */
	boolean isDone(String subject, String element) {
		var open = db.sql("select case when closed is null then 1 else 0 end from election_task where subject = ? and element = ?")
				.params(subject, element).query(Integer.class).list();
		return !open.isEmpty() && !open.contains(1);
	}

	/** In the order in which they were opened. */
	List<Step> open(String subject) {
		return db.sql("""
				select task_id, element, name, name_en, part, basis, article from election_task
				where subject = ? and closed is null order by opened, task_id""").param(subject).query(Step.class).list();
	}

	private static boolean isOurs(String subject) {
		return subject != null && (subject.startsWith(Election.SUBJECT_TYPE + ":") || subject.startsWith(Committee.SUBJECT_TYPE + ":"));
	}
}

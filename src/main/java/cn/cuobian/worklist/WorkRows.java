package cn.cuobian.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.cuobian.forms.Label;

/** The rows of open tasks and of the posts they are offered to. */
@Repository
class WorkRows {

	/** Stands for "no clock", so that such tasks come last in the one order all lists use. */
	static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

	static final String COLUMNS = """
			w.task_id, w.subject, w.model_key, w.element_id, w.name, w.name_en, w.next, w.next_en, w.form_id, w.number,
			w.title,  w.kind, w.tier, w.place, w.assignee, w.opened, w.due""";

	private final JdbcClient jdbc;
	private final JdbcOperations batches;

	WorkRows(JdbcClient jdbc, JdbcOperations batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	void insert(WorkItem item, Collection<String> groups, Map<String, String> placeByLevel) {
		jdbc.sql("""
				insert into work_item (task_id, subject, model_key, element_id, name, name_en, next, next_en, form_id,
				  number, title, kind, tier, place, prefecture, city, township, community, compound, building, unit,
				  assignee, opened, due)
				values (:task, :subject, :model, :element, :name, :nameEn, :next, :nextEn, :form, :number, :title, :kind,
				  :tier, :place, :prefecture, :city, :township, :community, :compound, :building, :unit,
				  :assignee, :opened, :due)""")
			.param("task", item.taskId()).param("subject", item.subject()).param("model", item.modelKey())
			.param("element", item.elementId()).param("name", item.name().zh()).param("nameEn", item.name().en())
			.param("next", item.next().zh()).param("nextEn", item.next().en()).param("form", item.formId())
			.param("number", item.number()).param("title", item.title()).param("kind", item.kind())
			.param("tier", item.tier()).param("place", item.place()).params(placeByLevel)
			.param("assignee", item.assignee()).param("opened", Timestamp.from(item.opened()))
			.param("due", Timestamp.from(item.due().orElse(NEVER))).update();
		new TreeSet<>(groups).forEach(group -> offer(item, group));
	}

	private void offer(WorkItem item, String group) {
		jdbc.sql("insert into work_offer (group_key, task_id, taken, number, opened, due) values (?, ?, ?, ?, ?, ?)")
			.params(group, item.taskId(), item.isTaken(), item.number(), Timestamp.from(item.opened()),
					Timestamp.from(item.due().orElse(NEVER)))
			.update();
	}

	Optional<WorkItem> find(String taskId) {
		return jdbc.sql("select " + COLUMNS + " from work_item w where w.task_id = ?").param(taskId)
			.query(WorkRows::item).optional();
	}

	List<WorkItem> find(Collection<String> taskIds) {
		return taskIds.isEmpty() ? List.of() : jdbc.sql("select " + COLUMNS + " from work_item w where w.task_id in (:tasks)")
			.param("tasks", taskIds).query(WorkRows::item).list();
	}

	List<WorkItem> inHandsOf(long personId, int max) {
		return jdbc.sql("select " + COLUMNS + " from work_item w where w.assignee = ? order by w.assignee, w.due, w.task_id"
				+ " fetch first " + max + " rows only").param(personId).query(WorkRows::item).list();
	}

	List<WorkItem> waitingAt(String group, int max) {
		return find(jdbc.sql("select task_id from work_offer where group_key = ? and taken = false"
				+ " order by group_key, taken, due, task_id fetch first " + max + " rows only").param(group)
			.query(String.class).list());
	}

	/** As {@link #find}, and nobody else changes the task before this transaction ends. */
	Optional<WorkItem> lock(String taskId) {
		return jdbc.sql("select " + COLUMNS + " from work_item w where w.task_id = ? for update").param(taskId)
			.query(WorkRows::item).optional();
	}

	/** All open tasks of the subject, in one order for everybody. */
	void lockAll(String subject) {
		jdbc.sql("select task_id from work_item where subject = ? order by task_id for update").param(subject).query(String.class).list();
	}

	/** Writes what another version of the drawing says about an open task. */
	void redraw(WorkItem item, Collection<String> groups) {
		jdbc.sql("update work_item set model_key = ?, element_id = ?, name = ?, name_en = ?, next = ?, next_en = ?, form_id = ?, title = ? where task_id = ?")
			.params(item.modelKey(), item.elementId(), item.name().zh(), item.name().en(), item.next().zh(), item.next().en(), item.formId(),
					item.title(), item.taskId()).update();
		if (!groups(item.taskId()).equals(groups.stream().sorted().toList())) {
			jdbc.sql("delete from work_offer where task_id = ?").param(item.taskId()).update();
			new TreeSet<>(groups).forEach(group -> offer(item, group));
		}
	}

	List<WorkItem> ofSubject(String subject) {
		return jdbc.sql("select " + COLUMNS + " from work_item w where w.subject = ? order by w.due, w.task_id")
			.param(subject).query(WorkRows::item).list();
	}

	List<String> groups(String taskId) {
		return jdbc.sql("select group_key from work_offer where task_id = ? order by group_key").param(taskId)
			.query(String.class).list();
	}

	/** The posts of several tasks at once. */
	Map<String, List<String>> groups(Collection<String> taskIds) {
		if (taskIds.isEmpty()) {
			return Map.of();
		}
		return jdbc.sql("select task_id, group_key from work_offer where task_id in (:tasks) order by group_key")
			.param("tasks", taskIds)
			.query((row, index) -> Map.entry(row.getString("task_id"), row.getString("group_key"))).list().stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	void assign(String taskId, Long personId) {
		jdbc.sql("update work_item set assignee = :person where task_id = :task").param("person", personId)
			.param("task", taskId).update();
		jdbc.sql("update work_offer set taken = ? where task_id = ?").params(personId != null, taskId).update();
	}

	/** Offers a free task to one more group. */
	void offerAgain(String taskId, String group) {
		find(taskId).ifPresent(item -> offer(item, group));
	}

	List<String> takenBy(long personId) {
		return jdbc.sql("select task_id from work_item where assignee = ? order by task_id").param(personId)
			.query(String.class).list();
	}

	/** Somebody has taken a task that is offered to the group. */
	record Claim(long personId, String group) {
	}

	List<Claim> claims() {
		return jdbc.sql("""
				select distinct w.assignee, o.group_key from work_item w join work_offer o on o.task_id = w.task_id
				where w.assignee is not null order by w.assignee, o.group_key""")
			.query((row, index) -> new Claim(row.getLong("assignee"), row.getString("group_key"))).list();
	}

	/** Many at once: a new calendar moves thousands. */
	void moveDue(Map<String, Instant> dueByTask) {
		var rows = dueByTask.entrySet().stream().map(each -> new Object[] { Timestamp.from(each.getValue()), each.getKey() }).toList();
		batches.batchUpdate("update work_item set due = ? where task_id = ?", rows);
		batches.batchUpdate("update work_offer set due = ? where task_id = ?", rows);
	}

	void retell(String subject, SubjectLine line) {
		jdbc.sql("update work_item set title = ?, kind = ?, tier = ? where subject = ?")
			.params(line.title(), line.kind(), line.tier(), subject).update();
	}

	void delete(String taskId) {
		jdbc.sql("delete from work_offer where task_id = ?").param(taskId).update();
		jdbc.sql("delete from work_item where task_id = ?").param(taskId).update();
	}

	/** How many open tasks each of these people has taken; who has none is missing. */
	Map<Long, Long> loads(Collection<Long> people) {
		if (people.isEmpty()) {
			return Map.of();
		}
		var loads = new HashMap<Long, Long>();
		jdbc.sql("select assignee, count(*) as tasks from work_item where assignee in (:people) group by assignee")
			.param("people", people).query(row -> {
				loads.put(row.getLong("assignee"), row.getLong("tasks"));
			});
		return loads;
	}

	static WorkItem item(ResultSet row, int index) throws SQLException {
		var due = row.getTimestamp("due").toInstant();
		return new WorkItem(row.getString("task_id"), row.getString("subject"), row.getString("model_key"),
				row.getString("element_id"), new Label(row.getString("name"), row.getString("name_en")),
				new Label(row.getString("next"), row.getString("next_en")), row.getString("form_id"),
				row.getString("number"), row.getString("title"), row.getString("kind"), row.getString("tier"),
				row.getString("place"), (Long) row.getObject("assignee"), row.getTimestamp("opened").toInstant(),
				due.equals(NEVER) ? null : due);
	}
}

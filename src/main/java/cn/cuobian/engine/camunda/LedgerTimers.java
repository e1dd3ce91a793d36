package cn.cuobian.engine.camunda;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.Timers;

/**
 * Moves timers by their rows, thousands at once: through the engine's API each would be read, evaluated and written by
 * itself. The revision goes up, so that the engine notices a row it has read before.
 */
@Component
class LedgerTimers implements Timers {

	private static final Pattern ASKS = Pattern.compile("\\$\\{clocks\\.due(?:For)?\\('([^']+)',\\s*\\w+,\\s*\\w+(,\\s*\\w+)?\\)}");

	private static final String WAITING = """
			select j.id_, j.process_def_id_, j.handler_cfg_, e.business_key_ from act_ru_job j
			join act_ru_execution e on e.id_ = j.process_instance_id_
			where e.business_key_ in (:subjects) and j.type_ = 'timer'""";

	private final NamedParameterJdbcOperations db;
	private final RepositoryService repository;
	private final ManagementService management;
	private final ConcurrentMap<String, Optional<Asked>> asked = new ConcurrentHashMap<>();

	LedgerTimers(NamedParameterJdbcOperations db, RepositoryService repository, ManagementService management) {
		this.db = db;
		this.repository = repository;
		this.management = management;
	}

	/** @param inParts whether several run side by side: then only the engine knows which part a timer waits for */
	private record Asked(String code, boolean inParts) {
	}

	private record Job(String id, String subject, Asked asks) {
	}

	@Override
	public void follow(Collection<Moved> clocks) {
		if (clocks.isEmpty()) {
			return;
		}
		Map<String, Moved> bySubjectAndCode = clocks.stream()
				.collect(Collectors.toMap(moved -> key(moved.subject(), moved.code()), moved -> moved, (one, other) -> one));
		var direct = new ArrayList<Map<String, Object>>();
		for (Job job : waiting(clocks)) {
			Moved moved = bySubjectAndCode.get(key(job.subject(), job.asks().code()));
			if (moved != null && job.asks().inParts()) {
				management.recalculateJobDuedate(job.id(), false);
			} else if (moved != null) {
				direct.add(Map.of("id", job.id(), "due", Timestamp.from(moved.due())));
			}
		}
		db.batchUpdate("update act_ru_job set duedate_ = :due, rev_ = rev_ + 1 where id_ = :id", batch(direct));
		moveTasks(clocks);
	}

	/** Shown by tools that look at the engine and read by nobody else: no reason to clash with whoever works on the task. */
	private void moveTasks(Collection<Moved> clocks) {
		var tasks = clocks.stream().filter(moved -> moved.taskId() != null)
				.map(moved -> Map.<String, Object>of("id", moved.taskId(), "due", Timestamp.from(moved.due()))).toList();
		db.batchUpdate("update act_ru_task set due_date_ = :due where id_ = :id", batch(tasks));
	}

	private List<Job> waiting(Collection<Moved> clocks) {
		var subjects = clocks.stream().map(Moved::subject).distinct().toList();
		return db.query(WAITING, Map.of("subjects", subjects), (rs, n) -> {
			String id = rs.getString(1);
			String subject = rs.getString(4);
			return asks(rs.getString(2), rs.getString(3)).map(asks -> new Job(id, subject, asks));
		}).stream().flatMap(Optional::stream).toList();
	}

	private Optional<Asked> asks(String definitionId, String activityId) {
		return asked.computeIfAbsent(definitionId + " " + activityId, key -> {
			var event = repository.getBpmnModelInstance(definitionId).getModelElementById(activityId);
			return event == null ? Optional.empty() : event.getChildElementsByType(TimerEventDefinition.class).stream()
					.filter(timer -> timer.getTimeDate() != null).findFirst()
					.map(timer -> ASKS.matcher(timer.getTimeDate().getTextContent().strip())).filter(Matcher::matches)
					.map(found -> new Asked(found.group(1), found.group(2) != null));
		});
	}

	private static String key(String subject, String code) {
		return subject + "|" + code;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object>[] batch(List<Map<String, Object>> rows) {
		return rows.toArray(Map[]::new);
	}
}

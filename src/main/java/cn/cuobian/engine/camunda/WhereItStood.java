package cn.cuobian.engine.camunda;

import java.util.Set;

import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * As much history as {@link Traces} reads: instances and the steps they came through. The engine's own level of the same
 * name also writes a row for each task, and one more update whenever somebody takes a task; both stand in our record.
 */
final class WhereItStood implements HistoryLevel {

	private static final Set<HistoryEventType> KEPT = Set.of(HistoryEventTypes.PROCESS_INSTANCE_START, HistoryEventTypes.PROCESS_INSTANCE_UPDATE,
			HistoryEventTypes.PROCESS_INSTANCE_MIGRATE, HistoryEventTypes.PROCESS_INSTANCE_END, HistoryEventTypes.ACTIVITY_INSTANCE_START,
			HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE, HistoryEventTypes.ACTIVITY_INSTANCE_END);

	/** The engine keeps the number in the database and starts with no other; a house of before has this one. */
	@Override
	public int getId() {
		return HistoryLevel.HISTORY_LEVEL_ACTIVITY.getId();
	}

	@Override
	public String getName() {
		return HistoryLevel.HISTORY_LEVEL_ACTIVITY.getName();
	}

	@Override
	public boolean isHistoryEventProduced(HistoryEventType event, Object entity) {
		return KEPT.contains(event);
	}
}

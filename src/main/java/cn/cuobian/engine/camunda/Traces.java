package cn.cuobian.engine.camunda;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.ProcessTrace;

/** Reads from the engine's history where the procedures of a subject stand and have been. */
@Component
class Traces {

	private static final int PAGE = 500;
	private static final String BODY_OF_SEVERAL = "#multiInstanceBody";

	private final HistoryService history;
	private final RepositoryService repository;

	Traces(HistoryService history, RepositoryService repository) {
		this.history = history;
		this.repository = repository;
	}

	List<ProcessTrace> of(String subject) {
		return all(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(subject)
				.orderByProcessInstanceStartTime().asc().orderByProcessInstanceId().asc()).stream().map(this::trace).toList();
	}

	private ProcessTrace trace(HistoricProcessInstance instance) {
		ProcessDefinition model = repository.getProcessDefinition(instance.getProcessDefinitionId());
		Set<String> active = new HashSet<>();
		Set<String> passed = new HashSet<>();
		for (HistoricActivityInstance step : steps(instance.getId())) {
			(step.getEndTime() == null ? active : passed).add(step.getActivityId().replace(BODY_OF_SEVERAL, ""));
		}
		return new ProcessTrace(model.getKey(), model.getName(), model.getVersion(), model.getId(),
				Set.copyOf(active), Set.copyOf(passed), instance.getEndTime() != null);
	}

	private List<HistoricActivityInstance> steps(String instanceId) {
		return all(history.createHistoricActivityInstanceQuery().processInstanceId(instanceId)
				.orderByHistoricActivityInstanceStartTime().asc().orderByHistoricActivityInstanceId().asc());
	}

	/** However many there are: an election with 507 names has as many instances. */
	private static <T> List<T> all(Query<?, T> query) {
		List<T> all = new ArrayList<>();
		int found;
		do {
			List<T> page = query.listPage(all.size(), PAGE);
			all.addAll(page);
			found = page.size();
		} while (found == PAGE);
		return all;
	}
}

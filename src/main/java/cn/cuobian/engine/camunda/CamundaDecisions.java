package cn.cuobian.engine.camunda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.Decisions;

/**
 * Keeps what a version of a table answered: the same rows to the same inputs, and parsing its expressions anew for each of
 * two thousand tasks of one election took longer than everything else.
 */
@Component
class CamundaDecisions implements Decisions {

	/** Codes times places of a county; then it begins anew. */
	private static final int MOST_KEPT = 20_000;

	private final DecisionService decisions;
	private final ProcessEngineConfigurationImpl engine;
	private final Map<Asked, DmnDecisionResult> answers = new ConcurrentHashMap<>();

	CamundaDecisions(DecisionService decisions, ProcessEngineConfigurationImpl engine) {
		this.decisions = decisions;
		this.engine = engine;
	}

	/** @param table id of one version of it */
	private record Asked(String table, Map<String, Object> inputs) {
	}

	@Override
	public Map<String, Object> decide(String key, Map<String, ?> inputs) {
		var row = rows(key, inputs).getSingleResult();
		return row == null ? Map.of() : new HashMap<>(row.getEntryMap());
	}

	@Override
	public List<Map<String, Object>> decideAll(String key, Map<String, ?> inputs) {
		return List.copyOf(rows(key, inputs).getResultList());
	}

	private DmnDecisionResult rows(String key, Map<String, ?> inputs) {
		var newest = engine.getCommandExecutorTxRequired().execute(context -> context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(key));
		if (newest == null) {
			return evaluate(key, inputs);
		}
		if (answers.size() >= MOST_KEPT) {
			answers.clear();
		}
		var asked = new Asked(newest.getId(), new HashMap<>(inputs));
		var known = answers.get(asked);
		if (known == null) {
			known = evaluate(key, inputs);
			answers.put(asked, known);
		}
		return known;
	}

	private DmnDecisionResult evaluate(String key, Map<String, ?> inputs) {
		return Clashes.refused(() -> decisions.evaluateDecisionByKey(key).variables(new HashMap<>(inputs)).evaluate());
	}
}

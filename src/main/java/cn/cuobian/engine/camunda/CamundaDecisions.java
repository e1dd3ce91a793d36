package cn.cuobian.engine.camunda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.Decisions;

@Component
class CamundaDecisions implements Decisions {

	private final DecisionService decisions;

	CamundaDecisions(DecisionService decisions) {
		this.decisions = decisions;
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
		return Clashes.refused(() -> decisions.evaluateDecisionByKey(key).variables(new HashMap<>(inputs)).evaluate());
	}
}

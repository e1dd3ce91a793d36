package cn.cuobian.engine.camunda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.Moving.Copy;
import cn.cuobian.engine.Moving.Token;
import cn.cuobian.engine.camunda.MovingRows.Instance;

/** Takes down how an instance stands, and makes another one stand alike. */
@Component
class Copying {

	/** What the engine itself counts by in a step of several. */
	private static final Set<String> OF_THE_ENGINE = Set.of("nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter");

	private final MovingRows rows;
	private final RuntimeService runtime;

	Copying(MovingRows rows, RuntimeService runtime) {
		this.rows = rows;
		this.runtime = runtime;
	}

	List<Copy> of(String subject, String room, String deployment) {
		return rows.instances(subject, room, deployment).stream().map(this::copy).toList();
	}

	private Copy copy(Instance instance) {
		Map<String, Object> facts = runtime.getVariablesLocal(instance.id());
		var tokens = rows.leaves(instance.id()).entrySet().stream().map(leaf -> new Token(leaf.getValue(), own(leaf.getKey(), facts))).toList();
		return new Copy(instance.deployment(), instance.model(), facts, tokens);
	}

	private Map<String, Object> own(String execution, Map<String, Object> facts) {
		Map<String, Object> own = new HashMap<>(runtime.getVariables(execution));
		own.keySet().removeAll(OF_THE_ENGINE);
		own.keySet().removeIf(name -> facts.containsKey(name) && Objects.equals(facts.get(name), own.get(name)));
		return own;
	}

	void stand(String definitionId, String subject, Map<String, Object> facts, List<Token> tokens) {
		var builder = runtime.createProcessInstanceById(definitionId).businessKey(subject).setVariables(facts);
		tokens.forEach(token -> builder.startBeforeActivity(token.element()).setVariablesLocal(Facts.checked(token.facts())));
		Clashes.refused(() -> builder.execute(true, true));
	}
}

package cn.cuobian.engine.camunda;

import java.util.HashMap;
import java.util.Map;

import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.Feel;

/** Functions written in Java stay off, as they are by default. */
@Component
class CamundaFeel implements Feel {

	private final FeelEngineApi feel = FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();

	@Override
	public boolean holds(String expression, Map<String, ?> context) {
		String condition = expression.strip();
		if (!SafeFeel.allows(condition)) {
			throw new IllegalArgumentException("May run for a long time: " + expression);
		}
		EvaluationResult answer = feel.evaluateExpression(
				condition.startsWith("=") ? condition.substring(1) : condition, new HashMap<String, Object>(context));
		if (answer.isFailure()) {
			throw new IllegalArgumentException(answer.failure().message());
		}
		return answered(expression, answer.result());
	}

	/** FEEL has a third truth value: a comparison with something absent is null, and does not hold. */
	private static boolean answered(String expression, Object answer) {
		if (answer == null) {
			return false;
		}
		if (answer instanceof Boolean holds) {
			return holds;
		}
		throw new IllegalArgumentException("Not a condition: " + expression);
	}
}

package cn.cuobian.engine.camunda;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import cn.cuobian.engine.Expressions.Unreadable;
import cn.cuobian.faults.Fuzzed;
import cn.cuobian.faults.Untouched;
import cn.cuobian.refusals.Refusal;

/** F14: an expression that the walk lets pass is evaluated, and touches nothing. */
public final class ExpressionTarget {

	private static final JuelExpressions EXPRESSIONS = new JuelExpressions();
	private static final SafeExpressions EVALUATION = new SafeExpressions(new VerbBeans(new StaticListableBeanFactory()));
	private static final Map<String, Object> FACTS = Map.of("decision", "raise", "part", 2L, "urgent", true, "departments", List.of("water"),
			"triage", Map.of("tier", "hall"));

	private ExpressionTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		var text = Fuzzed.text(input);
		Fuzzed.hand(() -> {
			try {
				EXPRESSIONS.read(text);
			} catch (Unreadable refused) {
				throw new Refusal("engine.model-" + refused.getMessage(), "fuzzed.bpmn", 1, text);
			}
			Untouched.during(() -> evaluate(text.strip()));
		});
	}

	private static void evaluate(String text) {
		try {
			EVALUATION.createValueExpression(text).getValue(EVALUATION.createElContext(Variables.fromMap(FACTS).asVariableContext()));
		} catch (RuntimeException unanswered) {
			return; // an unknown fact, or words where a number is needed: the engine wraps whatever it is, and the step stops
		}
	}
}

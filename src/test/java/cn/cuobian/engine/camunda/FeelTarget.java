package cn.cuobian.engine.camunda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

import cn.cuobian.faults.Fuzzed;
import cn.cuobian.faults.Untouched;

/** F14: FEEL that is allowed is evaluated as the condition of a form and as the cell of a table. */
public final class FeelTarget {

	private static final CamundaFeel FORMS = new CamundaFeel();
	private static final FeelEngineApi TABLES = FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();
	private static final Map<String, Object> ANSWERS = Map.of("decision", "raise", "hours", 2, "agreed", true, "asked", List.of("fire", "city"));

	private FeelTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		var text = Fuzzed.text(input);
		Fuzzed.hand(() -> Untouched.during(() -> evaluate(text)));
	}

	private static void evaluate(String text) {
		try {
			FORMS.holds(text, ANSWERS);
		} catch (IllegalArgumentException noCondition) {
			// as the interface says
		}
		if (SafeFeel.allows(text)) {
			TABLES.evaluateUnaryTests(text, "hard", new HashMap<>(ANSWERS));
		}
	}
}

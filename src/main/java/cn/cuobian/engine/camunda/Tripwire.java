package cn.cuobian.engine.camunda;

import java.util.Set;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ServiceTaskExpressionActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Behind the {@link Guard}: whatever it overlooked, a step that does work is a verb or a decision table. */
final class Tripwire extends AbstractBpmnParseListener {

	private static final Set<Class<?>> ALLOWED = Set.of(
			ServiceTaskExpressionActivityBehavior.class, DmnBusinessRuleTaskActivityBehavior.class);

	@Override
	public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
		check(activity);
	}

	@Override
	public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
		check(activity);
	}

	@Override
	public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
		check(activity);
	}

	@Override
	public void parseScriptTask(Element element, ScopeImpl scope, ActivityImpl activity) {
		check(activity);
	}

	private static void check(ActivityImpl activity) {
		Object behavior = activity.getActivityBehavior();
		Class<?> work = behavior == null ? null : behavior.getClass();
		if (!ALLOWED.contains(work)) {
			throw new ProcessEngineException("step " + activity.getId() + " would run something else than a verb: " + work);
		}
	}
}

package cn.cuobian.engine.camunda;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** A called procedure works on the same subject as its caller, even where the drawing forgets to say so. */
final class CalledForTheSubject extends AbstractBpmnParseListener {

	@Override
	public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
		if (activity.getActivityBehavior() instanceof CallableElementActivityBehavior call) {
			call.getCallableElement().setBusinessKeyValueProvider(new Subject());
		}
	}

	private static final class Subject implements ParameterValueProvider {

		@Override
		public Object getValue(VariableScope scope) {
			return ((DelegateExecution) scope).getProcessBusinessKey();
		}

		@Override
		public boolean isDynamic() {
			return true;
		}
	}
}

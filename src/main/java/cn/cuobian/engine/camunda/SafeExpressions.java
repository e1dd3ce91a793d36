package cn.cuobian.engine.camunda;

import java.lang.reflect.Method;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * Evaluates expressions that reach facts, answers of decision tables and {@link VerbResolver verbs}, and nothing else:
 * without a bean resolver {@code ''.getClass()} leads nowhere. Decision tables use it as well.
 */
final class SafeExpressions extends JuelExpressionManager {

	private final VerbBeans verbs;

	SafeExpressions(VerbBeans verbs) {
		this.verbs = verbs;
	}

	/** The engine's own functions tell the time; in a model only the clock ledger does. */
	@Override
	public void addFunction(String name, Method function) {
		// none
	}

	@Override
	protected ELResolver createElResolver() {
		var resolver = new CompositeELResolver();
		resolver.add(new VariableScopeElResolver());
		resolver.add(new VariableContextElResolver());
		resolver.add(new VerbResolver(verbs));
		resolver.add(new MapELResolver(true));
		return resolver;
	}
}

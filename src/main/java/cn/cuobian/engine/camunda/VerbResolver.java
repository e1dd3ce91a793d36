package cn.cuobian.engine.camunda;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Iterator;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.springframework.util.ReflectionUtils;

/** Calls a verb of a process bean, or asks the execution for a fact or the subject. Every other call is refused. */
final class VerbResolver extends ELResolver {

	/** Stands for the bean while the expression is evaluated, so that no expression ever holds the bean itself. */
	private record Noun(String name) {
	}

	private final VerbBeans verbs;

	VerbResolver(VerbBeans verbs) {
		this.verbs = verbs;
	}

	@Override
	public Object getValue(ELContext context, Object base, Object property) {
		if (base == null && verbs.has((String) property)) {
			context.setPropertyResolved(true);
			return new Noun((String) property);
		}
		return null;
	}

	@Override
	public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
		Object[] given = arguments == null ? new Object[0] : arguments;
		context.setPropertyResolved(true);
		if (base instanceof Noun noun) {
			return call(context, noun, String.valueOf(method), given);
		}
		if (base instanceof DelegateExecution execution) {
			return ask(execution, String.valueOf(method), given);
		}
		throw new MethodNotFoundException("a model may call verbs of process beans only, not " + method);
	}

	private Object call(ELContext context, Noun noun, String name, Object[] given) {
		Method verb = verbs.verb(noun.name(), name, given.length).orElseThrow(() -> new MethodNotFoundException(
				"no verb " + noun.name() + "." + name + " with " + given.length + " arguments"));
		ReflectionUtils.makeAccessible(verb);
		try {
			return verb.invoke(verbs.bean(noun.name()), coerced(context, verb, given));
		} catch (InvocationTargetException e) {
			throw e.getCause() instanceof RuntimeException cause ? cause : new ELException(e.getCause());
		} catch (IllegalAccessException e) {
			throw new ELException(e);
		}
	}

	private static Object[] coerced(ELContext context, Method verb, Object[] given) {
		var factory = (ExpressionFactory) context.getContext(ExpressionFactory.class);
		Object[] fitting = new Object[given.length];
		for (int i = 0; i < given.length; i++) {
			fitting[i] = factory.coerceToType(given[i], verb.getParameterTypes()[i]);
		}
		return fitting;
	}

	private static Object ask(DelegateExecution execution, String question, Object[] given) {
		if (question.equals("getProcessBusinessKey") && given.length == 0) {
			return execution.getProcessBusinessKey();
		}
		if (question.equals("getVariable") && given.length == 1) {
			return execution.getVariable(String.valueOf(given[0]));
		}
		if (question.equals("hasVariable") && given.length == 1) {
			return execution.hasVariable(String.valueOf(given[0]));
		}
		throw new MethodNotFoundException("a model may not call execution." + question);
	}

	@Override
	public boolean isReadOnly(ELContext context, Object base, Object property) {
		return true;
	}

	@Override
	public void setValue(ELContext context, Object base, Object property, Object value) {
		// nothing can be set
	}

	@Override
	public Class<?> getType(ELContext context, Object base, Object property) {
		return Object.class;
	}

	@Override
	public Class<?> getCommonPropertyType(ELContext context, Object base) {
		return Object.class;
	}

	@Override
	public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
		return Collections.emptyIterator();
	}
}

package cn.cuobian.engine.camunda;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

import cn.cuobian.engine.ProcessBean;
import cn.cuobian.engine.Verbs;

/** The beans marked {@link ProcessBean}, fetched when first called: they may need the engine themselves. */
final class VerbBeans {

	private final ListableBeanFactory beans;
	private final Map<String, String> beanNames = new HashMap<>();
	private final Map<String, Class<?>> types = new HashMap<>();
	private final Verbs catalogue;

	VerbBeans(ListableBeanFactory beans) {
		this.beans = beans;
		for (String name : beans.getBeanNamesForAnnotation(ProcessBean.class)) {
			Class<?> type = ClassUtils.getUserClass(beans.getType(name));
			String noun = type.getAnnotation(ProcessBean.class).value();
			beanNames.put(noun, name);
			if (types.put(noun, type) != null) {
				throw new IllegalStateException("Two classes are marked @ProcessBean(\"" + noun + "\")");
			}
		}
		catalogue = Verbs.of(types.values());
	}

	Verbs catalogue() {
		return catalogue;
	}

	boolean has(String noun) {
		return types.containsKey(noun);
	}

	Object bean(String noun) {
		return beans.getBean(beanNames.get(noun));
	}

	/** Only what is declared public on the annotated class itself: nothing inherited, no getClass(). */
	Optional<Method> verb(String noun, String name, int arguments) {
		return Arrays.stream(types.get(noun).getDeclaredMethods())
				.filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
				.filter(method -> !method.isBridge() && Modifier.isPublic(method.getModifiers()))
				.filter(method -> catalogue.has(noun, name, arguments))
				.findFirst();
	}
}

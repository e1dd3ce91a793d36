package cn.cuobian.engine;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What models may say: nouns with their verbs, read from the classes marked {@link ProcessBean}.
 *
 * @param nouns by the name that models write
 */
public record Verbs(Map<String, Noun> nouns) {

	/**
	 * @param room the room whose verbs these are, such as {@code matters}
	 * @param arguments for each verb the numbers of arguments it can be called with
	 */
	public record Noun(String room, Map<String, Set<Integer>> arguments) {
	}

	/** @throws IllegalStateException if two verbs of a noun have the same name and number of arguments */
	public static Verbs of(Collection<Class<?>> beans) {
		return new Verbs(beans.stream().collect(Collectors.toUnmodifiableMap(
				bean -> bean.getAnnotation(ProcessBean.class).value(),
				bean -> new Noun(roomOf(bean), verbsOf(bean)))));
	}

	public Optional<Noun> noun(String name) {
		return Optional.ofNullable(nouns.get(name));
	}

	/** Whether this verb exists with so many arguments. */
	public boolean has(String noun, String verb, int arguments) {
		return noun(noun).map(found -> found.arguments().getOrDefault(verb, Set.of()).contains(arguments)).orElse(false);
	}

	private static Map<String, Set<Integer>> verbsOf(Class<?> bean) {
		Map<String, Set<Integer>> verbs = new HashMap<>();
		Arrays.stream(bean.getDeclaredMethods()).filter(Verbs::isVerb).forEach(verb -> {
			if (!verbs.computeIfAbsent(verb.getName(), name -> new HashSet<>()).add(verb.getParameterCount())) {
				throw new IllegalStateException("A model could not tell the two " + verb.getName() + " of " + bean + " apart");
			}
		});
		return verbs;
	}

	private static boolean isVerb(Method method) {
		return Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
				&& !method.isBridge() && !method.isSynthetic();
	}

	/** The segment after {@code cn.cuobian}; the last one for a bean that lives elsewhere. */
	private static String roomOf(Class<?> bean) {
		String[] packages = bean.getPackageName().split("\\.");
		return packages.length > 2 && bean.getPackageName().startsWith("cn.cuobian.") ? packages[2] : packages[packages.length - 1];
	}
}

package cn.cuobian.engine.inspection;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.modulith.ApplicationModule;
import org.springframework.util.ClassUtils;

/**
 * Which rooms a room may call, as its walls declare.
 *
 * @param lower the allowed ones by room
 */
public record Rooms(Map<String, Set<String>> lower) {

	/** Reads the walls of these rooms; a name without a room has none. */
	public static Rooms declared(String house, Collection<String> names) {
		Map<String, Set<String>> lower = new HashMap<>();
		for (String name : names) {
			String walls = house + "." + name + ".package-info";
			if (ClassUtils.isPresent(walls, Rooms.class.getClassLoader())) {
				var declared = ClassUtils.resolveClassName(walls, Rooms.class.getClassLoader())
						.getAnnotation(ApplicationModule.class);
				lower.put(name, Arrays.stream(declared.allowedDependencies()).map(allowed -> allowed.split("::")[0].strip())
						.collect(Collectors.toUnmodifiableSet()));
			}
		}
		return new Rooms(Map.copyOf(lower));
	}

	/** A model in its own folder, belonging to no room, stands above all of them. */
	public boolean mayCall(String from, String to) {
		return from.equals(to) || !lower.containsKey(from) || lower.get(from).contains(to);
	}
}

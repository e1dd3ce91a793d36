package cn.cuobian.engine;

import java.util.Map;

/** FEEL conditions, as forms write them. */
public interface Feel {

	/**
	 * Whether the condition holds. A name that the context lacks is null.
	 *
	 * @param expression with or without the leading {@code =} of form-js
	 * @throws IllegalArgumentException if it is not FEEL or does not answer yes or no
	 */
	boolean holds(String expression, Map<String, ?> context);
}

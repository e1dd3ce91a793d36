package cn.cuobian.engine;

import java.util.Set;

/**
 * Where one instance stands and where it has been, as element ids of its drawing.
 *
 * @param definitionId the drawing of exactly this version, for {@link Models#bpmn(String)}
 * @param active elements that wait now
 * @param passed elements that were left, whether completed or interrupted
 */
public record ProcessTrace(String modelKey, String modelName, int version, String definitionId,
		Set<String> active, Set<String> passed, boolean ended) {
}

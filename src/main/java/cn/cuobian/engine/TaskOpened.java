package cn.cuobian.engine;

import java.util.Map;
import java.util.Set;

/**
 * A task waits for people. Published in the engine's transaction, before anybody can see the task.
 *
 * @param groups the posts that may take it, as {@code post@place}
 * @param facts every fact the task sees, those of its own branch included
 * @param properties of the task in the drawing, such as {@code clock}
 */
public record TaskOpened(String taskId, String subject, String modelKey, String elementId, String name, String formId,
		Set<String> groups, Map<String, Object> facts, Map<String, String> properties) {
}

package cn.cuobian.engine;

import java.util.Map;

/**
 * A deployed model.
 *
 * @param key the process key, which is also its file name
 * @param name what people call it
 * @param properties of the process as a whole, such as {@code kind}
 */
public record Model(String key, String name, int version, String definitionId, Map<String, String> properties) {
}

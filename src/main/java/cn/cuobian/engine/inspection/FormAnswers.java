package cn.cuobian.engine.inspection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a form can answer.
 *
 * @param options the values offered by key; none for a key whose options come from elsewhere
 */
record FormAnswers(String id, Map<String, Set<String>> options) {

	private static final JsonMapper JSON = new JsonMapper();

	/** Empty if it is not a form. */
	static Optional<FormAnswers> read(ModelFile file) {
		try {
			JsonNode root = JSON.readTree(file.content());
			if (!root.path("components").isArray()) {
				return Optional.empty();
			}
			Map<String, Set<String>> options = new HashMap<>();
			gather(root, options);
			return Optional.of(new FormAnswers(root.path("id").asString(""), options));
		} catch (JacksonException e) {
			return Optional.empty();
		}
	}

	private static void gather(JsonNode part, Map<String, Set<String>> options) {
		if (part.path("key").isString()) {
			Set<String> values = options.computeIfAbsent(part.path("key").asString(), key -> new HashSet<>());
			part.path("values").forEach(option -> values.add(option.path("value").asString("")));
		}
		part.path("components").forEach(child -> gather(child, options));
	}
}

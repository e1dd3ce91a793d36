package cn.cuobian.engine.inspection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a form can answer.
 *
 * @param options the values offered by key; none for a key whose options come from elsewhere
 * @param words keys of what people write freely
 * @param unknown types that are no component of ours, by the id of the component
 */
record FormAnswers(String id, Map<String, Set<String>> options, Set<String> words, Map<String, String> unknown) {

	private static final JsonMapper JSON = new JsonMapper();

	/** Empty if it is not a form. */
	static Optional<FormAnswers> read(ModelFile file) {
		try {
			JsonNode root = JSON.readTree(file.content());
			if (!root.path("components").isArray()) {
				return Optional.empty();
			}
			var form = new FormAnswers(root.path("id").asString(""), new HashMap<>(), new HashSet<>(), new TreeMap<>());
			root.path("components").forEach(form::gather);
			return Optional.of(form);
		} catch (JacksonException e) {
			return Optional.empty();
		}
	}

	private void gather(JsonNode component) {
		String type = component.path("type").asString("");
		String key = component.path("key").asString("");
		if (!ComponentTypes.isKnown(type)) {
			unknown.put(component.path("id").asString(key), type);
		}
		if (!key.isEmpty()) {
			Set<String> values = options.computeIfAbsent(key, each -> new HashSet<>());
			component.path("values").forEach(option -> values.add(option.path("value").asString("")));
		}
		if (ComponentTypes.WORDS.contains(type)) {
			words.add(key);
		}
		component.path("components").forEach(this::gather);
	}
}

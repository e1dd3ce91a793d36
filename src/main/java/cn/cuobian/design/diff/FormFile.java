package cn.cuobian.design.diff;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import cn.cuobian.forms.Label;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A form by its components, each known by the key of its answer, else by its id. Reads also what the gate would refuse. */
final class FormFile {

	private static final JsonMapper JSON = new JsonMapper();
	/** Which program wrote the file, and for which. */
	private static final Set<String> OF_THE_FILE = Set.of("components", "schemaVersion", "executionPlatform", "executionPlatformVersion", "exporter", "$schema");

	/** In the order in which they are shown. */
	private final Map<String, Component> components = new LinkedHashMap<>();
	private final Map<String, String> facts = new TreeMap<>();

	/**
	 * A component.
	 *
	 * @param group id of the group around it, empty at the top
	 * @param facts by path, such as {@code validate.required}
	 * @param look where it stands in its line
	 */
	record Component(String id, String type, Label label, String group, Map<String, String> facts, Map<String, String> look) {
	}

	/** @param json empty for a file that is not there */
	FormFile(byte[] json) {
		var root = json.length == 0 ? JSON.createObjectNode() : tree(json);
		root.properties().stream().filter(entry -> !OF_THE_FILE.contains(entry.getKey())).forEach(entry -> flatten(entry.getValue(), entry.getKey(), facts));
		root.path("components").forEach(node -> read(node, ""));
	}

	Map<String, Component> components() {
		return components;
	}

	Map<String, String> facts() {
		return facts;
	}

	private static JsonNode tree(byte[] json) {
		try {
			return JSON.readTree(json);
		} catch (JacksonException e) {
			throw new IllegalArgumentException(e);
		}
	}

	private void read(JsonNode node, String group) {
		var type = node.path("type").asString("");
		var id = node.path("key").asString(node.path("id").asString(type + components.size()));
		Map<String, String> said = new TreeMap<>();
		node.properties().stream().filter(entry -> !Set.of("components", "key", "id", "layout", "values").contains(entry.getKey()))
				.forEach(entry -> flatten(entry.getValue(), entry.getKey(), said));
		node.path("values").forEach(option -> option(option, said));
		Map<String, String> look = new TreeMap<>();
		flatten(node.path("layout"), "layout", look);
		components.putIfAbsent(id, new Component(id, type, label(node), group, said, look));
		node.path("components").forEach(part -> read(part, id));
	}

	private static Label label(JsonNode node) {
		for (String name : new String[] { "label", "dateLabel", "timeLabel", "text" }) {
			if (!node.path(name).asString("").isBlank()) {
				return new Label(node.path(name).asString(), node.path("properties").path(name + ".en").asString(null));
			}
		}
		return Label.NONE;
	}

	/** An option is known by its value. */
	private static void option(JsonNode option, Map<String, String> said) {
		var path = "values[" + option.path("value").asString("") + "]";
		said.merge("values", option.path("value").asString(""), (all, one) -> all + "\n" + one);
		said.put(path, option.path("label").asString(""));
		option.properties().stream().filter(entry -> !Set.of("value", "label").contains(entry.getKey()))
				.forEach(entry -> flatten(entry.getValue(), path + "." + entry.getKey(), said));
	}

	private static void flatten(JsonNode node, String path, Map<String, String> facts) {
		if (node.isObject()) {
			node.properties().forEach(entry -> flatten(entry.getValue(), path + "." + entry.getKey(), facts));
		} else if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				flatten(node.get(i), path + "." + (i + 1), facts);
			}
		} else if (!node.isMissingNode() && !node.isNull() && !isAnyway(path, node)) {
			facts.put(path, node.asString().strip());
		}
	}

	/** What holds where nothing is written. */
	private static boolean isAnyway(String path, JsonNode node) {
		return node.isBoolean() && !node.asBoolean() || path.equals("validate.validationType") && node.asString().equals("custom");
	}
}

package cn.cuobian.engine.camunda;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.cuobian.engine.inspection.ComponentTypes;
import cn.cuobian.refusals.Refusal;

/**
 * A form is shown by a program in the reader's browser and checked by ours: it holds components that both know, and its
 * only expressions are conditions, which the server evaluates whenever somebody opens it.
 */
final class GuardedForm {

	/** Two members of one name are read as one by each reader, but not as the same one. */
	private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
	private static final int MOST = 200;
	private static final int DEEPEST = 20;
	/** Evaluated in the browser, fetched from elsewhere, or not checked by the server. */
	private static final Set<String> REFUSED = Set.of("path", "valuesExpression", "isRepeating", "readonly", "disabled", "pattern", "expression",
			"dataSource", "source", "url", "endpoint", "html", "content", "security");

	private final String file;
	private final Set<String> keys = new HashSet<>();
	private int components;

	private GuardedForm(String file) {
		this.file = file;
	}

	static void check(String file, byte[] bytes) {
		new GuardedForm(file).walk(read(file, bytes), "", 1);
	}

	/** The studio's gate says the same of a component, beside all else that it finds in the form. */
	static void checkComponents(String file, byte[] bytes) {
		new GuardedForm(file).known(read(file, bytes));
	}

	private void known(JsonNode node) {
		for (JsonNode component : node.path("components")) {
			String type = component.path("type").asString("");
			if (!ComponentTypes.isKnown(type)) {
				throw refusal("form-component", id(component, ""), type);
			}
		}
		node.forEach(this::known);
	}

	private static JsonNode read(String file, byte[] bytes) {
		try {
			return JSON.readTree(bytes);
		} catch (JacksonException e) {
			throw new Refusal("engine.model-no-form", file);
		}
	}

	/** @param around id of the component in which the node stands */
	private void walk(JsonNode node, String around, int depth) {
		if (depth > DEEPEST) {
			throw refusal("form-too-much", around, MOST);
		}
		for (Map.Entry<String, JsonNode> member : node.properties()) {
			member(member.getKey(), member.getValue(), around);
		}
		node.path("components").forEach(this::component);
		node.forEach(part -> walk(part, id(node, around), depth + 1));
	}

	private void component(JsonNode component) {
		String id = id(component, "");
		if (component.has("key") && !keys.add(component.path("key").asString(""))) {
			throw refusal("form-key-twice", id, component.path("key").asString(""));
		}
		if (++components > MOST) {
			throw refusal("form-too-much", id, MOST);
		}
	}

	private void member(String name, JsonNode value, String around) {
		if (REFUSED.contains(name) && !(value.isBoolean() && !value.asBoolean())) {
			throw refusal("form-feature", around, name);
		}
		if (name.equals("hide")) {
			if (value.isString() && !SafeFeel.allows(value.asString())) {
				throw refusal("feel-in-form", around, value.asString());
			}
		} else if (value.isString() && (value.asString().strip().startsWith("=") || value.asString().contains("{{"))) {
			throw refusal("form-feature", around, name + " " + value.asString());
		}
	}

	private static String id(JsonNode node, String otherwise) {
		return node.path("id").asString(node.path("key").asString(otherwise));
	}

	private Refusal refusal(String rule, String component, Object detail) {
		return new Refusal("engine.model-" + rule, file, component, detail);
	}
}

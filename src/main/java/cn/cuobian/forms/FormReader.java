package cn.cuobian.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads form-js JSON. A form is code that somebody else wrote: what is not on the list is refused. */
final class FormReader {

	private static final JsonMapper JSON = new JsonMapper();
	private static final int LONGEST = 512 * 1024;
	private static final int DEEPEST = 5;
	private static final int MOST = 200;
	/** Names that FEEL and JUEL read as one word; a leading underscore is kept for the page's own fields. */
	private static final String KEY = "[a-zA-Z][a-zA-Z0-9_]{0,63}";

	private final Set<String> keys = new HashSet<>();
	private final Set<String> ids = new HashSet<>();

	FormSchema read(String json) {
		if (json.length() > LONGEST) {
			throw new BrokenForm("a form is at most " + LONGEST + " characters");
		}
		var root = tree(json);
		if (!root.path("components").isArray()) {
			throw new BrokenForm("not a form: no components");
		}
		return new FormSchema(root.path("id").asString(""), fields(root.path("components"), 1), json);
	}

	/** The same JSON with the options of named sources written into it. */
	static String filled(String json, FormOptionsBySource sources) {
		var root = tree(json);
		root.findParents("valuesKey").stream().filter(node -> node.path("valuesKey").isString()).forEach(node -> fill((ObjectNode) node, sources));
		return JSON.writeValueAsString(root);
	}

	private static void fill(ObjectNode component, FormOptionsBySource sources) {
		var options = component.putArray("values");
		sources.of(component.remove("valuesKey").asString()).forEach(option -> {
			var value = options.addObject().put("value", option.value()).put("label", option.label().zh());
			value.putObject("properties").put("label.en", option.label().en());
		});
	}

	private static JsonNode tree(String json) {
		try {
			return JSON.readTree(json);
		} catch (JacksonException e) {
			throw new BrokenForm("not JSON: " + e.getOriginalMessage(), e);
		}
	}

	private List<Field> fields(JsonNode nodes, int depth) {
		if (depth > DEEPEST) {
			throw new BrokenForm("groups are nested deeper than " + DEEPEST);
		}
		var fields = new ArrayList<Field>();
		nodes.forEach(node -> fields.add(field(new ComponentNode(node), depth)));
		return fields;
	}

	private Field field(ComponentNode node, int depth) {
		var type = node.type();
		node.refuseWhatWeCannotHonour();
		var key = type.asks() ? key(node) : null;
		return new Field(id(node, key), key, type, node.label(), node.description(), node.isRequired(),
				node.limits(), node.subtype(), node.defaultValue(), node.options(), node.source(), node.hide(),
				type == FieldType.GROUP ? fields(node.parts(), depth + 1) : List.of());
	}

	private String key(ComponentNode node) {
		var key = node.text("key");
		if (key == null || !key.matches(KEY)) {
			throw new BrokenForm("key \"" + key + "\" is not a plain name");
		}
		if (!keys.add(key)) {
			throw new BrokenForm("key \"" + key + "\" is used twice");
		}
		return key;
	}

	private String id(ComponentNode node, String key) {
		var id = node.text("id") != null ? node.text("id") : key != null ? key : "part" + ids.size();
		if (!ids.add(id)) {
			throw new BrokenForm("component id \"" + id + "\" is used twice");
		}
		if (ids.size() > MOST) {
			throw new BrokenForm("a form has at most " + MOST + " components");
		}
		return id;
	}
}

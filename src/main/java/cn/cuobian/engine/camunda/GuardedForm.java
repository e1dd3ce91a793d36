package cn.cuobian.engine.camunda;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.cuobian.refusals.Refusal;

/** The conditions of a form are FEEL that the server evaluates whenever somebody opens it. */
final class GuardedForm {

	private static final JsonMapper JSON = new JsonMapper();

	private GuardedForm() {
	}

	static void check(String file, byte[] bytes) {
		try {
			walk(file, JSON.readTree(bytes));
		} catch (JacksonException e) {
			throw new Refusal("engine.model-no-form", file);
		}
	}

	private static void walk(String file, JsonNode node) {
		if (node.isString() && node.asString().startsWith("=") && Allowed.runsLong(node.asString())) {
			throw new Refusal("engine.model-feel-in-form", file, 0, node.asString());
		}
		node.forEach(part -> walk(file, part));
	}
}

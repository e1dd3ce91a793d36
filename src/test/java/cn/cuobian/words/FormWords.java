package cn.cuobian.words;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The texts of a form-js form that have no English beside them in {@code properties}. */
final class FormWords {

	private static final JsonMapper JSON = new JsonMapper();
	private static final List<String> TEXTS = List.of("label", "description", "text", "dateLabel", "timeLabel", "placeholder");
	private static final List<String> LISTS = List.of("components", "values");

	private FormWords() {
	}

	static List<String> withoutEnglish(String json) {
		List<String> missing = new ArrayList<>();
		look(JSON.readTree(json), missing);
		return missing;
	}

	private static void look(JsonNode node, List<String> missing) {
		TEXTS.stream().filter(text -> node.path(text).isString() && !hasEnglish(node, text))
				.forEach(text -> missing.add(node.path(text).stringValue()));
		LISTS.forEach(list -> node.path(list).forEach(part -> look(part, missing)));
	}

	private static boolean hasEnglish(JsonNode node, String text) {
		return !node.path("properties").path(text + ".en").asString(node.path(text + ".en").asString("")).isBlank();
	}
}

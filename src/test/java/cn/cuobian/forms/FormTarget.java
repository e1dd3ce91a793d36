package cn.cuobian.forms;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import cn.cuobian.engine.Feel;
import cn.cuobian.faults.Fuzzed;

/** F14: a form and answers to it, as the page of a task reads, checks and shows them. */
public final class FormTarget {

	private static final Feel NOTHING_HIDDEN = (condition, answers) -> false;
	private static final Forms FORMS = new Forms(List.of(new Departments()));
	private static final FormViews VIEWS = new FormViews(NOTHING_HIDDEN, new JsonMapper());

	private FormTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		var fields = Fuzzed.fields(input, 2);
		Fuzzed.hand(() -> fillIn(fields.get(0), fields.get(1)));
	}

	private static void fillIn(String form, String answers) {
		FormSchema schema;
		try {
			schema = FORMS.read(form, "1");
		} catch (BrokenForm refused) {
			return;
		}
		VIEWS.empty(schema);
		var given = VIEWS.parse(answers);
		VIEWS.of(schema, given, Map.of());
		schema.check(given, NOTHING_HIDDEN);
	}

	private record Departments() implements FormOptions {

		@Override
		public String key() {
			return "departments";
		}

		@Override
		public List<Option> options(String subject) {
			return List.of(Option.of("water-dept", "水务", "Water"));
		}
	}
}

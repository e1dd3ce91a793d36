package cn.cuobian.engine.camunda;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import cn.cuobian.engine.Feel;
import cn.cuobian.engine.Verbs;
import cn.cuobian.faults.Fuzzed;
import cn.cuobian.forms.FormSchema;

/** F14: a form that the guard lets pass is read, and its conditions are evaluated for answers. */
public final class FormFileTarget {

	private static final Guard GUARD = new Guard(new Verbs(Map.of()));
	private static final Feel FEEL = new CamundaFeel();

	private FormFileTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		var form = Fuzzed.text(input);
		Fuzzed.hand(() -> {
			GUARD.check("fuzzed.form", form.getBytes(StandardCharsets.UTF_8));
			fillIn(form);
		});
	}

	private static void fillIn(String form) {
		try {
			var schema = FormSchema.parse(form);
			schema.visible(schema.defaults(), FEEL);
		} catch (IllegalArgumentException broken) {
			return; // a broken form, or a condition that is none: as the interfaces say
		}
	}
}

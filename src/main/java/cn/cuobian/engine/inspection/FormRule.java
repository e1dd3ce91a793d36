package cn.cuobian.engine.inspection;

import java.util.Optional;

/** A form can be read, is known by the name of its file, and uses only components that the server can check. */
final class FormRule {

	private FormRule() {
	}

	static void inspect(ModelFile file, House house, Findings findings) {
		Optional<FormAnswers> form = house.form(file.room(), file.key()).filter(read -> read.id().equals(file.key()));
		if (form.isEmpty()) {
			findings.add("", "form-unreadable");
		} else {
			form.get().unknown().forEach((component, type) -> findings.add(component, "component-type", type));
		}
	}
}

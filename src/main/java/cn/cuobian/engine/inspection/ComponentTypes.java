package cn.cuobian.engine.inspection;

import java.util.Set;

/**
 * The form-js components a form may use. The room that draws and checks forms stands above the engine and keeps the
 * same list; a test compares the two.
 */
public final class ComponentTypes {

	/** Their answers are written freely, stay in the record and never enter the engine. */
	static final Set<String> WORDS = Set.of("textfield", "textarea", "datetime");
	/** Their answers steer the procedure. */
	static final Set<String> DECISIONS = Set.of("number", "checkbox", "radio", "select", "checklist", "taglist");
	/** They ask nothing. */
	static final Set<String> SILENT = Set.of("text", "group");

	private ComponentTypes() {
	}

	public static boolean isKnown(String type) {
		return WORDS.contains(type) || DECISIONS.contains(type) || SILENT.contains(type);
	}
}

package cn.cuobian.design.reading;

import java.util.Map;

import cn.cuobian.forms.Label;

/**
 * Something of a drawing that has a name of its own: a step, a flow, a lane, the procedure itself.
 *
 * @param type name of the element, such as {@code userTask}
 * @param facts as {@link Facts}
 */
public record Part(String id, String type, Label name, Map<String, String> facts) {

	public boolean isFlow() {
		return type.equals("sequenceFlow") || type.equals("messageFlow") || type.equals("association");
	}

	public String fact(String name) {
		return facts.getOrDefault(name, "");
	}
}

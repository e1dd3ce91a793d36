package cn.cuobian.engine.inspection;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Finds the element to mark for something that has no id of its own. */
final class Steps {

	private Steps() {
	}

	static String idAround(Element element) {
		for (Node around = element; around instanceof Element candidate; around = around.getParentNode()) {
			boolean visible = Step.isStep(candidate) || candidate.getLocalName().equals("sequenceFlow")
					|| candidate.getLocalName().equals("process");
			if (visible) {
				return candidate.getAttribute("id");
			}
		}
		return "";
	}
}

package cn.cuobian.engine.inspection;

import org.w3c.dom.Element;

/** One decision per file, known by the name of the file, kept for a stated time. */
final class TableRule {

	private TableRule() {
	}

	static void inspect(ModelFile file, Findings findings) {
		for (Element decision : Xml.all(Xml.read(file.content()), Xml.DMN, "decision")) {
			if (!decision.getAttribute("id").equals(file.key())) {
				findings.add(decision.getAttribute("id"), "key-is-file-name", file.key());
			}
			if (decision.getAttributeNS(Xml.CAMUNDA_DMN, "historyTimeToLive").isBlank()) {
				findings.add(file.key(), "time-to-live");
			}
		}
	}
}

package cn.cuobian.engine.inspection;

import java.util.List;

import org.w3c.dom.Element;

/** One process per file, known by the name of the file, kept for a stated time. */
final class FileRule implements Rule {

	@Override
	public void inspect(Drawing drawing, House house, Findings findings) {
		List<Element> processes = drawing.processes();
		if (processes.size() != 1) {
			findings.add("", "one-process");
			return;
		}
		Element process = processes.get(0);
		if (!process.getAttribute("id").equals(drawing.key())) {
			findings.add(process.getAttribute("id"), "key-is-file-name", drawing.key());
		}
		if (drawing.isTooLarge()) {
			findings.add(drawing.key(), "too-many-steps", Drawing.MOST_STEPS);
		}
		if (!"true".equals(process.getAttribute("isExecutable"))) {
			findings.add(drawing.key(), "not-executable");
		}
		if (process.getAttributeNS(Xml.CAMUNDA, "historyTimeToLive").isBlank()) {
			findings.add(drawing.key(), "time-to-live");
		}
	}
}

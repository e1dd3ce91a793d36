package cn.cuobian.design;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import cn.cuobian.engine.inspection.ModelFile;

/** What people call a file: a drawing and a table by their name, a form by the steps that show it. */
final class FileTitles {

	private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	private final Map<String, String> titles = new TreeMap<>();
	private final Map<String, Set<String>> steps = new TreeMap<>();

	private FileTitles() {
	}

	/** Title by path; without one for what has no name or cannot be read. */
	static Map<String, String> of(Collection<ModelFile> files) {
		var reading = new FileTitles();
		files.stream().filter(file -> !Paths.kind(file.path()).equals("form")).forEach(reading::read);
		files.stream().filter(file -> Paths.kind(file.path()).equals("form")).forEach(form -> reading.steps(form.path()));
		return reading.titles;
	}

	private void steps(String path) {
		var shownBy = steps.get(Paths.bundle(path) + "/" + Paths.key(path));
		if (shownBy != null) {
			titles.put(path, String.join("、", shownBy));
		}
	}

	private void read(ModelFile file) {
		XMLInputFactory parser = XMLInputFactory.newDefaultFactory();
		parser.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		parser.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		try {
			var xml = parser.createXMLStreamReader(new ByteArrayInputStream(file.content()));
			while (xml.hasNext()) {
				if (xml.next() == XMLStreamReader.START_ELEMENT) {
					element(file, xml);
				}
			}
		} catch (XMLStreamException e) {
			titles.remove(file.path()); // what cannot be read is known by its file name alone
		}
	}

	private void element(ModelFile file, XMLStreamReader xml) {
		var name = xml.getAttributeValue(null, "name");
		if (name == null) {
			return;
		}
		switch (xml.getLocalName()) {
			case "process", "decision" -> titles.putIfAbsent(file.path(), name);
			case "userTask" -> form(file, xml.getAttributeValue(CAMUNDA, "formRef"), name);
			default -> { }
		}
	}

	private void form(ModelFile file, String form, String step) {
		if (form != null) {
			steps.computeIfAbsent(file.room() + "/" + form, first -> new LinkedHashSet<>()).add(step);
		}
	}
}

package cn.cuobian.figures;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.people.Group;

/** Writes an event log as IEEE 1849-2016 prescribes: extensions, globals, classifiers, attributes, then the traces. */
final class XesWriter implements Closeable {

	private static final String NAMESPACE = "http://www.xes-standard.org/";
	private static final String UNKNOWN = "UNKNOWN";
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

	private final XMLStreamWriter xml;

	XesWriter(OutputStream out) throws IOException {
		try {
			xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
			head();
		} catch (XMLStreamException e) {
			throw new IOException(e);
		}
	}

	private interface Part {

		void write() throws XMLStreamException;
	}

	private static void in(Part part) throws IOException {
		try {
			part.write();
		} catch (XMLStreamException e) {
			throw new IOException(e);
		}
	}

	void begin(EventLog.Trace trace) throws IOException {
		in(() -> {
			xml.writeStartElement("trace");
			attribute("string", "concept:name", trace.number());
			attribute("string", "place", trace.place());
			attribute("string", "kind", trace.kind());
			attribute("string", "channel", trace.channel());
			attribute("string", "state", trace.state());
		});
	}

	void event(RecordedEvent event, Optional<String> post) throws IOException {
		in(() -> {
			xml.writeStartElement("event");
			attribute("string", "concept:name", event.step());
			attribute("date", "time:timestamp", TIME.format(event.at().atZone(WorkingCalendar.ZONE)));
			attribute("string", "lifecycle:transition", event.transition());
			who(event, post);
			xml.writeEndElement();
		});
	}

	void end() throws IOException {
		in(xml::writeEndElement);
	}

	/** Finishes the document; the stream below stays open. */
	@Override
	public void close() throws IOException {
		in(() -> {
			xml.writeEndElement();
			xml.writeEndDocument();
			xml.flush();
		});
	}

	private void who(RecordedEvent event, Optional<String> post) throws XMLStreamException {
		if (post.isPresent()) {
			attribute("string", "org:resource", post.get());
			attribute("string", "org:role", Group.parse(post.get()).post());
		} else if (event.isOfResident()) {
			attribute("string", "org:role", "resident");
		}
	}

	private void head() throws XMLStreamException {
		xml.writeStartDocument("UTF-8", "1.0");
		xml.writeStartElement("log");
		xml.writeDefaultNamespace(NAMESPACE);
		xml.writeAttribute("xes.version", "1849-2016");
		xml.writeAttribute("xes.features", "");
		extension("Concept", "concept");
		extension("Time", "time");
		extension("Lifecycle", "lifecycle");
		extension("Organizational", "org");
		globals();
		classifier("Activity", "concept:name");
		classifier("Activity and transition", "concept:name lifecycle:transition");
		attribute("string", "lifecycle:model", "standard");
		attribute("string", "source", "Cuobian");
	}

	private void globals() throws XMLStreamException {
		global("trace", () -> attribute("string", "concept:name", UNKNOWN));
		global("event", () -> {
			attribute("string", "concept:name", UNKNOWN);
			attribute("date", "time:timestamp", "1970-01-01T00:00:00.000+08:00");
			attribute("string", "lifecycle:transition", "complete");
		});
	}

	private void global(String scope, Part part) throws XMLStreamException {
		xml.writeStartElement("global");
		xml.writeAttribute("scope", scope);
		part.write();
		xml.writeEndElement();
	}

	private void extension(String name, String prefix) throws XMLStreamException {
		xml.writeEmptyElement("extension");
		xml.writeAttribute("name", name);
		xml.writeAttribute("prefix", prefix);
		xml.writeAttribute("uri", "http://www.xes-standard.org/" + prefix + ".xesext");
	}

	private void classifier(String name, String keys) throws XMLStreamException {
		xml.writeEmptyElement("classifier");
		xml.writeAttribute("name", name);
		xml.writeAttribute("keys", keys);
	}

	private void attribute(String type, String key, String value) throws XMLStreamException {
		xml.writeEmptyElement(type);
		xml.writeAttribute("key", key);
		xml.writeAttribute("value", value);
	}
}

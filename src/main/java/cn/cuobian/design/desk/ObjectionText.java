package cn.cuobian.design.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;

import cn.cuobian.design.desk.EngineJson.ParseError;
import cn.cuobian.design.desk.EngineJson.Problem;
import cn.cuobian.design.desk.EngineJson.Report;
import cn.cuobian.design.desk.Objections.Objection;

/** Objections as the drawing tool shows them: it writes the message into its log, line by line, and reads no more. */
final class ObjectionText {

	/** By this beginning the tool tells a drawing that is wrong from a server that is. */
	private static final String PREFIX = "ENGINE-09005 Could not parse BPMN process. ";
	private static final int MOST = 60;

	private final MessageSource messages;
	private final Locale language;

	ObjectionText(MessageSource messages, Locale language) {
		this.messages = messages;
		this.language = language;
	}

	ParseError of(List<Objection> objections) {
		Map<String, Report> details = new LinkedHashMap<>();
		objections.stream().collect(Collectors.groupingBy(Objection::file, LinkedHashMap::new, Collectors.toList()))
				.forEach((file, ofFile) -> details.put(file, new Report(ofFile.stream().map(ObjectionText::problem).toList(), List.of())));
		return new ParseError("ParseException", message(objections), details, 0);
	}

	private String message(List<Objection> objections) {
		Stream<String> lines = objections.stream().limit(MOST).map(ObjectionText::line);
		String more = objections.size() > MOST ? "\n" + say("design.desk.more", objections.size() - MOST) : "";
		return PREFIX + say("design.desk.objected", objections.size()) + lines.collect(Collectors.joining("\n", "\n", "")) + more;
	}

	private static String line(Objection objection) {
		String where = objection.line() > 0 ? objection.file() + ":" + objection.line() : objection.file();
		return "* " + where + (objection.element().isEmpty() ? "" : " [" + objection.element() + "]") + " " + objection.sentence();
	}

	private static Problem problem(Objection objection) {
		String element = objection.element().isEmpty() ? null : objection.element();
		return new Problem(objection.sentence(), objection.line(), 0, element, element == null ? List.of() : List.of(element));
	}

	private String say(String key, Object... arguments) {
		return messages.getMessage(key, arguments, language);
	}
}

package cn.cuobian.design.handbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.w3c.dom.Document;

import cn.cuobian.design.reading.Bindings;
import cn.cuobian.design.reading.Cells;
import cn.cuobian.design.reading.DecisionTable;
import cn.cuobian.design.reading.Drawing;
import cn.cuobian.design.reading.Limits;
import cn.cuobian.design.reading.Part;
import cn.cuobian.design.reading.Phrase;
import cn.cuobian.design.reading.Xml;
import cn.cuobian.engine.inspection.ModelFile;

/** Writes the handbook of a bundle in one language. */
public final class Writer {

	private static final Set<String> STEPS = Set.of("userTask", "manualTask", "receiveTask", "callActivity");
	private static final Set<String> AUTOMATIC = Set.of("serviceTask", "businessRuleTask", "sendTask");
	private static final Set<String> SOURCES = Set.of("source", "article", "basis");

	private final String bundle;
	private final Locale language;
	private final Function<Object, String> say;
	private final Function<String, Posted> posts;
	private final Limits limits;
	private final Forms forms;
	private final Map<String, Set<String>> sources = new LinkedHashMap<>();
	private final Map<String, Integer> shown = new LinkedHashMap<>();

	/** A post, and who does its work while nobody holds it; empty for nobody. */
	public record Posted(String name, String standIn) {
	}

	/**
	 * @param files of the bundle, and the table of time limits
	 * @param say puts a phrase into the language
	 * @param posts finds a post by its code
	 */
	public static Handbook write(String bundle, Collection<ModelFile> files, Locale language, Function<Object, String> say, Function<String, Posted> posts) {
		return new Writer(bundle, files, language, say, posts).write(files);
	}

	private Writer(String bundle, Collection<ModelFile> files, Locale language, Function<Object, String> say, Function<String, Posted> posts) {
		this.bundle = bundle;
		this.language = language;
		this.say = say;
		this.posts = posts;
		this.forms = new Forms(files.stream().filter(file -> file.room().equals(bundle)).toList(), language, say);
		this.limits = files.stream().filter(file -> file.path().equals(Limits.PATH)).flatMap(file -> Xml.read(file.content()).stream())
				.map(Limits::of).findFirst().orElseGet(Limits::none);
	}

	private Handbook write(Collection<ModelFile> files) {
		List<Handbook.Procedure> procedures = new ArrayList<>();
		List<Handbook.Table> tables = new ArrayList<>();
		files.stream().filter(file -> file.room().equals(bundle)).forEach(file -> Xml.read(file.content()).ifPresent(document -> {
			if (file.name().endsWith(".bpmn")) {
				procedures.add(procedure(file, document));
			} else if (file.name().endsWith(".dmn")) {
				tables.addAll(tables(document));
			}
		}));
		return new Handbook(procedures, tables, sources.entrySet().stream()
				.map(source -> new Handbook.Source(source.getKey(), say.apply(new Phrase.Listed(List.copyOf(source.getValue()))))).toList());
	}

	private Handbook.Procedure procedure(ModelFile file, Document document) {
		var drawing = new Drawing(document);
		var ways = new Ways(drawing, language);
		var inOrder = ways.inOrder();
		var process = drawing.parts().values().stream().filter(part -> part.type().equals("process")).findFirst();
		shown.clear();
		List<Handbook.Step> steps = new ArrayList<>();
		inOrder.stream().filter(part -> STEPS.contains(part.type())).forEach(part -> steps.add(step(steps.size() + 1, part, ways)));
		return new Handbook.Procedure(file.name().replace(".bpmn", ""), process.map(ways::name).orElse(file.name()), process.map(part -> part.fact("documentation")).orElse(""),
				Painter.paint(document, language), steps, names(inOrder, AUTOMATIC, ways), names(inOrder, Set.of("endEvent"), ways));
	}

	private static List<String> names(List<Part> parts, Set<String> types, Ways ways) {
		return parts.stream().filter(part -> types.contains(part.type())).map(ways::name).distinct().toList();
	}

	private Handbook.Step step(int number, Part part, Ways ways) {
		var posted = Bindings.post(part.fact("@camunda:candidateGroups")).map(posts).orElseGet(() -> new Posted(post(part), ""));
		var code = part.fact("camunda:property[clock]@value");
		var form = part.fact("@camunda:formRef");
		var first = form.isEmpty() ? number : shown.computeIfAbsent(form, key -> number);
		return new Handbook.Step(number, part.id(), ways.name(part), doing(part), posted.name(), posted.standIn(), limit(code), used(code, ways.name(part)), next(part),
				ways.from(part).stream().map(say).toList(), meanwhile(part, ways), first == number ? forms.of(form) : List.of(), first == number ? 0 : first);
	}

	/** Found out while it runs, such as the department to which a part was assigned. */
	private String post(Part part) {
		return part.fact("@camunda:candidateGroups").isEmpty() ? "" : say.apply(Phrase.of("design.handbook.post-found"));
	}

	private String doing(Part part) {
		return part.type().equals("callActivity") ? say.apply(Phrase.of("design.handbook.calls", part.fact("@calledElement"))) : part.fact("documentation");
	}

	private String next(Part part) {
		var english = part.fact("camunda:property[next.en]@value");
		return Locale.ENGLISH.getLanguage().equals(language.getLanguage()) && !english.isEmpty() ? english : part.fact("camunda:property[next]@value");
	}

	private String limit(String code) {
		return code.isEmpty() ? "" : say.apply(Phrase.of("design.handbook.limit", new Phrase.Named("clocks.code." + code, code), limits.resolved(code)));
	}

	/** Sources of a limit; the last chapter lists them all with where they are used. */
	private List<String> used(String code, String step) {
		var found = limits.lines(code).stream().map(line -> line.get("source")).distinct().toList();
		found.forEach(source -> sources.computeIfAbsent(source, first -> new LinkedHashSet<>()).add(step));
		return found;
	}

	private List<String> meanwhile(Part part, Ways ways) {
		return ways.borders(part).stream().map(event -> {
			var where = ways.from(event);
			return where.isEmpty() ? ways.name(event) : say.apply(Phrase.of("design.handbook.way", ways.name(event), new Phrase.Listed(where)));
		}).toList();
	}

	private List<Handbook.Table> tables(Document document) {
		return Xml.all(document, "decision").stream().flatMap(decision -> Xml.children(decision, "decisionTable").stream().map(element -> {
			var table = new DecisionTable(element);
			return Limits.is(table) ? limits(decision.getAttribute("id"), decision.getAttribute("name"), table)
					: plain(decision.getAttribute("id"), decision.getAttribute("name"), Xml.text(element, "description"), table);
		})).toList();
	}

	private Handbook.Table plain(String key, String name, String note, DecisionTable table) {
		var rows = table.rows().stream().map(row -> {
			var cells = new ArrayList<>(row.cells().stream().map(cell -> say.apply(Cells.words(cell))).toList());
			IntStream.range(0, cells.size()).filter(i -> SOURCES.contains(table.columns().get(i).asks())).mapToObj(cells::get)
					.forEach(source -> sources.computeIfAbsent(source, first -> new LinkedHashSet<>()).add(name));
			return withNote(table, row.note(), cells);
		}).toList();
		var heads = new ArrayList<>(table.columns().stream().map(DecisionTable.Column::label).toList());
		return new Handbook.Table(key, name, note, withNote(table, say.apply(Phrase.of("design.handbook.note")), heads), rows);
	}

	/** A column for annotations where a table has any. */
	private static List<String> withNote(DecisionTable table, String note, List<String> cells) {
		if (table.rows().stream().anyMatch(row -> !row.note().isEmpty())) {
			cells.add(note);
		}
		return cells;
	}

	private Handbook.Table limits(String key, String name, DecisionTable table) {
		var heads = List.of("name", "code", "duration", "rungs", "extension", "source").stream().map(head -> say.apply(Phrase.of("design.handbook.limits." + head))).toList();
		return new Handbook.Table(key, name, "", heads, table.rows().stream().map(row -> {
			var line = Limits.Line.of(table, row);
			return List.of(say.apply(line.get("place").isEmpty() ? line.name() : Phrase.of("design.handbook.limits.here", line.name(), new Phrase.PlaceName(line.get("place")))),
					line.get("code"), say.apply(line.duration()), say.apply(line.rungs()), say.apply(line.extension()), line.get("source"));
		}).toList());
	}
}

package cn.cuobian.design.diff;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.w3c.dom.Document;

import cn.cuobian.design.reading.Drawing;
import cn.cuobian.design.reading.Limits;
import cn.cuobian.design.reading.Phrase;
import cn.cuobian.design.reading.Xml;
import cn.cuobian.engine.inspection.ModelFile;

/** Compares two states of a bundle, each given with the table of time limits that holds beside it. */
public final class Comparison {

	private final Map<String, byte[]> before;
	private final Map<String, byte[]> after;
	private final Limits limitsBefore;
	private final Limits limitsAfter;

	private Comparison(Collection<ModelFile> before, Collection<ModelFile> after) {
		this.before = byPath(before);
		this.after = byPath(after);
		this.limitsBefore = limits(this.before);
		this.limitsAfter = limits(this.after);
	}

	/** What differs, file by file; files in which nothing differs are left out, so two equal states give none. */
	public static List<FileDifference> of(Collection<ModelFile> before, Collection<ModelFile> after) {
		return new Comparison(before, after).files();
	}

	private static Map<String, byte[]> byPath(Collection<ModelFile> files) {
		return files.stream().collect(Collectors.toMap(ModelFile::path, ModelFile::content, (first, second) -> second, TreeMap::new));
	}

	private static Limits limits(Map<String, byte[]> files) {
		return Optional.ofNullable(files.get(Limits.PATH)).flatMap(Xml::read).map(Limits::of).orElseGet(Limits::none);
	}

	private List<FileDifference> files() {
		var paths = new TreeSet<>(before.keySet());
		paths.addAll(after.keySet());
		return paths.stream().flatMap(path -> file(path).stream()).toList();
	}

	private Optional<FileDifference> file(String path) {
		var was = before.get(path);
		var is = after.get(path);
		if (Arrays.equals(was, is) && !path.endsWith(".bpmn")) {
			return Optional.empty();
		}
		var mark = was == null ? Mark.ADDED : is == null ? Mark.REMOVED : Mark.CHANGED;
		var items = items(path, was, is);
		if (items.isEmpty() && Arrays.equals(was, is)) {
			return Optional.empty();
		}
		return Optional.of(FileDifference.of(path, mark, items.isEmpty() && mark == Mark.CHANGED ? rewritten() : items));
	}

	private static List<Item> rewritten() {
		return List.of(new Item(Mark.MOVED, Phrase.of("design.diff.rewritten"), List.of(), List.of(), List.of()));
	}

	private List<Item> items(String path, byte[] was, byte[] is) {
		try {
			return switch (path.substring(path.lastIndexOf('.') + 1)) {
				case "bpmn" -> new DrawingComparison(new Side(read(was, Drawing::new, Drawing::none), limitsBefore),
						new Side(read(is, Drawing::new, Drawing::none), limitsAfter)).items();
				case "dmn" -> Decisions.compare(read(was, Decisions::of, Decisions::none), read(is, Decisions::of, Decisions::none));
				default -> new FormComparison(new FormFile(orEmpty(was)), new FormFile(orEmpty(is))).items();
			};
		} catch (IllegalArgumentException e) {
			return List.of(new Item(Mark.CHANGED, Phrase.of("design.diff.unreadable"), List.of(), List.of(), List.of()));
		}
	}

	private static <T> T read(byte[] content, Function<Document, T> reading, Supplier<T> none) {
		if (content == null) {
			return none.get();
		}
		return reading.apply(Xml.read(content).orElseThrow(IllegalArgumentException::new));
	}

	private static byte[] orEmpty(byte[] content) {
		return content == null ? new byte[0] : content;
	}
}

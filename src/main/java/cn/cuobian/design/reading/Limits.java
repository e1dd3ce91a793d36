package cn.cuobian.design.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.w3c.dom.Document;

import cn.cuobian.design.reading.DecisionTable.Row;
import cn.cuobian.design.reading.Phrase.Listed;
import cn.cuobian.design.reading.Phrase.Named;
import cn.cuobian.design.reading.Phrase.PlaceName;

/** The time limits of one side, in words. */
public final class Limits {

	public static final String PATH = "clocks/time-limits.dmn";
	private static final Set<String> COLUMNS = Set.of("code", "path", "place", "amount", "unit", "counting", "rungs", "extension", "source");
	private static final Set<String> COUNTED = Set.of("working.day", "calendar.day", "calendar.month", "exact.day", "hours.hour", "opening.hour",
			"backward.day", "backward.month", "backward-working.day");
	private static final Pattern RUNG = Pattern.compile("([1-9][0-9]?)%|(due)|([+-])([1-9][0-9]?)wd|([+-])([1-9][0-9]{0,2})h");

	private final Map<String, List<Line>> byCode = new TreeMap<>();

	/** A row by the names of its columns, without the quotes. */
	public record Line(Map<String, String> cells) {

		public static Line of(DecisionTable table, Row row) {
			return new Line(table.byName(row).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, cell -> unquoted(cell.getValue()))));
		}

		public String get(String column) {
			return cells.getOrDefault(column, "");
		}

		/** What people call the limit. */
		public Object name() {
			return new Named("clocks.code." + get("code"), get("code"));
		}

		public Object title() {
			return get("place").isEmpty() ? Phrase.of("design.diff.limit", name(), get("code"))
					: Phrase.of("design.diff.limit-here", name(), get("code"), new PlaceName(get("place")));
		}

		/** Such as three working days. */
		public Object duration() {
			return amount(get("amount"));
		}

		/** By how much it may be extended. */
		public Object extension() {
			return get("extension").equals("0") ? Phrase.of("design.diff.limit.no-extension") : amount(get("extension"));
		}

		private Object amount(String amount) {
			var counted = get("counting") + "." + get("unit");
			if (!COUNTED.contains(counted) || !amount.matches("[0-9]{1,6}")) {
				return "%s %s %s".formatted(amount, get("unit"), get("counting"));
			}
			var days = Phrase.of("clocks.amount." + counted, Integer.valueOf(amount));
			return counted.startsWith("backward") || counted.startsWith("exact") ? Phrase.of("design.diff.counting." + get("counting"), days) : days;
		}

		/** When people are reminded. */
		public Object rungs() {
			var words = get("rungs").isBlank() ? List.of() : Arrays.stream(get("rungs").strip().split("\\s+")).map(Limits::rung).toList();
			return words.isEmpty() ? Phrase.of("design.diff.limit.never") : new Listed(words);
		}
	}

	private static Object rung(String rung) {
		var read = RUNG.matcher(rung);
		if (!read.matches()) {
			return rung;
		}
		if (read.group(1) != null) {
			return Phrase.of("design.diff.rung.share", Integer.valueOf(read.group(1)));
		}
		if (read.group(2) != null) {
			return Phrase.of("design.diff.rung.due");
		}
		var days = read.group(3) != null;
		var when = (days ? read.group(3) : read.group(5)).equals("+") ? "after" : "before";
		return Phrase.of("design.diff.rung.%s-%s".formatted(days ? "days" : "hours", when), Integer.valueOf(read.group(days ? 4 : 6)));
	}

	public static Limits none() {
		return new Limits(List.of());
	}

	public static Limits of(Document document) {
		return new Limits(Xml.all(document, "decisionTable").stream().map(DecisionTable::new).filter(Limits::is)
				.flatMap(table -> table.rows().stream().map(row -> Line.of(table, row))).toList());
	}

	private Limits(List<Line> lines) {
		lines.forEach(line -> byCode.computeIfAbsent(line.get("code"), first -> new ArrayList<>()).add(line));
	}

	public static boolean is(DecisionTable table) {
		return table.columns().stream().map(DecisionTable.Column::asks).collect(Collectors.toSet()).containsAll(COLUMNS);
	}

	/** How long the code gives, everywhere and where a place has its own row; the code itself if the table does not know it. */
	public Object resolved(String code) {
		var lines = byCode.getOrDefault(code, List.of());
		return lines.isEmpty() ? Phrase.of("design.diff.limit.unknown") : new Listed(lines.stream().map(Limits::here).toList());
	}

	private static Object here(Line line) {
		return line.get("place").isEmpty() ? line.duration() : Phrase.of("design.diff.limit.at", new PlaceName(line.get("place")), line.duration());
	}

	/** The rows of a code: the one for everywhere, and those of places; none for a code that the table does not know. */
	public List<Line> lines(String code) {
		return byCode.getOrDefault(code, List.of());
	}

	/** Where a code gives another number than on the other side, one sentence for each place that has a row of its own. */
	public List<Object> changes(String code, Limits after) {
		var was = byPlace(code);
		var is = after.byPlace(code);
		return Stream.concat(was.keySet().stream(), is.keySet().stream()).distinct().sorted()
				.filter(place -> !Objects.equals(was.get(place), is.get(place)))
				.<Object>map(place -> change(code, place, orUnknown(was.get(place)), orUnknown(is.get(place)))).toList();
	}

	private static Object change(String code, String place, Object was, Object is) {
		return place.isEmpty() ? Phrase.of("design.diff.limit.duration", code, was, is)
				: Phrase.of("design.diff.limit.duration-here", code, new PlaceName(place), was, is);
	}

	private static Object orUnknown(Object duration) {
		return duration == null ? Phrase.of("design.diff.limit.unknown") : duration;
	}

	private Map<String, Object> byPlace(String code) {
		return byCode.getOrDefault(code, List.of()).stream().collect(Collectors.toMap(line -> line.get("place"), Line::duration, (first, second) -> second));
	}

	public static String unquoted(String text) {
		var quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
		return quoted ? text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\") : text;
	}
}

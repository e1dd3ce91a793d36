package cn.cuobian.benchmark.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gathers what was measured and writes it as tables: one column for each contestant, and how ours stands to Camunda. */
final class Figures {

	private static final String BEGIN = "<!-- written by mvn -Pbenchmark-engines verify -->\n";
	private static final String END = "<!-- end -->\n";

	private final Map<String, Map<String, String>> cells = new LinkedHashMap<>();
	private final Map<String, Map<String, Double>> values = new LinkedHashMap<>();
	private final Set<String> titles = new LinkedHashSet<>();

	void put(Rival rival, String measure, double value) {
		put(rival.title, measure, value, plain(value));
	}

	/** The median and, in brackets, the lowest and highest round. */
	void rounds(Rival rival, String measure, List<Double> rounds) {
		rounds(rival.title, measure, rounds);
	}

	void rounds(String title, String measure, List<Double> rounds) {
		var sorted = rounds.stream().sorted().toList();
		double median = sorted.get(sorted.size() / 2);
		put(title, measure, median, plain(median) + " (" + plain(sorted.get(0)) + "–" + plain(sorted.get(sorted.size() - 1)) + ")");
	}

	private void put(String title, String measure, double value, String cell) {
		titles.add(title);
		cells.computeIfAbsent(measure, name -> new LinkedHashMap<>()).put(title, cell);
		values.computeIfAbsent(measure, name -> new LinkedHashMap<>()).put(title, value);
		System.out.printf("%s: %s: %s%n", title, measure, cell);
	}

	private static String plain(double value) {
		return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
	}

	/** Replaces what an earlier run wrote; everything else in the file stays. */
	void write(Path file, Sizes sizes) throws IOException {
		var text = Files.readString(file);
		var written = BEGIN + table(sizes) + END;
		int from = text.indexOf(BEGIN);
		Files.writeString(file, from < 0 ? text + "\n## Beside other engines\n\n" + written
				: text.substring(0, from) + written + text.substring(text.indexOf(END, from) + END.length()));
	}

	private String table(Sizes sizes) throws IOException {
		var all = new ArrayList<>(titles);
		var lines = new StringBuilder("%nJava %s, %d cores, load %s at the end; %s.%n%n| | %s | Cuobian to Camunda |%n|---|%s---|%n".formatted(
				System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(), Files.readString(Path.of("/proc/loadavg")).split(" ")[0],
				sizes, String.join(" | ", all), "---|".repeat(all.size())));
		cells.forEach((measure, row) -> lines.append("| ").append(measure).append(" | ")
				.append(String.join(" | ", all.stream().map(title -> row.getOrDefault(title, "")).toList())).append(" | ").append(ratio(measure)).append(" |\n"));
		return lines.append('\n').toString();
	}

	private String ratio(String measure) {
		var row = values.get(measure);
		Double ours = row.get("Cuobian");
		Double theirs = row.get("Camunda 7.24");
		return ours == null || theirs == null || theirs == 0 ? "" : plain(ours / theirs) + " ×";
	}
}

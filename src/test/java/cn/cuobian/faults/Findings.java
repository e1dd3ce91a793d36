package cn.cuobian.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an experiment saw, as its own part of docs/faults.md. It is written only when every invariant held. */
final class Findings {

	private static final Path PAGE = Path.of("docs/faults.md");

	private final String experiment;
	private final Map<String, String> lines = new LinkedHashMap<>();

	/** @param experiment as the page calls it, such as {@code F1} */
	Findings(String experiment) {
		this.experiment = experiment;
	}

	Findings saw(String what, Object value) {
		lines.put(what, value.toString());
		System.out.printf("%s: %s: %s%n", experiment, what, value);
		return this;
	}

	/** Replaces what an earlier run of the experiment saw; everything else on the page stays. */
	void write() throws IOException {
		var begin = "<!-- %s, written by its experiment -->\n".formatted(experiment);
		var end = "<!-- end of %s -->".formatted(experiment);
		var page = Files.readString(PAGE);
		int from = page.indexOf(begin);
		int to = page.indexOf(end, Math.max(0, from));
		if (from < 0 || to < 0) {
			throw new IllegalStateException(PAGE + " has no place for " + experiment);
		}
		Files.writeString(PAGE, page.substring(0, from) + begin + table() + page.substring(to));
	}

	private String table() throws IOException {
		var table = new StringBuilder("%n%s, Java %s, %d cores, load %s at the end%n%n| | |%n|---|---|%n".formatted(LocalDate.now(), System.getProperty("java.version"),
				Runtime.getRuntime().availableProcessors(), Files.readString(Path.of("/proc/loadavg")).split(" ")[0]));
		lines.forEach((what, value) -> table.append("| ").append(what).append(" | ").append(value).append(" |\n"));
		return table.append('\n').toString();
	}
}

package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/**
 * F14: inputs that grow by what they reach (Jazzer), a process of its own for each target. What is found stays below
 * {@code target/fuzz} with the input that shows it. Seconds for each target: {@code -Dcuobian.faults.fuzz-seconds=60}; one
 * alone: {@code -Dcuobian.faults.fuzz-target=FEEL}.
 */
class FuzzFault {

	private static final int SECONDS = Integer.getInteger("cuobian.faults.fuzz-seconds", 60);
	private static final String ONLY = System.getProperty("cuobian.faults.fuzz-target", "");
	private static final Path HOME = Path.of("target/fuzz");
	private static final String FUZZER = "target/jazzer/*";
	/** Whose branches guide the search, and whose calls its checks watch. */
	private static final String WATCHED = "cn.cuobian.**:org.camunda.**";
	private static final int LONGEST = 32 * 1024;
	/** Fewer mean that the target does not reach what it is for: the smallest, the chain of a record, has 42 in what it begins with. */
	private static final int FEWEST_EDGES = 40;
	private static final Pattern DONE = Pattern.compile("#(\\d+)\\s+DONE\\s+cov: (\\d+)");
	private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z:_-]{2,30}");

	private final Findings findings = new Findings("F14");
	private final List<String> failures = new ArrayList<>();

	@Test
	void everyInputIsTakenOrRefused() throws Exception {
		for (var target : FuzzTarget.values()) {
			if (ONLY.isEmpty() || target.name().equals(ONLY)) {
				search(target);
			}
		}
		assertThat(failures).as("what was found").isEmpty();
		if (ONLY.isEmpty()) {
			findings.write();
		}
	}

	private void search(FuzzTarget target) throws IOException, InterruptedException {
		var home = HOME.resolve(target.name().toLowerCase(Locale.ROOT));
		var log = home.resolve("log.txt");
		plant(target, home);
		int code = new ProcessBuilder(command(target, home)).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
		var said = Files.readString(log);
		var done = DONE.matcher(said);
		if (code != 0 || !done.find() || Integer.parseInt(done.group(2)) < FEWEST_EDGES) {
			failures.add("%s ended with %d, see %s".formatted(target, code, log));
		} else {
			findings.saw(target.words, "%,d inputs, %d s, %,d edges".formatted(Long.parseLong(done.group(1)), SECONDS, Integer.parseInt(done.group(2))));
		}
	}

	/** What the search begins with, and the words of it that are worth keeping whole. */
	private static void plant(FuzzTarget target, Path home) throws IOException {
		Files.createDirectories(home.resolve("corpus"));
		Files.createDirectories(home.resolve("seeds"));
		int number = 0;
		for (var seed : target.seeds()) {
			Files.writeString(home.resolve("seeds").resolve(String.valueOf(number++)), seed);
		}
		Files.writeString(home.resolve("words"), target.seeds().stream().flatMap(seed -> WORD.matcher(seed).results()).map(word -> "\"" + word.group() + "\"")
				.distinct().collect(Collectors.joining("\n")) + "\n");
		Files.writeString(home.resolve("logback.xml"), "<configuration/>"); // without one, everything is logged
	}

	/** Without the empty parts that Surefire leaves: each stands for the current folder, in which Java would look for classes. */
	private static String classPath() {
		return Pattern.compile(File.pathSeparator).splitAsStream(System.getProperty("java.class.path")).filter(part -> !part.isEmpty())
				.collect(Collectors.joining(File.pathSeparator));
	}

	private static List<String> command(FuzzTarget target, Path home) {
		return List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp", FUZZER + ":" + classPath(), "-Xmx1g", "-XX:+UseSerialGC",
				"-Djdk.attach.allowAttachSelf=true", "-Djava.security.manager=allow", "-Dlogback.configurationFile=" + home.resolve("logback.xml"),
				"com.code_intelligence.jazzer.Jazzer", "--target_class=" + target.type, "--instrumentation_includes=" + WATCHED, "--custom_hook_includes=" + WATCHED,
				"--reproducer_path=" + home, "-artifact_prefix=" + home + "/", "-dict=" + home.resolve("words"), "-max_len=" + LONGEST, "-max_total_time=" + SECONDS,
				"-timeout=120", "-rss_limit_mb=3000", home.resolve("corpus").toString(), home.resolve("seeds").toString());
	}
}

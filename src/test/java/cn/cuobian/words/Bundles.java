package cn.cuobian.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The messages of all rooms as they stand in the source. */
final class Bundles {

	static final Path HOME = Path.of("src/main/resources/i18n");

	private Bundles() {
	}

	/** Names of the bundles, one per room. */
	static Stream<String> names() {
		return files(HOME, ".properties").map(file -> file.getFileName().toString().replaceFirst("(_en)?\\.properties$", ""))
				.distinct().sorted();
	}

	static Map<String, String> chinese(String name) {
		return read(HOME.resolve(name + ".properties"));
	}

	static Map<String, String> english(String name) {
		return read(HOME.resolve(name + "_en.properties"));
	}

	/** Every Chinese message of every room. */
	static Map<String, String> all() {
		return names().map(Bundles::chinese).flatMap(bundle -> bundle.entrySet().stream())
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first, TreeMap::new));
	}

	static Stream<Path> files(Path home, String ending) {
		if (!Files.exists(home)) {
			return Stream.of();
		}
		try (Stream<Path> files = Files.walk(home)) {
			return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static String text(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Map<String, String> read(Path file) {
		Properties properties = new Properties();
		try (var reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return properties.entrySet().stream().collect(Collectors.toMap(e -> e.getKey().toString(), e -> e.getValue().toString(),
				(first, second) -> first, TreeMap::new));
	}
}

package cn.cuobian.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Drawings as other tools write them: ours, one for each group of features of the public interchange suite, and those of a
 * folder given by the system property {@code cuobian.interchange}, such as that suite's reference models.
 */
public final class Interchange {

	private static final String FOLDER = "cuobian.interchange";

	private Interchange() {
	}

	/** @param name of the file under which a draft takes it */
	public record Foreign(String name, byte[] content) {

		@Override
		public String toString() {
			return name;
		}
	}

	public static Stream<Foreign> all() throws IOException {
		List<Foreign> all = new ArrayList<>();
		for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath:interchange/*.bpmn")) {
			all.add(new Foreign(resource.getFilename(), resource.getContentAsByteArray()));
		}
		String folder = System.getProperty(FOLDER);
		if (folder != null) {
			try (var files = Files.list(Path.of(folder))) {
				files.filter(file -> file.toString().endsWith(".bpmn")).sorted().map(Interchange::read).forEach(all::add);
			}
		}
		return all.stream();
	}

	private static Foreign read(Path file) {
		try {
			String name = file.getFileName().toString().replaceFirst("\\.bpmn$", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-");
			return new Foreign(name + ".bpmn", Files.readAllBytes(file));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}

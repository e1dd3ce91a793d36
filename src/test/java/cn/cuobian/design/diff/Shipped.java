package cn.cuobian.design.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import cn.cuobian.engine.inspection.ModelFile;

/** The files that the program brings along, as they stand in the source. */
public final class Shipped {

	private Shipped() {
	}

	public static List<ModelFile> all() {
		return Stream.of("bpmn", "forms").map(Path::of).flatMap(Shipped::below).toList();
	}

	public static ModelFile file(String path) {
		return all().stream().filter(file -> file.path().equals(path)).findFirst().orElseThrow();
	}

	public static String text(String path) {
		return new String(file(path).content(), StandardCharsets.UTF_8);
	}

	/** The file with a piece of its text replaced; a piece that is not there is a mistake of the test. */
	public static ModelFile with(String path, String... fromTo) {
		var text = text(path);
		for (int i = 0; i < fromTo.length; i += 2) {
			if (!text.contains(fromTo[i])) {
				throw new IllegalArgumentException(path + " does not say " + fromTo[i]);
			}
			text = text.replace(fromTo[i], fromTo[i + 1]);
		}
		return ModelFile.of(path.substring(0, path.indexOf('/')), path.substring(path.indexOf('/') + 1), text);
	}

	private static Stream<ModelFile> below(Path home) {
		try (var files = Files.walk(home)) {
			return files.filter(Files::isRegularFile).sorted().map(file -> read(home, file)).toList().stream();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static ModelFile read(Path home, Path file) {
		try {
			return new ModelFile(home.relativize(file).getName(0).toString(), file.getFileName().toString(), Files.readAllBytes(file));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}

package cn.cuobian.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import cn.cuobian.engine.inspection.Inspector;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.forms.FormSchema;

/** Every model and form of the house passes the gate. */
class ModelsTest {

	private final List<ModelFile> files = Stream.of("bpmn", "forms").flatMap(ModelsTest::under).toList();

	@Test
	void theInspectorFindsNothing() {
		assertThat(files).hasSizeGreaterThan(5);
		Inspector inspector = Gate.ofTheHouse();
		assertThat(inspector.inspect(files)).isEmpty();
	}

	@Test
	void everyFormIsOneThatTheServerCanCheck() {
		assertThat(files.stream().filter(file -> file.name().endsWith(".form"))).isNotEmpty().allSatisfy(file ->
				assertThat(FormSchema.parse(new String(file.content(), StandardCharsets.UTF_8)).fields()).as(file.path()).isNotNull());
	}

	private static Stream<ModelFile> under(String folder) {
		List<ModelFile> found = new ArrayList<>();
		try (Stream<Path> paths = Files.walk(Path.of(folder))) {
			for (Path path : paths.filter(Files::isRegularFile).toList()) {
				found.add(new ModelFile(path.getName(1).toString(), path.subpath(2, path.getNameCount()).toString(),
						Files.readAllBytes(path)));
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return found.stream();
	}
}

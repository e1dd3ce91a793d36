package cn.cuobian.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;

/** Settings of a store that cannot be meant refuse the start, with a sentence and without the secret. */
class FileSettingsTests {

	private static final String SECRET = "made-up-and-never-told";
	private static final String[] GIVEN = { "keep=store", "endpoint=https://minio.example.org:9000", "bucket=cuobian", "key-id=house", "secret=" + SECRET };

	@TempDir
	private Path folder;

	@EnableConfigurationProperties(FileSettings.class)
	static class Settings {
	}

	private static ApplicationContextRunner with(String... changed) {
		var all = new ArrayList<>(List.of(GIVEN));
		all.addAll(List.of(changed));
		return new ApplicationContextRunner().withUserConfiguration(Settings.class)
				.withPropertyValues(all.stream().map(each -> "cuobian.files." + each).toArray(String[]::new));
	}

	@Test
	void withoutAnyTheDatabaseKeeps() {
		new ApplicationContextRunner().withUserConfiguration(Settings.class).run(house -> {
			var settings = house.getBean(FileSettings.class);
			assertThat(settings.keepsInStore()).isFalse();
			assertThat(settings.namesStore()).isFalse();
		});
	}

	@Test
	void whatIsCompleteIsTakenAndTheSecretIsNotTold() {
		with().run(house -> {
			var settings = house.getBean(FileSettings.class);
			assertThat(settings.keepsInStore()).isTrue();
			assertThat(settings.theSecret()).isEqualTo(SECRET);
			assertThat(settings.toString()).contains("minio.example.org").doesNotContain(SECRET);
		});
	}

	@Test
	void theSecretMayLieInAFile() throws IOException {
		var file = Files.writeString(folder.resolve("secret"), SECRET + "\n");
		with("secret=", "secret-file=" + file).run(house -> assertThat(house.getBean(FileSettings.class).theSecret()).isEqualTo(SECRET));
		var settings = new FileSettings("store", "https://s.example.org", "r", "abc", true, "id", "", file + "-missing");
		assertThatIllegalStateException().isThrownBy(settings::theSecret).withMessageContaining("cuobian.files.secret-file");
		Files.writeString(file, " \n");
		assertThatIllegalStateException().isThrownBy(new FileSettings("store", "https://s.example.org", "r", "abc", true, "id", "", file.toString())::theSecret)
				.withMessageContaining("is empty");
	}

	@ParameterizedTest
	@CsvSource({ "keep=cloud, cuobian.files.keep", "endpoint=, names no store", "endpoint=minio.example.org:9000, cuobian.files.endpoint",
		"endpoint=https://minio.example.org/cuobian, cuobian.files.endpoint", "endpoint=https://u:p@minio.example.org, cuobian.files.endpoint",
		"endpoint=https://a b, cuobian.files.endpoint", "region=, cuobian.files.region", "bucket=, cuobian.files.bucket", "bucket=Photos/2026, cuobian.files.bucket",
		"key-id=, cuobian.files.key-id", "secret=, cuobian.files.secret", "secret-file=/run/secrets/store, and not both" })
	void whatCannotBeMeantRefusesTheStart(String changed, String said) {
		with(changed).run(house -> {
			assertThat(house).hasFailed();
			var failure = house.getStartupFailure();
			assertThat(NestedExceptionUtils.getMostSpecificCause(failure)).isInstanceOf(IllegalStateException.class).hasMessageContaining(said);
			assertThat(Throwables.getStackTrace(failure)).doesNotContain(SECRET);
		});
	}

	/** Loads our room anew and notes what it asks for on the way. */
	private static final class Watched extends ClassLoader {

		private final List<String> asked = new ArrayList<>();

		Watched() {
			super(FileSettingsTests.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (name.startsWith("software.amazon.")) {
				asked.add(name);
			}
			return name.startsWith("cn.cuobian.files.") && findLoadedClass(name) == null ? defined(name) : super.loadClass(name, resolve);
		}

		private Class<?> defined(String name) throws ClassNotFoundException {
			try (var bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
				var read = bytes.readAllBytes();
				return defineClass(name, read, 0, read.length);
			} catch (IOException e) {
				throw new ClassNotFoundException(name, e);
			}
		}

		void open(String keep, String endpoint) throws ReflectiveOperationException {
			var settings = loadClass(FileSettings.class.getName()).getDeclaredConstructors()[0];
			settings.setAccessible(true);
			for (var shown : List.of(FileStore.class, StoreProbe.class, LooseObjects.class)) {
				loadClass(shown.getName()).getDeclaredMethods(); // as whoever makes beans of them looks at them
			}
			var store = loadClass(FileStore.class.getName()).getDeclaredConstructors()[0];
			store.setAccessible(true);
			store.newInstance(settings.newInstance(keep, endpoint, "us-east-1", "cuobian", true, "id", SECRET, ""), null, null, null,
					new org.springframework.jdbc.support.JdbcTransactionManager());
		}
	}

	@Test
	void withoutAStoreNothingOfTheClientLibraryIsLoaded() throws ReflectiveOperationException {
		var without = new Watched();
		without.open("database", "");
		assertThat(without.asked).isEmpty();
		var with = new Watched();
		with.open("store", "http://127.0.0.1:1");
		assertThat(with.asked).as("the watch sees it where it is loaded").isNotEmpty();
	}
}

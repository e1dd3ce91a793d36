package cn.cuobian.votes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import javax.tools.ToolProvider;

/** Runs {@code Verifier.java} with nothing of ours on its class path: many times in this process, or as its user does. */
final class Scrutineer {

	static final Path SOURCE = Path.of("src/main/resources/verifier/Verifier.java").toAbsolutePath();
	private static final Class<?> VERIFIER = compiled();

	private Scrutineer() {
	}

	/** @param line 0 where the whole file is meant */
	record Finding(String file, int line, String words) {
	}

	record Run(int exit, String words) {
	}

	private static Class<?> compiled() {
		try {
			Path folder = Files.createTempDirectory("verifier");
			int errors = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), "-encoding", "US-ASCII",
					"-classpath", folder.toString(), SOURCE.toString());
			if (errors != 0) {
				throw new IllegalStateException("Verifier.java does not compile");
			}
			return new URLClassLoader(new URL[] { folder.toUri().toURL() }, ClassLoader.getPlatformClassLoader()).loadClass("Verifier");
		} catch (MalformedURLException | ClassNotFoundException e) {
			throw new IllegalStateException(e);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static List<Finding> findings(byte[] zip, String key, String... anchors) {
		try {
			var make = VERIFIER.getDeclaredConstructor(byte[].class, List.class, String.class);
			make.setAccessible(true);
			var run = accessible(VERIFIER, "run");
			return ((List<?>) run.invoke(make.newInstance(zip, List.of(anchors), key))).stream().map(Scrutineer::finding).toList();
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	private static Finding finding(Object misfit) {
		try {
			return new Finding((String) accessible(misfit.getClass(), "file").invoke(misfit),
					(int) accessible(misfit.getClass(), "line").invoke(misfit), (String) accessible(misfit.getClass(), "english").invoke(misfit));
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	private static Method accessible(Class<?> type, String name) throws NoSuchMethodException {
		var method = type.getDeclaredMethod(name);
		method.setAccessible(true);
		return method;
	}

	/** {@code java Verifier.java …} in an empty folder. */
	static Run run(Path folder, String... args) throws IOException, InterruptedException {
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				Files.copy(SOURCE, folder.resolve("Verifier.java"), StandardCopyOption.REPLACE_EXISTING).getFileName().toString()));
		command.addAll(List.of(args));
		var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
		process.environment().remove("CLASSPATH");
		process.environment().remove("JDK_JAVA_OPTIONS");
		var running = process.start();
		String words = new String(running.getInputStream().readAllBytes());
		return new Run(running.waitFor(), words);
	}
}

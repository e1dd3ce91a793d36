package cn.cuobian.design;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * How this very program is started once more as a twin, wherever its classes lie: in folders, or in its one jar. The
 * twin gets an empty folder to work in and an empty environment, so that it finds no settings, keys or addresses of the
 * house; and no network, where the system lets an ordinary process give it up.
 */
final class TwinProgram {

	private static final Logger LOG = LoggerFactory.getLogger(TwinProgram.class);
	private static final String MAIN = "cn.cuobian.CuobianApplication";
	/** Gives up the network: as an ordinary user, else as one who may anyway. */
	private static final List<List<String>> WITHOUT_NETWORK = List.of(List.of("unshare", "-rn"), List.of("unshare", "-n"));

	private final String heap;
	private final List<String> withoutNetwork;

	TwinProgram(String heap) {
		this.heap = heap;
		this.withoutNetwork = WITHOUT_NETWORK.stream().filter(TwinProgram::works).findFirst().orElse(List.of());
		if (withoutNetwork.isEmpty()) {
			LOG.warn("A trial run cannot be cut off from the network here (unshare -n is not permitted). It has nobody to talk to, no names are resolved in it, but nothing else prevents it.");
		}
	}

	boolean isCutOff() {
		return !withoutNetwork.isEmpty();
	}

	/** @param folder where it may write */
	Process start(Path folder) throws IOException {
		var process = new ProcessBuilder(command()).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.to(folder.resolve("twin.log").toFile()));
		process.environment().clear();
		return process.start();
	}

	List<String> command() {
		List<String> command = new ArrayList<>(withoutNetwork);
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx" + heap, "-Xss1m", "-XX:MaxMetaspaceSize=192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-XX:+ExitOnOutOfMemoryError", "-XX:ActiveProcessorCount=1", "-Djdk.net.hosts.file=/dev/null", "-Djava.io.tmpdir=.",
				"-Dfile.encoding=UTF-8", "-Djava.awt.headless=true"));
		command.addAll(classes(System.getProperty("java.class.path")));
		command.addAll(List.of("twin", "--spring.datasource.url=jdbc:h2:mem:twin;DB_CLOSE_DELAY=-1", "--spring.datasource.username=twin",
				"--spring.datasource.password="));
		return command;
	}

	/** A jar that starts itself is started; else the classes of this process. */
	private static List<String> classes(String path) {
		boolean single = path.endsWith(".jar") && !path.contains(File.pathSeparator);
		return single && startsItself(path) ? List.of("-jar", absolute(path)) : List.of("-cp", absolute(path), MAIN);
	}

	private static boolean startsItself(String jar) {
		try (var file = new JarFile(jar)) {
			String main = file.getManifest() == null ? null : file.getManifest().getMainAttributes().getValue("Main-Class");
			return main != null && (main.equals(MAIN) || main.startsWith("org.springframework.boot.loader."));
		} catch (IOException e) {
			return false;
		}
	}

	/** The twin works in a folder of its own. */
	private static String absolute(String path) {
		List<String> entries = new ArrayList<>();
		for (String entry : path.split(File.pathSeparator)) {
			entries.add(Path.of(entry).toAbsolutePath().toString());
		}
		return String.join(File.pathSeparator, entries);
	}

	private static boolean works(List<String> prefix) {
		List<String> command = new ArrayList<>(prefix);
		command.add("true");
		try {
			var tried = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
			return tried.waitFor(5, TimeUnit.SECONDS) && tried.exitValue() == 0;
		} catch (IOException e) {
			return false;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Removes what the twin wrote. */
	static void remove(Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
		} catch (IOException e) {
			LOG.warn("The folder {} of a trial run could not be removed", folder);
		}
	}
}

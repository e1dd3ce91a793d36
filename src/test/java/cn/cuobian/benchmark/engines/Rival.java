package cn.cuobian.benchmark.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process with a contestant in it, and the database it works on. */
final class Rival {

	private static final Path ENGINES = Path.of("benchmark");

	final String title;
	final String database;
	final boolean ours;
	private final String cluster;
	private final Path folder;
	private Process process;
	private PrintStream in;
	private BufferedReader out;
	private long ready;

	private Rival(String title, String database, boolean ours, String cluster, Path folder) {
		this.title = title;
		this.database = database;
		this.ours = ours;
		this.cluster = cluster;
		this.folder = folder;
	}

	static List<Rival> all(String cluster, Path folder) {
		return List.of(new Rival("Camunda 7.24", "camunda", false, cluster, folder), new Rival("Operaton 1.0.3", "operaton", false, cluster, folder),
				new Rival("CIB seven 2.0.0", "cibseven", false, cluster, folder), new Rival("Flowable 8.0.0", "flowable", false, cluster, folder),
				new Rival("Cuobian", "cuobian", true, cluster, folder));
	}

	/** Another node on the same database. */
	Rival secondNode() {
		return new Rival(title, database, ours, cluster, folder);
	}

	String url() {
		return cluster + database;
	}

	/** Milliseconds from the start of the process until it could take a matter. */
	long start() throws IOException {
		var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx1g", "-Duser.timezone=Asia/Shanghai",
				"-Ddrawings=bpmn", "-cp", classpath(), ours ? House.class.getName() : "cn.cuobian.benchmark.engines.Main",
				url() + "?socketFactory=" + CountingSockets.class.getName(), folder.resolve("vault.key").toString()));
		process = new ProcessBuilder(command).redirectError(folder.resolve(database + ".log").toFile()).start();
		in = new PrintStream(process.getOutputStream(), true);
		out = new BufferedReader(new InputStreamReader(process.getInputStream()));
		ready = Long.parseLong(answer());
		return ready;
	}

	private String classpath() throws IOException {
		if (ours) {
			return System.getProperty("java.class.path");
		}
		var target = ENGINES.resolve(database).resolve("target");
		return target.resolve("classes") + ":" + Files.readString(target.resolve("classpath.txt")).strip();
	}

	/** @param asked a line of {@link Console} */
	String ask(String asked) throws IOException {
		in.println(asked);
		return answer();
	}

	double number(String asked) throws IOException {
		return Double.parseDouble(ask(asked));
	}

	private String answer() throws IOException {
		for (var line = out.readLine(); line != null; line = out.readLine()) {
			if (line.startsWith("= ")) {
				return line.substring(2);
			}
		}
		throw new IOException(title + " ended: see " + folder.resolve(database + ".log"));
	}

	void leave() {
		if (process != null && process.isAlive()) {
			in.println("leave");
			try {
				process.waitFor();
			} catch (InterruptedException e) {
				process.destroyForcibly();
				Thread.currentThread().interrupt();
			}
		}
	}
}

package cn.cuobian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.util.FileSystemUtils;

/**
 * What {@code bin/two-nodes} starts: PostgreSQL, two nodes of the packaged application and the reverse proxy, for one test class.
 * Without a proxy on this machine it is skipped; where {@code CI=true} that is a failure.
 */
public final class TwoNodes implements ExecutionCondition, BeforeAllCallback, AfterAllCallback {

	private static final Namespace OURS = Namespace.create(TwoNodes.class);
	/** The proxy, two nodes, the proxy's figures, PostgreSQL. */
	private static final int PORTS = 5;

	/** As the script calls them. */
	public static final List<String> NODES = List.of("one", "two");

	private final String options;
	private Path home;
	private int port;
	private String version = "";

	/** @param options further settings of both nodes */
	public TwoNodes(String... options) {
		this.options = String.join(" ", options);
	}

	/** The topology of the running test class. */
	public static Optional<TwoNodes> of(ExtensionContext context) {
		return Optional.ofNullable(context.getStore(OURS).get("topology", TwoNodes.class));
	}

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (isInstalled("haproxy")) {
			return ConditionEvaluationResult.enabled("there is a proxy");
		}
		if ("true".equals(System.getenv("CI"))) {
			throw new IllegalStateException("CI=true, and no haproxy on this machine: the tests with two nodes cannot run.");
		}
		return ConditionEvaluationResult.disabled("No haproxy on this machine: install the package to run the tests with two nodes.");
	}

	@Override
	public void beforeAll(ExtensionContext context) throws Exception {
		settle(Path.of("target", "two-nodes", context.getRequiredTestClass().getSimpleName()));
		context.getStore(OURS).put("topology", this);
		run("start");
	}

	private void settle(Path folder) throws IOException {
		port = free();
		home = folder.toAbsolutePath();
		FileSystemUtils.deleteRecursively(home);
		Files.createDirectories(home);
	}

	/** Not started with the test class, but by {@link #run}: for tests that start its parts one by one, and stop all. */
	public TwoNodes in(Path folder) throws IOException {
		settle(folder);
		return this;
	}

	@Override
	public void afterAll(ExtensionContext context) throws Exception {
		run("stop");
	}

	/** The proxy. */
	public String base() {
		return "http://127.0.0.1:" + port;
	}

	/** A node itself, past the proxy. */
	public String at(String node) {
		return "http://127.0.0.1:" + (port + NODES.indexOf(node) + 1);
	}

	/** Runs the script, such as {@code run("restart", "one")}, which must work. */
	public void run(String... words) throws IOException, InterruptedException {
		runWith("", words);
	}

	/** The same, with a command before that of the virtual machine, such as {@code env TZ=UTC}. */
	public void runWith(String command, String... words) throws IOException, InterruptedException {
		var log = home.resolve("script.log");
		int code = launch(command, words).waitFor();
		assertThat(code).as("bin/two-nodes %s, see %s: %s", String.join(" ", words), home, Files.readString(log)).isZero();
	}

	/** The same for nodes of another version, such as {@code runVersion("-jar previous.jar", "run", "one")}. */
	public void runVersion(String application, String... words) throws IOException, InterruptedException {
		version = application;
		try {
			run(words);
		} finally {
			version = "";
		}
	}

	/** The same without waiting for the script to end. */
	public Process begin(String... words) throws IOException {
		return launch("", words);
	}

	private Process launch(String command, String... words) throws IOException {
		var script = new ProcessBuilder(Stream.concat(Stream.of("bin/two-nodes"), Stream.of(words)).toList());
		script.environment().putAll(Map.of("CUOBIAN_HOME", home.toString(), "CUOBIAN_PORT", "" + port, "CUOBIAN_OPTIONS", options,
				"CUOBIAN_JAVA", "-Xmx384m -XX:TieredStopAtLevel=1", "CUOBIAN_WITH", command));
		script.environment().put("CUOBIAN_APPLICATION", version);
		script.environment().remove("CUOBIAN_DB_URL");
		return script.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("script.log").toFile())).start();
	}

	/** Straight to the database. */
	public Connection connection() throws SQLException {
		return DriverManager.getConnection(database(), "postgres", "postgres");
	}

	/** Its address. */
	public String database() {
		return "jdbc:postgresql://127.0.0.1:" + databasePort() + "/postgres";
	}

	/** Known from the moment the topology begins to start. */
	public int databasePort() {
		return port + PORTS - 1;
	}

	/** Whether a node, asked past the proxy, says that it can take requests. */
	public boolean isReady(String node) {
		try {
			var address = URI.create(at(node) + "/actuator/health/readiness");
			return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build(), BodyHandlers.discarding())
					.statusCode() == 200;
		} catch (IOException away) {
			return false;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Backs everything up while it runs, into a house of its own that the caller starts and stops by {@link #run}. */
	public TwoNodes backUp() throws IOException, InterruptedException {
		var elsewhere = new TwoNodes(options);
		elsewhere.home = home.resolve("elsewhere");
		elsewhere.port = free();
		run("backup", elsewhere.home.toString());
		return elsewhere;
	}

	/** Of the process of a node that runs. */
	public long pid(String node) throws IOException {
		return Long.parseLong(Files.readString(home.resolve(node + ".pid")).strip());
	}

	/** Where the data of the database and everything else of the topology lies. */
	public Path home() {
		return home;
	}

	/** What a node has logged since it was first started. */
	public Stream<String> log(String node) throws IOException {
		return Files.lines(home.resolve(node + ".log"));
	}

	private static int free() {
		return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 30_000)).limit(100)
				.filter(first -> IntStream.range(first, first + PORTS).allMatch(TwoNodes::isFree)).findFirst().orElseThrow();
	}

	private static boolean isFree(int port) {
		try (var socket = new ServerSocket(port)) {
			return socket.isBound();
		} catch (IOException taken) {
			return false;
		}
	}

	private static boolean isInstalled(String program) {
		return Stream.of((System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator))
				.anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
	}
}

package cn.cuobian.faults;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged application in a process of its own, on an H2 file that outlives it. */
class RealServer {

	private static final Duration START_LIMIT = Duration.ofSeconds(120);

	private final Path directory;
	private final int port;
	private final List<String> settings;
	private Process process;

	/** @param settings more arguments, such as {@code --spring.mail.port=25} */
	RealServer(Path directory, String... settings) throws IOException {
		this.directory = directory;
		this.settings = List.of(settings);
		try (var socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
	}

	String base() {
		return "http://127.0.0.1:" + port;
	}

	/** Starts it and waits until it answers. */
	void start() throws IOException, InterruptedException {
		process = run(List.of("--server.port=" + port));
		long limit = System.nanoTime() + START_LIMIT.toNanos();
		while (!answers()) {
			assertThat(process.isAlive()).as("the server runs, see %s", log()).isTrue();
			assertThat(System.nanoTime()).as("the server answers in time, see %s", log()).isLessThan(limit);
			TimeUnit.MILLISECONDS.sleep(100);
		}
	}

	/** SIGKILL: no handler, no flush. */
	void kill() throws InterruptedException {
		process.destroyForcibly().waitFor();
	}

	/** Runs one of the commands on the same data and answers its exit code. */
	int command(String name) throws IOException, InterruptedException {
		return run(List.of(name)).waitFor();
	}

	private Process run(List<String> arguments) throws IOException {
		var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
				// it lives for seconds: do not optimise
				"-XX:TieredStopAtLevel=1", "-jar", jar().toString()));
		command.addAll(arguments);
		command.addAll(settings);
		command.addAll(List.of("--spring.profiles.active=demo", "--cuobian.public.reports-per-hour=1000000",
				"--cuobian.vault.file=" + directory.resolve("vault.key"),
				"--spring.datasource.url=jdbc:h2:file:" + directory.resolve("cuobian") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"));
		return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
	}

	Path log() {
		return directory.resolve("server.log");
	}

	private static Path jar() throws IOException {
		try (var files = Files.list(Path.of("target"))) {
			return files.filter(file -> file.getFileName().toString().matches("cuobian-.*\\.jar")).findFirst().orElseThrow();
		}
	}

	private boolean answers() {
		try {
			var request = HttpRequest.newBuilder(URI.create(base() + "/report")).timeout(Duration.ofSeconds(5)).build();
			return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode() == 200;
		} catch (IOException e) {
			return false;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}
}

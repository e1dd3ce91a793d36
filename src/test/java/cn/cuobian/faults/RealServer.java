package cn.cuobian.faults;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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

	/** Starts it and waits until it is ready: pages are shown before the demonstration is filled. */
	void start() throws IOException, InterruptedException {
		begin();
		long limit = System.nanoTime() + START_LIMIT.toNanos();
		while (!isReady()) {
			assertThat(process.isAlive()).as("the server runs, see %s", log()).isTrue();
			assertThat(System.nanoTime()).as("the server is ready in time, see %s", log()).isLessThan(limit);
			TimeUnit.MILLISECONDS.sleep(100);
		}
	}

	/** Starts it and waits for nothing. */
	void begin() throws IOException, InterruptedException {
		process = run(List.of("--server.port=" + port));
	}

	/** SIGKILL: no handler, no flush. */
	void kill() throws InterruptedException {
		process.destroyForcibly().waitFor();
	}

	/** As an administrator stops it. */
	void stop() throws InterruptedException {
		process.destroy();
		process.waitFor();
	}

	/** Runs one of the commands on the same data and answers its exit code. */
	int command(String name) throws IOException, InterruptedException {
		return run(List.of(name)).waitFor();
	}

	private Process run(List<String> arguments) throws IOException, InterruptedException {
		// it lives for seconds: do not optimise
		var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
		command.addAll(unpacked());
		command.addAll(arguments);
		command.addAll(settings);
		command.addAll(List.of("--spring.profiles.active=demo", "--cuobian.public.reports-per-hour=1000000",
				"--cuobian.vault.file=" + directory.resolve("vault.key"),
				"--spring.datasource.url=jdbc:h2:file:" + directory.resolve("cuobian") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000"));
		return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
	}

	Path log() {
		return directory.resolve("server.log");
	}

	/** What starts it, quicker than the one jar would. */
	private static List<String> unpacked() throws IOException, InterruptedException {
		var script = new ProcessBuilder("bin/unpack").redirectError(ProcessBuilder.Redirect.INHERIT).start();
		var options = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		assertThat(script.waitFor()).as("bin/unpack").isZero();
		return List.of(options.split(" "));
	}

	private boolean isReady() {
		try {
			var request = HttpRequest.newBuilder(URI.create(base() + "/actuator/health/readiness")).timeout(Duration.ofSeconds(5)).build();
			return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode() == 200;
		} catch (IOException e) {
			return false;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}
}

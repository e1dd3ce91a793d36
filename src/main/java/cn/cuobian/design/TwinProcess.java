package cn.cuobian.design;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.json.JsonMapper;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.cuobian.design.walk.Answer;
import cn.cuobian.design.walk.Order;
import cn.cuobian.refusals.Refusal;

/** One twin that runs. Whoever asks waits at most as long as he says; after that, or when it ends by itself, it is gone. */
final class TwinProcess {

	private static final Logger LOG = LoggerFactory.getLogger(TwinProcess.class);

	private final Process process;
	private final Path folder;
	private final JsonMapper json;
	private final Writer in;
	/** Empty: its output has ended. */
	private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
	private volatile boolean ended;

	private TwinProcess(Process process, Path folder, JsonMapper json) {
		this.process = process;
		this.folder = folder;
		this.json = json;
		this.in = process.outputWriter(StandardCharsets.UTF_8);
		var reader = new Thread(this::read, "twin-" + process.pid());
		reader.setDaemon(true);
		reader.start();
	}

	/** Starts one and waits until it is furnished. @throws Refusal when it does not come up */
	static TwinProcess start(TwinProgram program, JsonMapper json, Duration patience) {
		try {
			Path folder = Files.createTempDirectory("cuobian-twin");
			var twin = new TwinProcess(program.start(folder), folder, json);
			twin.await(patience, "design.dry-twin-start");
			return twin;
		} catch (IOException e) {
			LOG.error("A trial run could not be started", e);
			throw new Refusal("design.dry-twin-start", 0);
		}
	}

	synchronized Answer ask(Order order, Duration patience) {
		try {
			in.write(json.writeValueAsString(order));
			in.write('\n');
			in.flush();
		} catch (IOException e) {
			end();
			throw new Refusal("design.dry-twin-gone");
		}
		return await(patience, "design.dry-twin-slow");
	}

	private Answer await(Duration patience, String late) {
		try {
			Optional<String> line = lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
			if (line == null || line.isEmpty()) {
				end();
				throw line == null ? new Refusal(late, patience.toSeconds()) : new Refusal("design.dry-twin-gone");
			}
			return json.readValue(line.get(), Answer.class);
		} catch (InterruptedException e) {
			end();
			Thread.currentThread().interrupt();
			throw new Refusal("design.dry-twin-gone");
		}
	}

	/** What is no answer is the noise of a start. */
	private void read() {
		try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			out.lines().filter(line -> line.startsWith("{")).forEach(line -> lines.add(Optional.of(line)));
		} catch (IOException | UncheckedIOException ended) {
			LOG.debug("A trial run ended", ended);
		} finally {
			ended = true;
			lines.add(Optional.empty());
		}
	}

	boolean isAlive() {
		return !ended && process.isAlive();
	}

	long pid() {
		return process.pid();
	}

	void end() {
		ended = true;
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly().onExit().thenRun(() -> TwinProgram.remove(folder));
	}
}

package cn.cuobian.design;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.json.JsonMapper;

import jakarta.annotation.PreDestroy;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import cn.cuobian.design.walk.Answer;
import cn.cuobian.design.walk.Order;
import cn.cuobian.design.walk.Order.Sheet;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.refusals.Refusal;

/**
 * Lends twins: processes of this same program with a house in memory. At most so many at once; one that was given back
 * stays warm for the next, and ends after a while without work. A node where nobody designs has none.
 */
@Component
@EnableConfigurationProperties(TwinSettings.class)
class Twins {

	private final TwinSettings settings;
	private final JsonMapper json;
	/** Given back; the latest first. */
	private final Deque<Rested> resting = new ArrayDeque<>();
	private final List<TwinProcess> all = new ArrayList<>();
	private TwinProgram program;
	private int starting;

	Twins(TwinSettings settings, JsonMapper json) {
		this.settings = settings;
		this.json = json;
	}

	/** Measured by the machine's own time: the clock of the house may be moved by tests. */
	private record Rested(TwinProcess twin, long since) {
	}

	/**
	 * A twin with these models.
	 *
	 * @throws Refusal when too many are in use, when it does not start, or when the engine does not take the models
	 */
	Twin take(Collection<ModelFile> house) {
		var lent = new Lent(warmOrNew());
		try {
			Answer loaded = lent.ask(Order.load(house.stream().map(Twins::sheet).toList()));
			if (!loaded.isGood()) {
				throw new Refusal("design.dry-not-loaded", loaded.refused() == null ? loaded.broken() : loaded.refused());
			}
			return lent;
		} catch (RuntimeException e) {
			lent.close();
			throw e;
		}
	}

	/** Starts one in the background if none is there, for somebody who is about to need it. */
	void warm() {
		synchronized (this) {
			if (!all.isEmpty() || starting > 0) {
				return;
			}
		}
		var starter = new Thread(() -> giveBack(warmOrNew()), "twin-warm");
		starter.setDaemon(true);
		starter.start();
	}

	private TwinProcess warmOrNew() {
		synchronized (this) {
			dropDead();
			if (!resting.isEmpty()) {
				return resting.pop().twin();
			}
			if (all.size() + starting >= settings.most()) {
				throw new Refusal("design.dry-twins-busy", settings.most()).status(HttpStatus.SERVICE_UNAVAILABLE);
			}
			starting++;
		}
		return started();
	}

	private TwinProcess started() {
		TwinProcess twin = null;
		try {
			twin = TwinProcess.start(program(), json, settings.start());
			return twin;
		} finally {
			synchronized (this) {
				starting--;
				if (twin != null) {
					all.add(twin);
				}
			}
		}
	}

	private synchronized TwinProgram program() {
		if (program == null) {
			program = new TwinProgram(settings.heap());
		}
		return program;
	}

	private synchronized void giveBack(TwinProcess twin) {
		if (twin.isAlive()) {
			resting.push(new Rested(twin, System.nanoTime()));
		} else {
			dropDead();
		}
	}

	private void dropDead() {
		resting.removeIf(rested -> !rested.twin().isAlive());
		all.removeIf(twin -> !twin.isAlive());
	}

	/** How many run. */
	synchronized int running() {
		dropDead();
		return all.size();
	}

	@Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
	void endIdle() {
		endIdle(settings.idle());
	}

	synchronized void endIdle(Duration longest) {
		long now = System.nanoTime();
		resting.stream().filter(rested -> now - rested.since() >= longest.toNanos()).forEach(rested -> rested.twin().end());
		dropDead();
	}

	@PreDestroy
	synchronized void endAll() {
		all.forEach(TwinProcess::end);
		all.clear();
		resting.clear();
	}

	private static Sheet sheet(ModelFile file) {
		return new Sheet(file.room(), file.name(), new String(file.content(), StandardCharsets.UTF_8));
	}

	/** One loan of a twin: after it is closed nobody speaks through it any more. */
	private final class Lent implements Twin {

		private final TwinProcess twin;
		private boolean closed;

		Lent(TwinProcess twin) {
			this.twin = twin;
		}

		@Override
		public Answer ask(Order order, Duration patience) {
			if (closed) {
				throw new Refusal("design.dry-twin-gone");
			}
			return twin.ask(order.in(LocaleContextHolder.getLocale().toLanguageTag()), patience);
		}

		@Override
		public Answer ask(Order order) {
			return ask(order, settings.patience());
		}

		@Override
		public boolean isAlive() {
			return !closed && twin.isAlive();
		}

		@Override
		public synchronized void close() {
			if (!closed) {
				closed = true;
				giveBack(twin);
			}
		}
	}
}

package cn.cuobian.nodes;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears the {@link Bells} of all nodes, its own included, over one connection outside the pool. Lost, it is opened again every
 * second, and then everything is looked at once: what rang meanwhile was told to nobody.
 */
@Component
class Listening implements SmartLifecycle {

	static final String CHANNEL = "cuobian";

	private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
	/** A connection that is cut without a word is noticed after this and as long again. */
	private static final int SILENCE_MILLIS = 2_000;
	private static final int ANSWER_SECONDS = 2;

	private final SharedDatabase database;
	private final ApplicationEventPublisher events;
	private volatile boolean running;
	private volatile boolean hearing;
	private volatile Connection open;
	private Thread ear;

	Listening(SharedDatabase database, ApplicationEventPublisher events) {
		this.database = database;
		this.events = events;
	}

	boolean isHearing() {
		return hearing;
	}

	@Override
	public synchronized void start() {
		running = true;
		if (database.isShared()) {
			ear = new Thread(this::listen, "listening");
			ear.setDaemon(true);
			ear.start();
		}
	}

	@Override
	public synchronized void stop() {
		running = false;
		try {
			if (open != null) {
				open.abort(Runnable::run);
			}
		} catch (SQLException gone) {
			LOG.trace("It was closed already", gone);
		}
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	private void listen() {
		while (running) {
			try (var connection = database.connect("listens")) {
				open = connection;
				hear(connection);
			} catch (SQLException lost) {
				if (running && hearing) {
					LOG.warn("The database is not heard any more: {}", lost.getMessage());
				}
			}
			hearing = false;
			rest();
		}
	}

	private void hear(Connection connection) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute("listen " + CHANNEL);
		}
		hearing = true;
		tell(BellRung.ALL);
		var bells = connection.unwrap(PGConnection.class);
		while (running) {
			var rung = bells.getNotifications(SILENCE_MILLIS);
			if (rung != null && rung.length > 0) {
				Arrays.stream(rung).map(PGNotification::getParameter).distinct().map(BellRung::new).forEach(this::tell);
			} else if (!connection.isValid(ANSWER_SECONDS)) {
				throw new SQLException("no answer within " + ANSWER_SECONDS + " s");
			}
		}
	}

	/** Who cannot look now looks again by himself later; the others are told all the same. */
	private void tell(BellRung bell) {
		try {
			events.publishEvent(bell);
		} catch (RuntimeException e) {
			LOG.warn("Nobody could look at what changed: {}", bell.topic(), e);
		}
	}

	private void rest() {
		try {
			TimeUnit.SECONDS.sleep(running ? 1 : 0);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			running = false;
		}
	}
}

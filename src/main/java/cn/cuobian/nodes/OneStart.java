package cn.cuobian.nodes;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * One node starts at a time, from its first look into the database until it takes requests: tables, models, kinds and the first
 * administrator are made by one of them and found by the others. A node that dies on the way lets the next one in,
 * because the lock ends with its connection.
 */
@Component
class OneStart implements FlywayMigrationStrategy {

	private static final Logger LOG = LoggerFactory.getLogger(OneStart.class);
	/** Any number that nothing else locks; Flyway and our own rounds use others. */
	private static final long LOCK = 7_095_121_130_201L;
	private static final Duration PATIENCE = Duration.ofMinutes(10);
	private static final long LOOK_MILLIS = 200;

	private final SharedDatabase database;
	private final HouseFile file;
	private Connection held;

	OneStart(SharedDatabase database, HouseFile file) {
		this.database = database;
		this.file = file;
	}

	@Override
	public void migrate(Flyway flyway) {
		if (database.isShared()) {
			take();
		}
		file.keep(flyway);
		flyway.migrate();
	}

	@EventListener
	void on(AvailabilityChangeEvent<ReadinessState> change) {
		if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
			release();
		}
	}

	@PreDestroy
	synchronized void release() {
		try {
			if (held != null) {
				held.close();
			}
		} catch (SQLException gone) {
			LOG.debug("The lock ended by itself", gone);
		}
		held = null;
	}

	private synchronized void take() {
		try {
			held = database.connect("starts");
			long limit = System.nanoTime() + PATIENCE.toNanos();
			while (!isTaken(held)) {
				if (System.nanoTime() > limit) {
					throw new IllegalStateException("Another node has been starting for " + PATIENCE.toMinutes() + " minutes");
				}
				TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
			}
		} catch (SQLException e) {
			throw new IllegalStateException("The database cannot be asked whether another node is starting", e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Told to end before it had started", e);
		}
	}

	private static boolean isTaken(Connection connection) throws SQLException {
		try (var statement = connection.createStatement(); var row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
			return row.next() && row.getBoolean(1);
		}
	}
}

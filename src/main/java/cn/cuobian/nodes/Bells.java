package cn.cuobian.nodes;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rings at all nodes when something changed of which they keep copies; each hears a {@link BellRung}. A bell says only what
 * to look at, so those that come together are one. It rings after the commit and in a transaction of its own: a
 * {@code NOTIFY} inside would make all transactions that ring commit one after another. A bell that is lost, because its
 * node died in between, is made up for by the next look that everybody takes by himself.
 */
@Component
public class Bells {

	private static final Logger LOG = LoggerFactory.getLogger(Bells.class);
	private static final long GATHERED_MILLIS = 50;
	private static final long AGAIN_MILLIS = 1_000;
	private static final long LAST_WORDS_SECONDS = 2;

	private final SharedDatabase database;
	private final Listening listening;
	private final JdbcClient db;
	private final Set<String> waiting = ConcurrentHashMap.newKeySet();
	private final ScheduledExecutorService ringer = Executors.newSingleThreadScheduledExecutor(Bells::daemon);

	Bells(SharedDatabase database, Listening listening, JdbcClient db) {
		this.database = database;
		this.listening = listening;
		this.db = db;
	}

	/** Once the caller's transaction is committed, at once where there is none. Where nobody else can be, nothing rings. */
	public void ring(String topic) {
		if (!database.isShared()) {
			return;
		}
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			soon(topic);
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				soon(topic);
			}
		});
	}

	/** Whether bells are heard here now; who relies on them looks more often while they are not. */
	public boolean areHeard() {
		return listening.isHearing();
	}

	private void soon(String topic) {
		if (waiting.add(topic) && !ringer.isShutdown()) {
			ringer.schedule(() -> tell(topic), GATHERED_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

	private void tell(String topic) {
		waiting.remove(topic);
		try {
			db.sql("select pg_notify('" + Listening.CHANNEL + "', ?)").param(topic).query((row, number) -> topic).list();
		} catch (DataAccessException lost) {
			LOG.debug("The other nodes could not be told of {} and are told again", topic, lost);
			if (waiting.add(topic) && !ringer.isShutdown()) {
				ringer.schedule(() -> tell(topic), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
			}
		}
	}

	/** What was committed here is told before this node goes. */
	@PreDestroy
	void end() throws InterruptedException {
		ringer.shutdown();
		ringer.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
	}

	private static Thread daemon(Runnable work) {
		var thread = new Thread(work, "bells");
		thread.setDaemon(true);
		return thread;
	}
}

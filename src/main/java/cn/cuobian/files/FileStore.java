package cn.cuobian.files;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.vault.Sha256;
import cn.cuobian.vault.Vault;

/**
 * Keeps bytes in the store, sealed by the vault under the name they lie under. Whoever keeps a file puts it first, and then claims
 * its name in the transaction that writes the name into a row; what was put and not claimed within a day is removed.
 */
@Component
@EnableConfigurationProperties(FileSettings.class)
public class FileStore implements DisposableBean {

	/** So long a name may be loose: a transaction under way, and whoever read a row just before it changed, is over by then. */
	static final Duration LOOSE = Duration.ofDays(1);

	private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);
	private static final SecureRandom RANDOM = new SecureRandom();
	private static final int NAME_BYTES = 20;
	/** A store that hangs must not get all threads that answer requests. */
	private static final int AT_ONCE = 8;
	private static final Duration PATIENCE = Duration.ofMillis(500);

	private final FileSettings settings;
	private final Vault vault;
	private final LooseObjects loose;
	private final Clock clock;
	private final TransactionTemplate apart;
	private final Semaphore lines = new Semaphore(AT_ONCE);
	private final S3Bucket bucket;

	FileStore(FileSettings settings, Vault vault, LooseObjects loose, Clock clock, PlatformTransactionManager transactions) {
		this.settings = settings;
		this.vault = vault;
		this.loose = loose;
		this.clock = clock;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.bucket = settings.namesStore() ? new S3Bucket(settings) : null;
	}

	/** Whether the settings name a store at all. */
	public boolean isThere() {
		return bucket != null;
	}

	/** Whether files that come from now on belong into the store. */
	public boolean takesNew() {
		return settings.keepsInStore();
	}

	/**
	 * Lasts as long as the bytes travel, at most ten seconds; better not within a transaction.
	 *
	 * @return the name they lie under, which nobody can guess; loose until it is claimed
	 * @throws StoreAway if it is not sure that they lie there
	 */
	public String put(byte[] bytes) {
		var random = new byte[NAME_BYTES];
		RANDOM.nextBytes(random);
		var name = "files/" + HexFormat.of().formatHex(random);
		apart.executeWithoutResult(status -> loose.add(name));
		asked(() -> {
			bucket.put(name, vault.seal(bytes, name));
			return name;
		});
		return name;
	}

	/** In the transaction that writes the name into a row. */
	public void claim(String name) {
		if (!loose.remove(name)) {
			throw new IllegalStateException("The object " + name + " was put too long ago and is removed already");
		}
	}

	/** In the transaction that takes the name out of the last row. */
	public void release(String name) {
		loose.add(name);
	}

	/**
	 * @param sha256 of what was put
	 * @throws LostFile  if it does not lie there, or something else does
	 * @throws StoreAway if that is not known now
	 */
	public byte[] get(String name, String sha256) throws LostFile {
		var sealed = asked(() -> bucket.get(name));
		if (sealed.isEmpty()) {
			throw told(new LostFile(name, false));
		}
		try {
			var bytes = vault.openBytes(sealed.get(), name);
			if (Sha256.hex(bytes).equals(sha256)) {
				return bytes;
			}
		} catch (IllegalStateException e) {
			LOG.error("The object {} does not open", name, e);
		}
		throw told(new LostFile(name, true));
	}

	/** Removes what has been loose for more than a day, every night; each node takes what no other has in hand. */
	@Scheduled(cron = "${cuobian.files.sweep:0 35 3 * * *}")
	void sweep() {
		if (isThere()) {
			var before = clock.instant().minus(LOOSE);
			try {
				int removed = 0;
				while (Boolean.TRUE.equals(apart.execute(status -> removeOne(before)))) {
					removed++;
				}
				LOG.info("Removed {} objects from the store that no row named", removed);
			} catch (StoreAway e) {
				LOG.warn("The rest is removed another night");
			}
		}
	}

	private boolean removeOne(Instant before) {
		var name = loose.take(before);
		name.ifPresent(this::remove);
		return name.isPresent();
	}

	/** What is loose. The name goes last: what is not sure to be gone is removed once more. */
	void remove(String name) {
		asked(() -> {
			bucket.delete(name);
			return name;
		});
		loose.remove(name);
	}

	private <T> T asked(Supplier<T> question) {
		if (!isThere()) {
			throw new StoreAway("The settings name no store", true, null);
		}
		try {
			if (!lines.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new StoreAway("Too many wait for it", false, null);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new StoreAway("Interrupted", false, e);
		}
		try {
			return question.get();
		} catch (StoreAway e) {
			LOG.warn("The store of files did not do what was asked: {}", e.getMessage());
			throw e;
		} finally {
			lines.release();
		}
	}

	private static LostFile told(LostFile lost) {
		LOG.error(lost.getMessage());
		return lost;
	}

	@Override
	public void destroy() {
		if (bucket != null) {
			bucket.close();
		}
	}
}

package cn.cuobian.matters;

import cn.cuobian.vault.Vault;
import cn.cuobian.vault.Sha256;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import cn.cuobian.refusals.Refusal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what a request asks once, however often and from however many threads it comes. The key is the first row the
 * transaction writes, so a second request waits in the database for the first and then gets its very answer. Answers
 * hold tracking codes, so they are not kept longer than anybody repeats a request.
 */
@Component
class OneTimeRequests {

	/** Longest key a client may send, in characters. */
	static final int MAX_KEY = 200;
	/** How long a repeated request is known again. */
	static final Duration KEPT = Duration.ofDays(30);

	private static final int ATTEMPTS = 8;

	private final JdbcClient db;
	private final Vault vault;
	private final Clock clock;
	private final TransactionTemplate transaction;

	OneTimeRequests(JdbcClient db, Vault vault, Clock clock, PlatformTransactionManager transactions) {
		this.db = db;
		this.vault = vault;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	private record Kept(String contentHash, byte[] answer) {
	}

	/**
	 * Runs {@code act} in a transaction of its own, or answers what it answered before.
	 *
	 * @param key         who asks and the key he chose
	 * @param contentHash what he asks, so that a key used for something else is refused
	 */
	String once(String key, String contentHash, Supplier<String> act) {
		return once(key, contentHash, () -> act, Supplier::get);
	}

	/**
	 * The same for what has a part that lasts.
	 *
	 * @param prepare that part, before the transaction begins; two requests at once may both do it
	 * @param act     gets what was prepared
	 */
	<T> String once(String key, String contentHash, Supplier<T> prepare, Function<T, String> act) {
		String keyHash = Sha256.hex(key);
		T prepared = null;
		for (int attempt = 1;; attempt++) {
			Optional<Kept> before = find(keyHash);
			if (before.isPresent()) {
				return answerAgain(before.get(), keyHash, contentHash);
			}
			T ready = prepared == null ? prepare.get() : prepared;
			prepared = ready;
			try {
				return transaction.execute(status -> first(keyHash, contentHash, () -> act.apply(ready)));
			} catch (DuplicateKeyException | ConcurrencyFailureException otherRequest) {
				if (attempt == ATTEMPTS) {
					throw otherRequest;
				}
			}
		}
	}

	/** Forgets what nobody repeats any more, every night. */
	@Scheduled(cron = "0 50 3 * * *")
	void sweep() {
		db.sql("delete from matter_request where made_at < ?").param(Timestamp.from(clock.instant().minus(KEPT))).update();
	}

	private Optional<Kept> find(String keyHash) {
		return db.sql("select content_hash, answer from matter_request where request_key = ?").param(keyHash)
				.query((row, i) -> new Kept(row.getString(1), row.getBytes(2))).optional();
	}

	private String answerAgain(Kept kept, String keyHash, String contentHash) {
		if (!kept.contentHash().equals(contentHash)) {
			throw new Refusal("matters.key-used-for-other").status(HttpStatus.CONFLICT);
		}
		return vault.open(kept.answer(), keyHash);
	}

	private String first(String keyHash, String contentHash, Supplier<String> act) {
		db.sql("insert into matter_request (request_key, content_hash, made_at) values (?, ?, ?)")
				.params(keyHash, contentHash, Timestamp.from(clock.instant())).update();
		String answer = act.get();
		db.sql("update matter_request set answer = ? where request_key = ?").params(vault.seal(answer, keyHash), keyHash)
				.update();
		return answer;
	}
}

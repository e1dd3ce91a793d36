package cn.cuobian.votes;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.vault.Vault;

/**
 * The key of this installation, made when it is first asked for. It is never changed: what it signed must stay checkable
 * by what was printed.
 */
@Component
class SigningKey {

	private static final String CONTEXT = "signing-key";

	private final JdbcClient db;
	private final Vault vault;
	private final Clock clock;
	private final TransactionTemplate apart;

	SigningKey(JdbcClient db, Vault vault, Clock clock, PlatformTransactionManager transactions) {
		this.db = db;
		this.vault = vault;
		this.clock = clock;
		apart = new TransactionTemplate(transactions);
		apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	Signer signer() {
		return apart.execute(status -> found()).orElseGet(this::made);
	}

	private Optional<Signer> found() {
		return db.sql("select public_key, private_sealed from signing_key where id = 1")
				.query((row, n) -> Signer.of(row.getString(1), vault.open(row.getBytes(2), CONTEXT))).optional();
	}

	/** Two nodes may both make one: the first that is stored is the key. */
	private Signer made() {
		var fresh = Signer.made();
		try {
			apart.executeWithoutResult(status -> db.sql("insert into signing_key (id, public_key, private_sealed, made) values (1, ?, ?, ?)")
					.params(fresh.publicKey(), vault.seal(fresh.privateKey(), CONTEXT), Timestamp.from(clock.instant())).update());
			return fresh;
		} catch (DuplicateKeyException another) {
			return apart.execute(status -> found()).orElseThrow();
		}
	}
}

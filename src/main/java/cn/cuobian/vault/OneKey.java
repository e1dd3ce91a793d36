package cn.cuobian.vault;

import java.util.Optional;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a node from starting with another key than the others have: what it seals would open nowhere else, and nobody
 * would notice before a resident is to be told.
 */
@Component
class OneKey implements SmartInitializingSingleton {

	private static final String WORD = "cuobian";

	private final Vault vault;
	private final JdbcClient db;

	OneKey(Vault vault, JdbcClient db) {
		this.vault = vault;
		this.db = db;
	}

	/** @throws IllegalStateException with what the operator can do */
	@Override
	public void afterSingletonsInstantiated() {
		Optional<byte[]> sealed = db.sql("select sealed from vault_check where id = 1").query((row, number) -> row.getBytes(1)).optional();
		sealed.ifPresent(this::requireOpens);
		var word = vault.seal(WORD, WORD);
		if (sealed.isPresent()) {
			db.sql("update vault_check set sealed = ? where id = 1").param(word).update();
		} else {
			db.sql("insert into vault_check (id, sealed) values (1, ?)").param(word).update();
		}
	}

	private void requireOpens(byte[] sealed) {
		try {
			vault.open(sealed, WORD);
		} catch (IllegalStateException e) {
			throw new IllegalStateException("This node has another key of the vault than the one this database was sealed with. Give all nodes the "
					+ "same cuobian.vault.key or key file; a key that was replaced belongs into cuobian.vault.retired-keys. If the key is lost, "
					+ "and with it the contacts it sealed, empty the table vault_check to begin with a new one.", e);
		}
	}
}

package cn.cuobian.design;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.vault.Sha256;

/** The bytes of all files, each once, known by their SHA-256. */
@Repository
class Contents {

	private final JdbcClient db;
	private final TransactionTemplate alone;

	Contents(JdbcClient db, PlatformTransactionManager transactions) {
		this.db = db;
		this.alone = new TransactionTemplate(transactions);
		alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** In a transaction of its own: bytes that nobody refers to in the end do no harm, and two who bring the same do not collide. */
	String keep(byte[] content) {
		var digest = Sha256.hex(content);
		if (!isKept(digest)) {
			try {
				alone.executeWithoutResult(keeping -> db.sql("insert into design_content (digest, content) values (?, ?)")
						.params(digest, content).update());
			} catch (DuplicateKeyException keptMeanwhile) {
				return digest;
			}
		}
		return digest;
	}

	byte[] read(String digest) {
		return db.sql("select content from design_content where digest = ?").param(digest)
				.query((row, number) -> row.getBytes(1)).single();
	}

	/** @param digests by path */
	Map<String, byte[]> read(Map<String, String> digests) {
		var contents = of(digests.values());
		Map<String, byte[]> read = new HashMap<>();
		digests.forEach((path, digest) -> read.put(path, contents.get(digest)));
		return read;
	}

	private Map<String, byte[]> of(Collection<String> digests) {
		Map<String, byte[]> contents = new HashMap<>();
		if (!digests.isEmpty()) {
			db.sql("select digest, content from design_content where digest in (:digests)").param("digests", digests)
					.query(row -> { contents.put(row.getString(1), row.getBytes(2)); });
		}
		return contents;
	}

	private boolean isKept(String digest) {
		return db.sql("select digest from design_content where digest = ?").param(digest).query(String.class).optional().isPresent();
	}
}

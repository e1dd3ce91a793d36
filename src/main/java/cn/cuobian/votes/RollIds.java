package cn.cuobian.votes;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Ids for the many rows of one roll, fetched a thousand at a time. One instance for one act. */
final class RollIds {

	/** As the sequence is declared. */
	private static final int BLOCK = 1_000;

	private final JdbcClient db;
	private long next;
	private long end;

	RollIds(JdbcClient db) {
		this.db = db;
	}

	long next() {
		if (next == end) {
			next = db.sql("select nextval('roll_seq')").query(Long.class).single();
			end = next + BLOCK;
		}
		return next++;
	}
}

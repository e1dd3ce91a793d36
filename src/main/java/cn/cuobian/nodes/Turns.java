package cn.cuobian.nodes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rounds that begin at the same moment on every node and that one of them does. */
@Component
public class Turns {

	/** The first half of our locks' numbers. */
	private static final int OURS = 7_095;

	private final SharedDatabase database;
	private final JdbcClient db;

	Turns(SharedDatabase database, JdbcClient db) {
		this.database = database;
		this.db = db;
	}

	/**
	 * Whether this node does the round. Until the caller's transaction ends it is no other node's; who comes afterwards has to
	 * see by itself that it is done.
	 */
	public boolean isMine(String round) {
		return !database.isShared() || db.sql("select pg_try_advisory_xact_lock(" + OURS + ", ?)").param(round.hashCode()).query(Boolean.class).single();
	}
}

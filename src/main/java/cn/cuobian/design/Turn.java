package cn.cuobian.design;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One publishes at a time, on however many nodes: what was judged is then still the house when it is deployed. */
@Repository
class Turn {

	private final JdbcClient db;

	Turn(JdbcClient db) {
		this.db = db;
	}

	/** Waits until nobody else has it; keeps it until the end of the transaction. */
	void take() {
		db.sql("select id from design_turn where id = 1 for update").query(Integer.class).single();
	}
}

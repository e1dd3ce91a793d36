package cn.cuobian.files;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Names under which something may lie in the store that no row of a room names, not yet or no longer. A name is here or in a
 * room's row, never in both: it changes over in one transaction.
 */
@Component
class LooseObjects {

	private final JdbcClient db;
	private final Clock clock;

	LooseObjects(JdbcClient db, Clock clock) {
		this.db = db;
		this.clock = clock;
	}

	void add(String name) {
		db.sql("insert into loose_object (name, since) values (?, ?)").params(name, Timestamp.from(clock.instant())).update();
	}

	/** @return false if it is not here */
	boolean remove(String name) {
		return db.sql("delete from loose_object where name = ?").param(name).update() == 1;
	}

	/** One that has been here since before then, and that nobody else has in hand; nobody gets it until the transaction ends. */
	Optional<String> take(Instant before) {
		return db.sql("select name from loose_object where since < ? order by since fetch first 1 rows only for update skip locked")
				.param(Timestamp.from(before)).query(String.class).optional();
	}
}

package cn.cuobian.relocation;

import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Sequences and columns that count by themselves: the next number is the one that would have come next. */
record Counters(JdbcClient db) {

	/** Made when the first matter of a year is reported, so a new house does not have them. */
	private static final Pattern OF_A_YEAR = Pattern.compile("matter_number_\\d{4}");

	/** A sequence is no part of a transaction: where the move fails it has been set, and is set again by the next one. */
	void goOn(OldHouse from) {
		from.sequences().forEach(this::goOn);
		from.identities().forEach((column, next) -> {
			var parts = column.split("\\.");
			db.sql("select setval(pg_get_serial_sequence(?, ?), ?, false)").params(parts[0], parts[1], next).query(Long.class).single();
		});
	}

	private void goOn(String sequence, long next) {
		if (OF_A_YEAR.matcher(sequence).matches()) {
			db.sql("create sequence if not exists " + sequence + " start with 1 cache 1").update();
		}
		db.sql("select setval(cast(? as regclass), ?, false)").params(sequence, next).query(Long.class).single();
	}
}

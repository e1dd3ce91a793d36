package cn.cuobian.matters;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import cn.cuobian.vault.SecretCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which tracking code opens which matter. */
@Component
class Codes {

	private final JdbcClient db;
	private final Clock clock;

	Codes(JdbcClient db, Clock clock) {
		this.db = db;
		this.clock = clock;
	}

	enum Holder {
		/** Reported it: may rate, reopen and withdraw. */
		REPORTER,
		/** Has the same trouble and follows it. */
		NEIGHBOUR
	}

	record Opened(long matterId, Holder holder) {
	}

	SecretCode issue(long matterId, Holder holder) {
		SecretCode code = SecretCode.issue();
		db.sql("insert into matter_code (code_hash, matter_id, holder, issued_at) values (?, ?, ?, ?)")
				.params(code.hash(), matterId, holder.name(), Timestamp.from(clock.instant())).update();
		return code;
	}

	Optional<Opened> open(String typed) {
		return SecretCode.read(typed).flatMap(code -> db
				.sql("select matter_id, holder from matter_code where code_hash = ?").param(code.hash())
				.query((row, i) -> new Opened(row.getLong(1), Holder.valueOf(row.getString(2)))).optional());
	}

	/** Neighbours who said that they have the same trouble. */
	int neighbours(long matterId) {
		return db.sql("select count(*) from matter_code where matter_id = ? and holder = ?")
				.params(matterId, Holder.NEIGHBOUR.name()).query(Integer.class).single();
	}
}

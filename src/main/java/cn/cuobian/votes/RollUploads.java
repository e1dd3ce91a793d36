package cn.cuobian.votes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.refusals.Refusal;

/** Keeps a file between its preview and its confirmation, at most a day; sealed, and for who sent it only. */
@Component
class RollUploads {

	private static final Duration KEPT = Duration.ofDays(1);

	private final JdbcClient db;
	private final RollVault vault;
	private final Clock clock;

	RollUploads(JdbcClient db, RollVault vault, Clock clock) {
		this.db = db;
		this.vault = vault;
		this.clock = clock;
	}

	String keep(long roll, long person, int edition, byte[] content, Declared declared) {
		db.sql("delete from roll_upload where uploaded < ?").param(Timestamp.from(clock.instant().minus(KEPT))).update();
		var id = UUID.randomUUID().toString();
		db.sql("""
				insert into roll_upload (id, roll_id, person_id, edition, content, declared_units, declared_area, uploaded)
				values (?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(id, roll, person, edition, vault.seal(roll, "upload", Base64.getEncoder().encodeToString(content)),
						declared.units(), declared.area(), Timestamp.from(clock.instant())).update();
		return id;
	}

	/** @throws Refusal when it was applied, is too old, or is somebody else's */
	RollUpload get(long roll, String id, long person) {
		return db.sql("select * from roll_upload where id = ? and roll_id = ? and person_id = ? and uploaded >= ?")
				.params(id, roll, person, Timestamp.from(clock.instant().minus(KEPT))).query(this::upload).optional()
				.orElseThrow(() -> new Refusal("votes.roll-upload-gone"));
	}

	void drop(String id) {
		db.sql("delete from roll_upload where id = ?").param(id).update();
	}

	private RollUpload upload(ResultSet row, int number) throws SQLException {
		var roll = row.getLong("roll_id");
		return new RollUpload(row.getString("id"), roll, row.getInt("edition"),
				Base64.getDecoder().decode(vault.open(roll, "upload", row.getBytes("content"))),
				new Declared(row.getInt("declared_units"), row.getLong("declared_area")));
	}
}

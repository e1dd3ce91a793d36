package cn.cuobian.votes;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import cn.cuobian.vault.Sha256;
import cn.cuobian.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes frozen rolls straight into the tables, for tests of what comes after the freeze. */
public final class SomeRolls {

	private final JdbcClient db;

	public SomeRolls(JdbcClient db) {
		this.db = db;
	}

	/** @param heads their ids, in the order of their numbers */
	public record SomeRoll(long id, List<Long> heads) {
	}

	/** One head with one dwelling for each area, in 0.01 m². */
	public SomeRoll frozen(String place, long... areas) {
		long roll = draft(place);
		var heads = new ArrayList<Long>();
		long area = 0;
		var lines = new StringBuilder();
		for (int i = 0; i < areas.length; i++) {
			heads.add(head(roll, i + 1, areas[i]));
			area += areas[i];
			lines.append(line(code(i + 1))).append('\n');
		}
		db.sql("update roll set state = 'FROZEN', units = ?, heads = ?, area = ?, fingerprint = ? where id = ?")
				.params(areas.length, areas.length, area, Sha256.hex(lines.toString()), roll).update();
		return new SomeRoll(roll, heads);
	}

	/** Gives the head's owner an address, and its unit a second owner with another. */
	public void mails(Vault vault, SomeRoll roll, int head, String owner, String coOwner) {
		long headId = roll.heads().get(head);
		long unit = db.sql("select id from roll_unit where head_id = ?").param(headId).query(Long.class).single();
		var rollVault = new RollVault(vault);
		long first = db.sql("select owner_id from roll_share where unit_id = ?").param(unit).query(Long.class).single();
		db.sql("update roll_owner set mail_sealed = ? where id = ?")
				.params(rollVault.seal(roll.id(), RollVault.mail("owner" + first), owner), first).update();
		long second = nextId();
		db.sql("insert into roll_owner (id, roll_id, owner_key, name_sealed, mail_sealed) values (?, ?, ?, ?, ?)").params(second, roll.id(),
				"owner" + second, new byte[] { 1 }, rollVault.seal(roll.id(), RollVault.mail("owner" + second), coOwner)).update();
		db.sql("insert into roll_share (unit_id, owner_id, position, representative) values (?, ?, 1, false)").params(unit, second).update();
	}

	long draft(String place) {
		db.sql("""
				insert into roll (place, title, parking, state, edition, units, heads, area, secret, created, created_by)
				values (?, '业主名册', false, 'DRAFT', 1, 0, 0, 0, ?, ?, 1)""")
				.params(place, new byte[] { 1 }, Timestamp.from(Instant.EPOCH)).update();
		return db.sql("select max(id) from roll where place = ?").param(place).query(Long.class).single();
	}

	private long head(long roll, int no, long area) {
		long owner = nextId();
		db.sql("insert into roll_owner (id, roll_id, owner_key, name_sealed) values (?, ?, ?, ?)")
				.params(owner, roll, "owner" + owner, new byte[] { 1 }).update();
		long head = nextId();
		db.sql("insert into roll_head (id, roll_id, no, kind, buyer, area, units, representative_owner_id) values (?, ?, ?, 'OWNER', ?, ?, 1, ?)")
				.params(head, roll, no, "buyer" + head, area, owner).update();
		long unit = nextId();
		db.sql("""
				insert into roll_unit (id, roll_id, code, building, area, used_as, unsold, head_id, salt, line_hash)
				values (?, ?, ?, '1幢', ?, 'DWELLING', false, ?, ?, ?)""")
				.params(unit, roll, code(no), area, head, "-", line(code(no))).update();
		db.sql("insert into roll_share (unit_id, owner_id, position, representative) values (?, ?, 0, true)").params(unit, owner).update();
		return head;
	}

	private static String code(int no) {
		return "1幢%04d".formatted(no);
	}

	private static String line(String code) {
		return Sha256.hex("line of " + code);
	}

	private long nextId() {
		return db.sql("select nextval('roll_seq')").query(Long.class).single();
	}
}

package cn.cuobian.votes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of a roll, sealed; each of them once, however many units they share in. */
@Component
class RollOwners {

	private static final String SELECT = """
			select o.id, o.roll_id, o.owner_key, o.name_sealed, o.phone_sealed, o.mail_sealed, s.representative
			from roll_owner o join roll_share s on s.owner_id = o.id join roll_unit u on u.id = s.unit_id
			where\s""";

	private final JdbcClient db;
	private final JdbcTemplate batches;
	private final RollVault vault;

	RollOwners(JdbcClient db, JdbcTemplate batches, RollVault vault) {
		this.db = db;
		this.batches = batches;
		this.vault = vault;
	}

	/** The owners of a unit, in the order they are written there. */
	List<RollOwner> ofUnit(long unit) {
		return db.sql(SELECT + "s.unit_id = ? order by s.position").param(unit).query(this::owner).list();
	}

	/** The owners of a head, each once, the representative first. The developer has none when nobody named him. */
	List<RollOwner> ofHead(long head) {
		var owners = new LinkedHashMap<Long, RollOwner>();
		db.sql("""
				select o.id, o.roll_id, o.owner_key, o.name_sealed, o.phone_sealed, o.mail_sealed,
				  case when o.id = h.representative_owner_id then true else false end representative
				from roll_head h join roll_unit u on u.head_id = h.id join roll_share s on s.unit_id = u.id
				join roll_owner o on o.id = s.owner_id
				where h.id = ? order by 7 desc, u.code, s.position""").param(head).query(this::owner).list()
				.forEach(owner -> owners.putIfAbsent(owner.id(), owner));
		return List.copyOf(owners.values());
	}

	/** Names by id, for the lines of the fingerprint. */
	Map<Long, String> names(long roll) {
		Map<Long, String> names = new HashMap<>();
		db.sql("select id, owner_key, name_sealed from roll_owner where roll_id = ?").param(roll).query(row -> {
			names.put(row.getLong("id"), vault.open(roll, RollVault.name(row.getString("owner_key")), row.getBytes("name_sealed")));
		});
		return names;
	}

	/**
	 * Keeps everybody who stands in the lines, those who are known already with what is new about them.
	 *
	 * @return ids by identity
	 */
	Map<String, Long> keep(long roll, OwnerKeys keys, Collection<UnitLine> lines, RollIds ids) {
		var known = known(roll);
		Map<String, Long> kept = new HashMap<>();
		List<Object[]> added = new ArrayList<>();
		merged(lines).forEach((identity, owner) -> {
			var key = keys.of(identity);
			var id = known.get(key);
			if (id == null) {
				id = ids.next();
				added.add(new Object[] { id, roll, key, vault.seal(roll, RollVault.name(key), owner.name()),
						vault.seal(roll, RollVault.phone(key), owner.phone()), vault.seal(roll, RollVault.mail(key), owner.mail()) });
			} else {
				refresh(roll, id, key, owner);
			}
			kept.put(identity, id);
		});
		batches.batchUpdate("insert into roll_owner (id, roll_id, owner_key, name_sealed, phone_sealed, mail_sealed) values (?, ?, ?, ?, ?, ?)", added);
		return kept;
	}

	/** Forgets who has no share any more. */
	void forgetStrangers(long roll) {
		db.sql("""
				delete from roll_owner where roll_id = ?
				and not exists (select 1 from roll_share where owner_id = roll_owner.id)
				and not exists (select 1 from roll_head where representative_owner_id = roll_owner.id)""").param(roll).update();
	}

	private void refresh(long roll, long id, String key, OwnerLine owner) {
		db.sql("update roll_owner set phone_sealed = coalesce(?, phone_sealed), mail_sealed = coalesce(?, mail_sealed) where id = ?")
				.params(vault.seal(roll, RollVault.phone(key), owner.phone()), vault.seal(roll, RollVault.mail(key), owner.mail()), id).update();
	}

	private Map<String, Long> known(long roll) {
		Map<String, Long> known = new HashMap<>();
		db.sql("select id, owner_key from roll_owner where roll_id = ?").param(roll).query(row -> {
			known.put(row.getString("owner_key"), row.getLong("id"));
		});
		return known;
	}

	/** A telephone number or address that stands in one line of several is known for all of them. */
	private static Map<String, OwnerLine> merged(Collection<UnitLine> lines) {
		Map<String, OwnerLine> merged = new LinkedHashMap<>();
		for (var line : lines) {
			var identities = line.identities();
			for (int i = 0; i < identities.size(); i++) {
				merged.merge(identities.get(i), line.owners().get(i), OwnerLine::with);
			}
		}
		return merged;
	}

	private RollOwner owner(ResultSet row, int number) throws SQLException {
		var roll = row.getLong("roll_id");
		var key = row.getString("owner_key");
		return new RollOwner(row.getLong("id"), vault.open(roll, RollVault.name(key), row.getBytes("name_sealed")),
				vault.open(roll, RollVault.phone(key), row.getBytes("phone_sealed")),
				vault.open(roll, RollVault.mail(key), row.getBytes("mail_sealed")), row.getBoolean("representative"));
	}
}

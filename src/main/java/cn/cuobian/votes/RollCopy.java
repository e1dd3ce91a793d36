package cn.cuobian.votes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/**
 * Begins the roll of the next vote with the lines of an earlier one, as they stand now. Everything is sealed anew and
 * every unit has a new salt; who was the same person stays the same person.
 */
@Component
class RollCopy {

	private final JdbcClient db;
	private final JdbcTemplate batches;
	private final Rolls rolls;
	private final RollRows rows;
	private final RollRights rights;
	private final RollUnits units;
	private final RollVault vault;
	private final RollRecord record;

	RollCopy(JdbcClient db, JdbcTemplate batches, Rolls rolls, RollRows rows, RollRights rights, RollUnits units, RollVault vault, RollRecord record) {
		this.db = db;
		this.batches = batches;
		this.rolls = rolls;
		this.rows = rows;
		this.rights = rights;
		this.units = units;
		this.vault = vault;
		this.record = record;
	}

	/**
	 * @param building only its units: the owners who have to consent when one of its homes becomes a shop (Civil Code 279;
	 *                 SPC interpretation on divided ownership, article 11); blank for the whole roll
	 * @return id of the new draft
	 * @throws Refusal 422 for an unknown building
	 */
	@Transactional
	public long copy(long rollId, String title, String building, Viewer viewer) {
		var old = rows.lock(rollId);
		rights.require(viewer, old);
		var only = building == null || building.isBlank() ? rows.building(rollId).orElse(null) : known(rollId, building);
		var fresh = rolls.create(old.place(), title, old.parking(), viewer);
		rows.shareSecret(rollId, fresh);
		var ids = new RollIds(db);
		units(rollId, fresh, only, owners(rollId, fresh, only, ids), ids);
		rows.ofBuilding(fresh, only);
		var counted = Heads.of(old.parking(), units.lots(fresh));
		rows.count(fresh, counted.units(), counted.count(), counted.area());
		record.add(fresh, RollAct.COPIED, old.title(), viewer.personId());
		return fresh;
	}

	private String known(long roll, String building) {
		if (units.codes(roll, building).isEmpty()) {
			throw Refusal.onField("building", "votes.roll-no-building");
		}
		return building;
	}

	private Map<Long, Long> owners(long from, long to, String only, RollIds ids) {
		Map<Long, Long> copies = new HashMap<>();
		List<Object[]> added = new ArrayList<>();
		db.sql("select id, owner_key, name_sealed, phone_sealed, mail_sealed from roll_owner o where roll_id = ?"
				+ " and exists (select 1 from roll_share s join roll_unit u on u.id = s.unit_id where s.owner_id = o.id and u.building = coalesce(?, u.building))"
				+ " order by id").params(from, only).query(row -> {
			var key = row.getString("owner_key");
			copies.put(row.getLong("id"), ids.next());
			added.add(new Object[] { copies.get(row.getLong("id")), to, key, again(from, to, RollVault.name(key), row.getBytes("name_sealed")),
					again(from, to, RollVault.phone(key), row.getBytes("phone_sealed")), again(from, to, RollVault.mail(key), row.getBytes("mail_sealed")) });
		});
		batches.batchUpdate("insert into roll_owner (id, roll_id, owner_key, name_sealed, phone_sealed, mail_sealed) values (?, ?, ?, ?, ?, ?)", added);
		return copies;
	}

	private void units(long from, long to, String only, Map<Long, Long> owners, RollIds ids) {
		Map<Long, Long> copies = new HashMap<>();
		List<Object[]> added = new ArrayList<>();
		List<Object[]> shares = new ArrayList<>();
		db.sql("select id, code, building, area, used_as, unsold from roll_unit where roll_id = ? and building = coalesce(?, building)"
				+ " order by id").params(from, only).query(row -> {
			copies.put(row.getLong("id"), ids.next());
			added.add(new Object[] { copies.get(row.getLong("id")), to, row.getString("code"), row.getString("building"), row.getLong("area"),
					row.getString("used_as"), row.getBoolean("unsold"), units.salt(to, row.getString("code")),
					DoorOrder.key(row.getString("code")) });
		});
		db.sql("select s.unit_id, s.owner_id, s.position, s.representative from roll_share s join roll_unit u on u.id = s.unit_id where u.roll_id = ?"
				+ " and u.building = coalesce(?, u.building)").params(from, only).query(row -> {
					shares.add(new Object[] { copies.get(row.getLong(1)), owners.get(row.getLong(2)), row.getInt(3), row.getBoolean(4) });
				});
		units.insert(added, shares);
	}

	private byte[] again(long from, long to, String what, byte[] sealed) {
		return vault.seal(to, what, vault.open(from, what, sealed));
	}
}

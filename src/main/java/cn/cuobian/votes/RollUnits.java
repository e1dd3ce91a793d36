package cn.cuobian.votes;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The units of a roll and who has a share in them. */
@Component
class RollUnits {

	private static final String SELECT = "select id, code, building, area, used_as, unsold, head_id, line_hash from roll_unit ";
	private static final int SALT_BYTES = 8;
	private static final SecureRandom RANDOM = new SecureRandom();

	private final JdbcClient db;
	private final JdbcTemplate batches;
	private final RollVault vault;

	RollUnits(JdbcClient db, JdbcTemplate batches, RollVault vault) {
		this.db = db;
		this.batches = batches;
		this.vault = vault;
	}

	Optional<RollUnit> find(long roll, String code) {
		return db.sql(SELECT + "where roll_id = ? and code = ?").params(roll, code).query(RollUnits::unit).optional();
	}

	Optional<RollUnit> find(long roll, long id) {
		return db.sql(SELECT + "where roll_id = ? and id = ?").params(roll, id).query(RollUnits::unit).optional();
	}

	/** Units whose code contains the text, after the given one; in the order of doors. */
	List<RollUnit> search(long roll, String text, String after, int most) {
		return db.sql(SELECT + """
				where roll_id = ? and code like ? escape '!'
				and (door_order, code) > (coalesce((select door_order from roll_unit where roll_id = ? and code = ?), ''), ?)
				order by door_order, code fetch first %d rows only""".formatted(most))
				.params(roll, "%" + text.replaceAll("([!%_])", "!$1") + "%", roll, after, after).query(RollUnits::unit).list();
	}

	/** @param owners ids by identity */
	void insert(long roll, Collection<UnitLine> lines, Map<String, Long> owners, RollIds ids) {
		List<Object[]> units = new ArrayList<>();
		List<Object[]> shares = new ArrayList<>();
		for (var line : lines) {
			var id = ids.next();
			units.add(new Object[] { id, roll, line.code(), line.building(), line.area(), line.use().name(), line.unsold(),
					salt(roll, line.code()), DoorOrder.key(line.code()) });
			shares.addAll(shares(id, line, owners));
		}
		insert(units, shares);
	}

	/** Rows of both tables as they are. */
	void insert(List<Object[]> units, List<Object[]> shares) {
		batches.batchUpdate("insert into roll_unit (id, roll_id, code, building, area, used_as, unsold, salt, door_order) "
				+ "values (?, ?, ?, ?, ?, ?, ?, ?, ?)", units);
		insertShares(shares);
	}

	/** A new one, sealed. */
	String salt(long roll, String code) {
		var salt = new byte[SALT_BYTES];
		RANDOM.nextBytes(salt);
		return vault.sealSalt(roll, code, HexFormat.of().formatHex(salt));
	}

	void change(RollUnit unit, long area) {
		db.sql("update roll_unit set area = ? where id = ?").params(area, unit.id()).update();
	}

	/** Gives the unit to those who stand in the line. */
	void change(RollUnit unit, UnitLine line, Map<String, Long> owners) {
		db.sql("update roll_unit set unsold = ? where id = ?").params(line.unsold(), unit.id()).update();
		db.sql("delete from roll_share where unit_id = ?").param(unit.id()).update();
		insertShares(shares(unit.id(), line, owners));
	}

	void represent(RollUnit unit, long owner) {
		db.sql("update roll_share set representative = case when owner_id = ? then true else false end where unit_id = ?")
				.params(owner, unit.id()).update();
	}

	/** Takes all units and people out of a draft. */
	void clear(long roll) {
		db.sql("delete from roll_share where unit_id in (select id from roll_unit where roll_id = ?)").param(roll).update();
		db.sql("delete from roll_unit where roll_id = ?").param(roll).update();
		db.sql("delete from roll_owner where roll_id = ?").param(roll).update();
	}

	/** In the order people count them: 2幢 before 10幢. */
	List<String> buildings(long roll) {
		return db.sql("select distinct building from roll_unit where roll_id = ?").param(roll).query(String.class).list().stream()
				.sorted(DoorOrder.OF_CODES).toList();
	}

	/** Of the units of a building. */
	Set<String> codes(long roll, String building) {
		return Set.copyOf(db.sql("select code from roll_unit where roll_id = ? and building = ?").params(roll, building).query(String.class).list());
	}

	/** What counts of every unit; people by their id. */
	List<Lot> lots(long roll) {
		Map<Long, List<String>> owners = new HashMap<>();
		Map<Long, String> representatives = new HashMap<>();
		db.sql("select s.unit_id, s.owner_id, s.representative from roll_share s join roll_unit u on u.id = s.unit_id "
				+ "where u.roll_id = ? order by s.unit_id, s.position").param(roll).query(row -> {
					owners.computeIfAbsent(row.getLong(1), none -> new ArrayList<>()).add(row.getString(2));
					if (row.getBoolean(3)) {
						representatives.put(row.getLong(1), row.getString(2));
					}
				});
		return db.sql(SELECT + "where roll_id = ?").param(roll).query(RollUnits::unit).list().stream()
				.map(unit -> new Lot(unit.code(), unit.use(), unit.area(), unit.unsold(), owners.getOrDefault(unit.id(), List.of()),
						representatives.get(unit.id()))).toList();
	}

	private void insertShares(List<Object[]> shares) {
		batches.batchUpdate("insert into roll_share (unit_id, owner_id, position, representative) values (?, ?, ?, ?)", shares);
	}

	private static List<Object[]> shares(long unit, UnitLine line, Map<String, Long> owners) {
		List<Object[]> shares = new ArrayList<>();
		var identities = line.identities();
		for (int i = 0; i < identities.size(); i++) {
			shares.add(new Object[] { unit, owners.get(identities.get(i)), i + 1, i == line.representative() });
		}
		return shares;
	}

	private static RollUnit unit(ResultSet row, int number) throws SQLException {
		return new RollUnit(row.getLong("id"), row.getString("code"), row.getString("building"), row.getLong("area"),
				UnitUse.valueOf(row.getString("used_as")), row.getBoolean("unsold"), row.getObject("head_id", Long.class), row.getString("line_hash"));
	}
}

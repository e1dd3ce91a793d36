package cn.cuobian.votes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.vault.Sha256;

/** The lines a fingerprint is made of, and the published list of their hashes. */
@Component
class RollLines {

	/** By code points, not by any database's alphabet: whoever recomputes the fingerprint needs the same order. */
	private static final Comparator<RollLine> BY_CODE = Comparator.comparing(RollLine::code);
	private static final String SELECT = "select id, code, used_as, area, unsold, salt from roll_unit where roll_id = ? ";

	private final JdbcClient db;
	private final JdbcTemplate batches;
	private final RollOwners owners;
	private final RollVault vault;

	RollLines(JdbcClient db, JdbcTemplate batches, RollOwners owners, RollVault vault) {
		this.db = db;
		this.batches = batches;
		this.owners = owners;
		this.vault = vault;
	}

	/** All lines in the order of the list, with salts and names: for the notices that are handed to the owners. */
	List<RollLine> of(long roll) {
		var names = owners.names(roll);
		Map<Long, List<String>> shares = new HashMap<>();
		db.sql("select s.unit_id, s.owner_id from roll_share s join roll_unit u on u.id = s.unit_id where u.roll_id = ? order by s.unit_id, s.position")
				.param(roll).query(row -> {
					shares.computeIfAbsent(row.getLong(1), none -> new ArrayList<>()).add(names.get(row.getLong(2)));
				});
		return db.sql(SELECT).param(roll).query((row, number) -> new RollLine(row.getLong("id"), row.getString("code"),
				UnitUse.valueOf(row.getString("used_as")), row.getLong("area"), row.getBoolean("unsold"),
				vault.openSalt(roll, row.getString("code"), row.getString("salt")), shares.getOrDefault(row.getLong("id"), List.of())))
				.list().stream().sorted(BY_CODE).toList();
	}

	/** The line of one unit. */
	Optional<RollLine> of(long roll, String code) {
		return db.sql(SELECT + "and code = ?").params(roll, code).query((row, number) -> new RollLine(row.getLong("id"), code,
				UnitUse.valueOf(row.getString("used_as")), row.getLong("area"), row.getBoolean("unsold"),
				vault.openSalt(roll, code, row.getString("salt")),
				owners.ofUnit(row.getLong("id")).stream().map(RollOwner::name).toList())).optional();
	}

	/**
	 * Writes the head and the hash of every line.
	 *
	 * @param heads by the code of the unit; a parking space that does not count has none
	 * @return the fingerprint of the list
	 */
	String seal(long roll, Map<String, Long> heads) {
		var lines = of(roll);
		var hashes = lines.stream().map(RollLine::hash).toList();
		List<Object[]> rows = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			rows.add(new Object[] { heads.get(lines.get(i).code()), hashes.get(i), lines.get(i).unit() });
		}
		batches.batchUpdate("update roll_unit set head_id = ?, line_hash = ? where id = ?", rows);
		return Sha256.hex(list(hashes));
	}

	/** The fingerprint as it comes out of what stands in the roll now; nothing is written. */
	String fingerprint(long roll) {
		return Sha256.hex(list(of(roll).stream().map(RollLine::hash).toList()));
	}

	/** The list as it is published: one hash in each line. Its SHA-256 is the fingerprint. */
	String published(long roll) {
		record Entry(String code, String hash) {
		}
		return list(db.sql("select code, line_hash from roll_unit where roll_id = ? and line_hash is not null").param(roll)
				.query((row, number) -> new Entry(row.getString(1), row.getString(2))).list().stream()
				.sorted(Comparator.comparing(Entry::code)).map(Entry::hash).toList());
	}

	private static String list(List<String> hashes) {
		return String.join("\n", hashes) + "\n";
	}
}

package cn.cuobian.votes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import cn.cuobian.votes.Archive.HeadLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What voting asks of the roll: heads, and the units and owners behind them. */
@Repository
class HeadRows {

	private static final String HEAD = "select h.id, h.no, h.area, h.units, h.kind from roll_head h ";

	private final JdbcClient db;

	HeadRows(JdbcClient db) {
		this.db = db;
	}

	/** @param area in 0.01 m² */
	record Voter(long id, int no, long area, int units, boolean developer) {
	}

	Optional<Voter> find(long id) {
		return db.sql(HEAD + "where h.id = ?").param(id).query(HeadRows::voter).optional();
	}

	List<Voter> of(long rollId) {
		return db.sql(HEAD + "where h.roll_id = ? order by h.no").param(rollId).query(HeadRows::voter).list();
	}

	/** {@code heads.csv} of the archive. */
	List<HeadLine> lines(long rollId) {
		return of(rollId).stream().map(head -> new HeadLine(head.no(), head.developer() ? "DEVELOPER" : "OWNER", head.area(), head.units())).toList();
	}

	/** Area by the number of the head. */
	Map<Integer, Long> areas(long rollId) {
		var areas = new HashMap<Integer, Long>();
		of(rollId).forEach(head -> areas.put(head.no(), head.area()));
		return areas;
	}

	/** Heads with a ballot in the box, and their area. */
	Weight voted(long voteId) {
		return db.sql("select coalesce(sum(h.area), 0), count(*) from cast_mark m join roll_head h on h.id = m.head_id where m.vote_id = ?")
				.param(voteId).query((row, n) -> new Weight(row.getLong(1), row.getInt(2))).single();
	}

	/** Those without a ballot in the box, in the order of the roll, after the given number. */
	List<Voter> missing(long voteId, long rollId, int after, int most) {
		return db.sql(HEAD + "where h.roll_id = ? and h.no > ? and not exists (select 1 from cast_mark m where m.vote_id = ? and m.head_id = h.id)"
				+ " order by h.no fetch first " + most + " rows only").params(rollId, after, voteId).query(HeadRows::voter).list();
	}

	/** Codes of the head's units, in the order of doors. */
	List<String> units(long headId) {
		return db.sql("select code from roll_unit where head_id = ? order by door_order, code").param(headId).query(String.class).list();
	}

	/** The same of many heads. */
	Map<Long, List<String>> units(Collection<Long> headIds) {
		var units = new HashMap<Long, List<String>>();
		if (!headIds.isEmpty()) {
			db.sql("select head_id, code from roll_unit where head_id in (:heads) order by door_order, code").param("heads", headIds)
					.query(row -> {
						units.computeIfAbsent(row.getLong(1), none -> new ArrayList<>()).add(row.getString(2));
					});
		}
		return units;
	}

	/** Who casts the head's ballot and left a mail address: its representative, or its only owner. */
	Optional<Long> mailedVoter(long headId) {
		return db.sql("select o.id from roll_head h join roll_owner o on o.id = h.representative_owner_id where h.id = ? and o.mail_sealed is not null")
				.param(headId).query(Long.class).optional();
	}

	/** All co-owners of the head's units who left a mail address. */
	List<Long> mailedOwners(long headId) {
		return db.sql("""
				select distinct o.id from roll_unit u join roll_share s on s.unit_id = u.id join roll_owner o on o.id = s.owner_id
				where u.head_id = ? and o.mail_sealed is not null order by o.id""").param(headId).query(Long.class).list();
	}

	private static Voter voter(ResultSet row, int number) throws SQLException {
		return new Voter(row.getLong(1), row.getInt(2), row.getLong(3), row.getInt(4), row.getString(5).equals("DEVELOPER"));
	}
}

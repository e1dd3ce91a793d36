package cn.cuobian.votes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.refusals.Refusal;

/** The voters of a frozen roll. */
@Component
class RollHeads {

	private final JdbcClient db;
	private final JdbcTemplate batches;
	private final RollUse use;

	RollHeads(JdbcClient db, JdbcTemplate batches, RollUse use) {
		this.db = db;
		this.batches = batches;
		this.use = use;
	}

	private record Kept(long id, int no) {
	}

	/**
	 * Writes the heads. A head that was there keeps its id and its number; a new one gets the next number, and the number
	 * of one that is gone is not given again.
	 *
	 * @throws Refusal 422 if a head that is gone holds a ballot
	 */
	void write(long roll, Heads heads, Map<String, Long> units) {
		var kept = kept(roll);
		var ids = new RollIds(db);
		int last = kept.values().stream().mapToInt(Kept::no).max().orElse(0);
		List<Object[]> added = new ArrayList<>();
		List<Object[]> changed = new ArrayList<>();
		List<Object[]> members = new ArrayList<>();
		Set<String> buyers = new HashSet<>();
		for (var head : heads.all()) {
			var old = kept.get(head.buyer());
			var id = old == null ? ids.next() : old.id();
			if (old == null) {
				added.add(new Object[] { id, roll, ++last, head.kind().name(), head.buyer(), head.area(), head.lots().size(), representative(head) });
			} else {
				changed.add(new Object[] { head.area(), head.lots().size(), representative(head), id });
			}
			buyers.add(head.buyer());
			head.lots().forEach(lot -> members.add(new Object[] { id, units.get(lot.code()) }));
		}
		batches.batchUpdate("insert into roll_head (id, roll_id, no, kind, buyer, area, units, representative_owner_id) values (?, ?, ?, ?, ?, ?, ?, ?)", added);
		batches.batchUpdate("update roll_head set area = ?, units = ?, representative_owner_id = ? where id = ?", changed);
		db.sql("update roll_unit set head_id = null where roll_id = ? and head_id is not null").param(roll).update();
		batches.batchUpdate("update roll_unit set head_id = ? where id = ?", members);
		kept.keySet().removeAll(buyers);
		kept.values().forEach(this::remove);
	}

	private Map<String, Kept> kept(long roll) {
		Map<String, Kept> kept = new HashMap<>();
		db.sql("select id, no, buyer from roll_head where roll_id = ?").param(roll).query(row -> {
			kept.put(row.getString("buyer"), new Kept(row.getLong("id"), row.getInt("no")));
		});
		return kept;
	}

	private void remove(Kept head) {
		use.requireNoBallot(head.id(), head.no());
		db.sql("delete from roll_head where id = ?").param(head.id()).update();
	}

	private static Long representative(Head head) {
		return head.representative() == null ? null : Long.valueOf(head.representative());
	}
}

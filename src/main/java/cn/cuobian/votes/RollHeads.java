package cn.cuobian.votes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.refusals.Refusal;

/** The voters of a frozen roll. */
@Component
class RollHeads {

	private final JdbcClient db;
	private final JdbcTemplate batches;
	private final RollRows rolls;
	private final RollUse use;

	RollHeads(JdbcClient db, JdbcTemplate batches, RollRows rolls, RollUse use) {
		this.db = db;
		this.batches = batches;
		this.rolls = rolls;
		this.use = use;
	}

	private record Kept(long id, int no) {
	}

	/**
	 * Writes the heads. A head that was there keeps its id and its number; a new one gets the next number in the order of
	 * doors, and the number of one that is gone is not given again.
	 *
	 * @return the head of each unit that counts, by the unit's code
	 */
	Map<String, Long> write(long roll, Heads heads) {
		var kept = kept(roll);
		var ids = new RollIds(db);
		int last = rolls.lastNo(roll);
		List<Object[]> added = new ArrayList<>();
		List<Object[]> changed = new ArrayList<>();
		Map<String, Long> members = new HashMap<>();
		for (var head : heads.byDoor()) {
			var old = kept.get(head.buyer());
			var id = old == null ? ids.next() : old.id();
			if (old == null) {
				added.add(new Object[] { id, roll, ++last, head.kind().name(), head.buyer(), head.area(), head.lots().size(),
						representative(head) });
			} else {
				changed.add(new Object[] { head.area(), head.lots().size(), representative(head), id });
			}
			head.lots().forEach(lot -> members.put(lot.code(), id));
		}
		rolls.lastNo(roll, last);
		batches.batchUpdate("insert into roll_head (id, roll_id, no, kind, buyer, area, units, representative_owner_id) "
				+ "values (?, ?, ?, ?, ?, ?, ?, ?)", added);
		batches.batchUpdate("update roll_head set area = ?, units = ?, representative_owner_id = ? where id = ?", changed);
		return members;
	}

	/**
	 * Takes out the heads that have no unit any more.
	 *
	 * @throws Refusal 422 if one of them holds a ballot
	 */
	void removeEmpty(long roll) {
		db.sql("select id, no from roll_head where roll_id = ? and not exists (select 1 from roll_unit where head_id = roll_head.id)").param(roll)
				.query((row, number) -> new Kept(row.getLong("id"), row.getInt("no"))).list().forEach(this::remove);
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

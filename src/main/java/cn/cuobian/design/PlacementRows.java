package cn.cuobian.design;

import java.sql.Timestamp;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code design_placement}: as long as the draft is drawn on, the latest word holds. */
@Repository
class PlacementRows {

	private final JdbcClient db;

	PlacementRows(JdbcClient db) {
		this.db = db;
	}

	List<Placement> of(long draft) {
		return db.sql("select model, element, target, person, at from design_placement where draft = ? order by model, element").param(draft)
				.query((row, n) -> new Placement(row.getString("model"), row.getString("element"), row.getString("target"), row.getLong("person"),
						row.getTimestamp("at").toInstant())).list();
	}

	void put(long draft, Placement placement) {
		remove(draft, placement.model(), placement.element());
		db.sql("insert into design_placement (draft, model, element, target, person, at) values (?, ?, ?, ?, ?, ?)").params(draft,
				placement.model(), placement.element(), placement.target(), placement.person(), Timestamp.from(placement.at())).update();
	}

	void remove(long draft, String model, String element) {
		db.sql("delete from design_placement where draft = ? and model = ? and element = ?").params(draft, model, element).update();
	}
}

package cn.cuobian.dispute;

import cn.cuobian.dispute.Dispute.Convenor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code dispute}: one row per matter on the 37℃ method. */
@Repository
class Disputes {

	private final JdbcClient db;

	Disputes(JdbcClient db) {
		this.db = db;
	}

	/** Nothing happens if it has begun already. */
	void begin(long matterId) {
		db.sql("""
				insert into dispute (matter_id, convenor, dissatisfied)
				select m.id, 'BRANCH', 0 from matter m
				where m.id = ? and not exists (select 1 from dispute d where d.matter_id = m.id)""").param(matterId).update();
	}

	Dispute of(long matterId) {
		return db.sql("select matter_id, convenor, dissatisfied, follow_up_person from dispute where matter_id = ?")
				.param(matterId).query((rs, n) -> new Dispute(rs.getLong("matter_id"), Convenor.valueOf(rs.getString("convenor")),
						rs.getInt("dissatisfied"), rs.getObject("follow_up_person", Long.class))).single();
	}

	void convenes(long matterId, Convenor convenor) {
		db.sql("update dispute set convenor = ? where matter_id = ?").params(convenor.name(), matterId).update();
	}

	void dissatisfied(long matterId) {
		db.sql("update dispute set dissatisfied = dissatisfied + 1 where matter_id = ?").param(matterId).update();
	}

	void follows(long matterId, long personId) {
		db.sql("update dispute set follow_up_person = ? where matter_id = ?").params(personId, matterId).update();
	}
}

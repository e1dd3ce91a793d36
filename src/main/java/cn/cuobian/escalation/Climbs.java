package cn.cuobian.escalation;

import cn.cuobian.matters.Tier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code climb}: one row per matter on the ladder. */
@Repository
class Climbs {

	private final JdbcClient db;

	Climbs(JdbcClient db) {
		this.db = db;
	}

	void begin(Climb climb) {
		db.sql("insert into climb (matter_id, talk, tier) values (?, ?, ?)")
				.params(climb.matterId(), climb.talk().name(), climb.tier().name()).update();
	}

	Climb of(long matterId) {
		return db.sql("select matter_id, talk, tier from climb where matter_id = ?").param(matterId)
				.query((rs, n) -> new Climb(rs.getLong("matter_id"), Talk.valueOf(rs.getString("talk")), Tier.valueOf(rs.getString("tier")))).single();
	}

	void stands(long matterId, Tier tier) {
		db.sql("update climb set tier = ? where matter_id = ?").params(tier.name(), matterId).update();
	}
}

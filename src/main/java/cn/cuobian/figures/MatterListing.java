package cn.cuobian.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Matters reported in the period. Titles and words stay in the house: residents write names and numbers into them. */
@Component
class MatterListing extends Listing {

	MatterListing(JdbcClient db) {
		super(db);
	}

	@Override
	String name() {
		return "matters";
	}

	@Override
	List<String> columns() {
		return List.of("number", "place", "kind", "channel", "scope", "urgent", "tier", "state", "reported", "answered", "closed",
				"rating", "reopened");
	}

	@Override
	String sql() {
		return """
				select m.id, m.number, m.place_code, m.kind, m.channel, m.scope, m.urgent, m.tier, m.state, m.reported_at, m.answered_at,
				  m.closed_at, m.rating, m.reopened_at from matter m join place p on p.code = m.place_code
				where m.id > :after and left(p.path, :length) = :path and m.reported_at >= :from and m.reported_at < :to order by m.id""";
	}

	@Override
	Object[] cells(ResultSet row) throws SQLException {
		return new Object[] { row.getString("number"), row.getString("place_code"), row.getString("kind"), row.getString("channel"),
				row.getString("scope"), row.getBoolean("urgent") ? 1 : 0, row.getString("tier"), row.getString("state"),
				time(row, "reported_at"), time(row, "answered_at"), time(row, "closed_at"), row.getObject("rating", Integer.class),
				time(row, "reopened_at") };
	}
}

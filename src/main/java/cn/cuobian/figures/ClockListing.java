package cn.cuobian.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Clocks that began in the period, running or not. */
@Component
class ClockListing extends Listing {

	ClockListing(JdbcClient db) {
		super(db);
	}

	@Override
	String name() {
		return "clocks";
	}

	@Override
	List<String> columns() {
		return List.of("subject", "limit", "place", "model", "element", "started", "due", "clock-state", "ended", "used", "extended");
	}

	@Override
	String sql() {
		return """
				select c.id, c.subject, c.code, c.place, c.model_key, c.element_id, c.started, c.due, c.paused_since, c.state, c.ended,
				  c.used_permille, c.extra from clock c join place p on p.code = c.place
				where c.id > :after and left(p.path, :length) = :path and c.started >= :from and c.started < :to order by c.id""";
	}

	@Override
	Object[] cells(ResultSet row) throws SQLException {
		return new Object[] { row.getString("subject"), row.getString("code"), row.getString("place"), row.getString("model_key"),
				row.getString("element_id"), time(row, "started"), due(row, "due"), row.getString("state"), time(row, "ended"),
				row.getObject("used_permille", Integer.class), row.getInt("extra") };
	}
}

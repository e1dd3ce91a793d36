package cn.cuobian.figures;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The record of who took what out of the house. */
@Repository
class ExportRows {

	private static final int SHOWN = 30;

	private final JdbcClient db;
	private final Clock clock;

	ExportRows(JdbcClient db, Clock clock) {
		this.db = db;
		this.clock = clock;
	}

	/** @param rowCount null if the file was not written to its end */
	record Taken(Instant at, String person, String what, String place, String since, String until, Long rowCount) {
	}

	/** Written before the first byte leaves. */
	long begin(long person, String what, String place, Period period) {
		var key = new GeneratedKeyHolder();
		db.sql("insert into figures_export (at, by_person, what, place, since, until) values (?, ?, ?, ?, ?, ?)")
				.params(Timestamp.from(clock.instant()), person, what, place, period.since().toString(), period.until().toString())
				.update(key, "id");
		return key.getKeyAs(Number.class).longValue();
	}

	void finished(long id, long rows) {
		db.sql("update figures_export set row_count = ? where id = ?").params(rows, id).update();
	}

	/** The last ones of a place and all below it. */
	List<Taken> latest(String path) {
		return db.sql("""
				select e.at, n.name person, e.what, e.place, e.since, e.until, e.row_count from figures_export e
				join place p on p.code = e.place join person n on n.id = e.by_person
				where left(p.path, ?) = ? order by e.at desc, e.id desc fetch first %d rows only""".formatted(SHOWN))
				.params(path.length(), path)
				.query((row, i) -> new Taken(row.getTimestamp("at").toInstant(), row.getString("person"), row.getString("what"),
						row.getString("place"), row.getString("since"), row.getString("until"), row.getObject("row_count", Long.class)))
				.list();
	}
}

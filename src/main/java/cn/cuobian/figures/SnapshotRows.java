package cn.cuobian.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code kpi_snapshot}: rows are added and never changed. */
@Repository
class SnapshotRows {

	private static final String MEASURES = Arrays.stream(Measure.values()).map(Measure::column).collect(Collectors.joining(", "));
	private static final String COLUMNS = "edition, " + MEASURES + ", handled, median_days, p90_days, made_at, reason";

	private final JdbcClient db;

	SnapshotRows(JdbcClient db) {
		this.db = db;
	}

	/** The newest edition. */
	Optional<Snapshot> find(YearMonth month, String place) {
		return db.sql("select " + COLUMNS + " from kpi_snapshot where of_month = ? and place = ? order by edition desc fetch first 1 rows only")
				.params(month.toString(), place).query(SnapshotRows::snapshot).optional();
	}

	boolean isFrozen(YearMonth month) {
		return db.sql("select place from kpi_snapshot where of_month = ? fetch first 1 rows only").param(month.toString())
				.query(String.class).optional().isPresent();
	}

	/** @param by null for the monthly job */
	void add(YearMonth month, String place, Snapshot snapshot, Long by) {
		var kpi = snapshot.kpi();
		var insert = db.sql("insert into kpi_snapshot (of_month, place, made_by, " + COLUMNS + ") values (:month, :place, :by, :edition, "
				+ Arrays.stream(Measure.values()).map(measure -> ":" + measure.name()).collect(Collectors.joining(", "))
				+ ", :handled, :median, :p90, :at, :reason)");
		for (Measure measure : Measure.values()) {
			insert = insert.param(measure.name(), kpi.of(measure));
		}
		insert.param("month", month.toString()).param("place", place).param("by", by).param("edition", snapshot.edition())
				.param("handled", kpi.handled()).param("median", kpi.medianDays()).param("p90", kpi.p90Days())
				.param("at", Timestamp.from(snapshot.madeAt())).param("reason", snapshot.reason()).update();
	}

	private static Snapshot snapshot(ResultSet row, int number) throws SQLException {
		Map<Measure, Long> counts = new EnumMap<>(Measure.class);
		for (Measure measure : Measure.values()) {
			counts.put(measure, row.getLong(measure.column()));
		}
		var kpi = new Kpi(counts, row.getInt("handled"), row.getObject("median_days", Integer.class), row.getObject("p90_days", Integer.class));
		Instant made = row.getTimestamp("made_at").toInstant();
		return new Snapshot(row.getInt("edition"), kpi, made, row.getString("reason"));
	}
}

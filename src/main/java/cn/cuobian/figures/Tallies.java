package cn.cuobian.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

import cn.cuobian.clocks.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts a month, place by place, from what the rooms below wrote down. */
@Repository
class Tallies {

	private static final String WITHIN = " join place p on p.code = %s where left(p.path, :length) = :path";
	private static final String DURING = " and %1$s >= :from and %1$s < :to";
	/** What was raised after a deadline passed, with nothing done in between, was raised by time. */
	private static final String BY_TIME = """
			exists (select 1 from matter_event t where t.matter_id = e.matter_id and t.seq < e.seq and t.kind = 'NOTED'
			  and t.payload like '%"note":"timed-out.%' and not exists (select 1 from matter_event b
			    where b.matter_id = e.matter_id and b.seq > t.seq and b.seq < e.seq and b.kind in ('RAISED', 'COMPLETED')))""";

	private final JdbcClient db;
	private final WorkingCalendar calendar;

	Tallies(JdbcClient db, WorkingCalendar calendar) {
		this.db = db;
		this.calendar = calendar;
	}

	/** By code of the place where it happened, for a place and all below it. */
	Map<String, Tally> of(YearMonth month, String path) {
		var counted = new Counted(month, path, new HashMap<>());
		matters(counted, Measure.RECEIVED, "m.reported_at", "");
		matters(counted, Measure.CLOSED, "m.closed_at", " and m.state = 'CLOSED'");
		matters(counted, Measure.REOPENED, "m.reopened_at", "");
		ratings(counted);
		raised(counted);
		clocks(counted);
		entries(counted, Measure.EXTENSIONS, "EXTENDED");
		entries(counted, Measure.PAUSES, "PAUSED");
		handling(counted);
		return counted.tallies();
	}

	private record Counted(YearMonth month, String path, Map<String, Tally> tallies) {

		Tally at(ResultSet row) throws SQLException {
			return tallies.computeIfAbsent(row.getString("place"), none -> new Tally());
		}
	}

	private void matters(Counted counted, Measure measure, String when, String which) {
		read("select p.code place, count(*) n from matter m" + WITHIN.formatted("m.place_code") + DURING.formatted(when) + which
				+ " group by p.code", counted, (row, tally) -> tally.count(measure, row.getLong("n")));
	}

	private void ratings(Counted counted) {
		read("select p.code place, count(*) n, sum(m.rating) points, sum(case when m.rating >= 4 then 1 else 0 end) good from matter m"
				+ WITHIN.formatted("m.place_code") + DURING.formatted("m.rated_at") + " group by p.code", counted, (row, tally) -> {
					tally.count(Measure.RATINGS, row.getLong("n"));
					tally.count(Measure.RATING_POINTS, row.getLong("points"));
					tally.count(Measure.RATINGS_GOOD, row.getLong("good"));
				});
	}

	private void raised(Counted counted) {
		read("select r.place, r.timed, count(*) n from (select p.code place, case when " + BY_TIME + " then 1 else 0 end timed"
				+ " from matter_event e join matter m on m.id = e.matter_id" + WITHIN.formatted("m.place_code") + DURING.formatted("e.at")
				+ " and e.kind = 'RAISED') r group by r.place, r.timed", counted,
				(row, tally) -> tally.count(row.getInt("timed") == 1 ? Measure.RAISED_BY_TIME : Measure.RAISED_BY_HAND, row.getLong("n")));
	}

	/** Cancelled clocks measure nobody's work and are left out. */
	private void clocks(Counted counted) {
		read("select p.code place, count(*) n, sum(case when c.state = 'MET' then 1 else 0 end) met from clock c"
				+ WITHIN.formatted("c.place") + DURING.formatted("c.ended") + " and c.state in ('MET', 'EXPIRED') group by p.code", counted,
				(row, tally) -> {
					tally.count(Measure.CLOCKS_ENDED, row.getLong("n"));
					tally.count(Measure.CLOCKS_IN_TIME, row.getLong("met"));
				});
	}

	private void entries(Counted counted, Measure measure, String kind) {
		read("select p.code place, count(*) n from clock_entry e join clock c on c.id = e.clock_id" + WITHIN.formatted("c.place")
				+ DURING.formatted("e.at") + " and e.kind = '" + kind + "' group by p.code", counted,
				(row, tally) -> tally.count(measure, row.getLong("n")));
	}

	private void handling(Counted counted) {
		read("select p.code place, m.reported_at, m.answered_at from matter m" + WITHIN.formatted("m.place_code")
				+ DURING.formatted("m.closed_at") + " and m.state = 'CLOSED' and m.answered_at is not null", counted,
				(row, tally) -> tally.took(calendar.workingDaysBetween(day(row, "reported_at"), day(row, "answered_at"))));
	}

	private interface Counting {

		void count(ResultSet row, Tally tally) throws SQLException;
	}

	private void read(String sql, Counted counted, Counting counting) {
		db.sql(sql).param("path", counted.path()).param("length", counted.path().length())
				.param("from", start(counted.month())).param("to", start(counted.month().plusMonths(1)))
				.query((ResultSet row) -> counting.count(row, counted.at(row)));
	}

	private static LocalDate day(ResultSet row, String column) throws SQLException {
		return row.getTimestamp(column).toInstant().atZone(WorkingCalendar.ZONE).toLocalDate();
	}

	private static Timestamp start(YearMonth month) {
		return Timestamp.from(month.atDay(1).atStartOfDay(WorkingCalendar.ZONE).toInstant());
	}
}

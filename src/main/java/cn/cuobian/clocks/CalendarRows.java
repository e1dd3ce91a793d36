package cn.cuobian.clocks;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code calendar_…}. */
@Repository
class CalendarRows {

	private final JdbcClient db;
	private final JdbcOperations batches;

	CalendarRows(JdbcClient db, JdbcOperations batches) {
		this.db = db;
		this.batches = batches;
	}

	long edition() {
		return db.sql("select edition from calendar_edition").query(Long.class).single();
	}

	/** What the library knows, with what was loaded and edited above it. */
	KnownDays known() {
		var days = days("select on_day, worked, name from calendar_day", List.of());
		var known = KnownDays.NOTICES;
		for (int year : db.sql("select of_year from calendar_year order by of_year").query(Integer.class).list()) {
			known = known.withYear(year, Map.of());
		}
		return known.withDays(worked(days));
	}

	/** The names of the days that were loaded or edited. */
	Map<LocalDate, CalendarFile.Day> named(int year) {
		return days("select on_day, worked, name from calendar_day where on_day >= ? and on_day < ?",
				List.of(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)));
	}

	long draft(CalendarChange change, Map<LocalDate, CalendarFile.Day> days, Instant now) {
		long id = db.sql("select nextval('calendar_change_seq')").query(Long.class).single();
		db.sql("insert into calendar_change (id, of_year, place, source, reason, by_person, drafted, edition) values (?, ?, ?, ?, ?, ?, ?, ?)")
				.params(id, change.year(), change.place(), change.source(), change.reason(), change.by(), Timestamp.from(now), change.edition())
				.update();
		batches.batchUpdate("insert into calendar_change_day (change_id, on_day, worked, name) values (?, ?, ?, ?)",
				days.entrySet().stream().map(each -> new Object[] { id, each.getKey(), each.getValue().worked(),
						each.getValue().name() }).toList());
		return id;
	}

	Optional<CalendarChange> change(long id) {
		return db.sql("select id, of_year, place, source, reason, by_person, edition, applied from calendar_change where id = ?").param(id)
				.query((rs, n) -> new CalendarChange(rs.getLong("id"), rs.getObject("of_year", Integer.class), rs.getString("place"),
						rs.getString("source"), rs.getString("reason"), rs.getLong("by_person"), rs.getLong("edition"), rs.getTimestamp("applied") != null))
				.optional();
	}

	Map<LocalDate, CalendarFile.Day> daysOf(long change) {
		return days("select on_day, worked, name from calendar_change_day where change_id = ?", List.of(change));
	}

	/** @return false if the calendar is another one than the change was shown against */
	boolean apply(CalendarChange change, Map<LocalDate, CalendarFile.Day> days, Instant now) {
		if (db.sql("update calendar_edition set edition = edition + 1 where edition = ?").param(change.edition()).update() == 0) {
			return false;
		}
		if (change.year() != null) {
			db.sql("delete from calendar_day where on_day >= ? and on_day < ?")
					.params(LocalDate.of(change.year(), 1, 1), LocalDate.of(change.year() + 1, 1, 1)).update();
			db.sql("delete from calendar_year where of_year = ?").param(change.year()).update();
			db.sql("insert into calendar_year (of_year, source) values (?, ?)").params(change.year(), change.source()).update();
		}
		batches.batchUpdate("delete from calendar_day where on_day = ?", days.keySet().stream().map(day -> new Object[] { day }).toList());
		batches.batchUpdate("insert into calendar_day (on_day, worked, name) values (?, ?, ?)", days.entrySet().stream()
				.map(each -> new Object[] { each.getKey(), each.getValue().worked(), each.getValue().name() }).toList());
		db.sql("update calendar_change set applied = ? where id = ?").params(Timestamp.from(now), change.id()).update();
		return true;
	}

	static Map<LocalDate, Boolean> worked(Map<LocalDate, CalendarFile.Day> days) {
		var worked = new HashMap<LocalDate, Boolean>();
		days.forEach((day, said) -> worked.put(day, said.worked()));
		return worked;
	}

	private Map<LocalDate, CalendarFile.Day> days(String sql, List<?> params) {
		var days = new TreeMap<LocalDate, CalendarFile.Day>();
		db.sql(sql).params(params).query(row -> {
			days.put(row.getObject("on_day", LocalDate.class), new CalendarFile.Day(row.getBoolean("worked"), row.getString("name")));
		});
		return days;
	}
}

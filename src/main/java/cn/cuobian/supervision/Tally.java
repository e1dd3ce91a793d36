package cn.cuobian.supervision;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.nodes.AtCommit;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many clocks are due on each day in each place and everything below it. A change is added as a row of the place where it
 * happened, never counted up in one: those who work side by side do not wait for each other. One round counts these rows into the sums of
 * the places above, another makes one of a day's sums; a reader adds up both, in one look, so that neither round is ever seen.
 */
@Component
class Tally {

	/** The day on which paused clocks are due. */
	static final LocalDate PAUSED = dayOf(Clocks.NEVER);
	private static final int AT_ONCE = 20_000;

	private final JdbcClient db;
	private final JdbcOperations batches;
	private final Places places;
	private final AtCommit<Change> changes = new AtCommit<>(this::write);

	Tally(JdbcClient db, JdbcOperations batches, Places places) {
		this.db = db;
		this.batches = batches;
		this.places = places;
	}

	/** So many clocks more, or less, due on the day in the place. */
	record Change(String place, LocalDate day, int delta) {

		private Change in(Place above) {
			return new Change(above.code(), day, delta);
		}

		private Change and(Change other) {
			return new Change(place, day, delta + other.delta);
		}

		private Object[] row() {
			return new Object[] { place, Date.valueOf(day), delta };
		}
	}

	/** The last day on which it is in time. */
	static LocalDate dayOf(Instant due) {
		return due.equals(Clocks.NEVER) ? LocalDate.of(9999, 12, 31)
				: due.minusNanos(1).atZone(WorkingCalendar.ZONE).toLocalDate();
	}

	/** Written before the commit: what comes and goes on one day within one act is no row. */
	void add(Collection<Change> more) {
		changes.add(more);
	}

	private void write(Collection<Change> all) {
		batches.batchUpdate("insert into watch_tally_change (id, place, due_on, delta) values (nextval('watch_tally_change_seq'), ?, ?, ?)",
				sums(all.stream()));
	}

	private static List<Object[]> sums(Stream<Change> all) {
		var sums = new TreeMap<String, Change>();
		all.forEach(change -> sums.merge(change.place() + "|" + change.day(), change, Change::and));
		return sums.values().stream().filter(change -> change.delta() != 0).map(Change::row).toList();
	}

	/** Clocks by their day, of one place and everything below it. */
	Map<LocalDate, Integer> of(String place) {
		return of(List.of(place)).getOrDefault(place, Map.of());
	}

	/** The same of several places, in one look; a place without clocks is absent. */
	Map<String, Map<LocalDate, Integer>> of(Collection<String> places) {
		var wanted = Set.copyOf(places);
		var days = new HashMap<String, Map<LocalDate, Integer>>();
		if (!wanted.isEmpty()) {
			db.sql("""
					select true as summed, place, due_on, sum(delta) as clocks from watch_tally where place in (:places) group by place, due_on
					union all
					select false, place, due_on, sum(delta) from watch_tally_change group by place, due_on""")
					.param("places", wanted).query(row -> {
						var change = change(row, "clocks");
						(row.getBoolean("summed") ? Stream.of(change) : above(change).filter(each -> wanted.contains(each.place())))
								.forEach(each -> days.computeIfAbsent(each.place(), place -> new TreeMap<>()).merge(each.day(), each.delta(), Integer::sum));
					});
		}
		return days;
	}

	private Stream<Change> above(Change change) {
		return places.lineage(change.place()).stream().map(change::in);
	}

	/** Few rows wait for this: everybody who looks at a board goes through all of them. */
	@Scheduled(cron = "${cuobian.board.sum:*/10 * * * * *}")
	@Transactional
	void sumUp() {
		sumAgain(taken("watch_tally_change", "").flatMap(this::above));
	}

	@Scheduled(cron = "${cuobian.board.fold:35 * * * * *}")
	@Transactional
	void fold() {
		sumAgain(taken("watch_tally", " where (place, due_on) in (select place, due_on from watch_tally group by place, due_on having count(*) > 1)"));
	}

	private void sumAgain(Stream<Change> rows) {
		batches.batchUpdate("insert into watch_tally (id, place, due_on, delta) values (nextval('watch_tally_seq'), ?, ?, ?)", sums(rows));
	}

	/** Rows out of the table, except those another node has in hand. */
	private Stream<Change> taken(String table, String which) {
		var rows = db.sql("select id, place, due_on, delta from " + table + which + " order by id fetch first " + AT_ONCE
				+ " rows only for update skip locked").query((row, n) -> Map.entry(row.getLong("id"), change(row, "delta"))).list();
		if (!rows.isEmpty()) {
			db.sql("delete from " + table + " where id = any (?)").param(new SqlArrayValue("bigint", rows.stream().map(Map.Entry::getKey).toArray())).update();
		}
		return rows.stream().map(Map.Entry::getValue);
	}

	private static Change change(ResultSet row, String delta) throws SQLException {
		return new Change(row.getString("place"), row.getObject("due_on", LocalDate.class), row.getInt(delta));
	}

	/** What a clock of the place that was due at one instant and is now due at another changes; null if it was not, or is not any more, there. */
	static List<Change> moved(String place, Instant from, Instant to) {
		var all = new ArrayList<Change>();
		if (from != null) {
			all.add(new Change(place, dayOf(from), -1));
		}
		if (to != null) {
			all.add(new Change(place, dayOf(to), 1));
		}
		return all;
	}
}

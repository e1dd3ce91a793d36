package cn.cuobian.supervision;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.nodes.AtCommit;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many clocks are due on each day in each place and everything below it. Changes are added as rows, never counted up in
 * one: those who work side by side do not wait for each other. A round folds the rows of a day into one.
 */
@Component
class Tally {

	/** The day on which paused clocks are due. */
	static final LocalDate PAUSED = dayOf(Clocks.NEVER);
	private static final int FOLDED = 20_000;

	private final JdbcClient db;
	private final JdbcOperations batches;
	private final AtCommit<Change> changes = new AtCommit<>(this::write);

	Tally(JdbcClient db, JdbcOperations batches) {
		this.db = db;
		this.batches = batches;
	}

	/** One clock more, or one less, due at the instant in the place. */
	record Change(String place, LocalDate day, int delta) {
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
		var sums = new TreeMap<String, Change>();
		all.forEach(change -> sums.merge(change.place() + "|" + change.day(), change,
				(one, other) -> new Change(one.place(), one.day(), one.delta() + other.delta())));
		var rows = sums.values().stream().filter(change -> change.delta() != 0)
				.map(change -> new Object[] { change.place(), Date.valueOf(change.day()), change.delta() }).toList();
		batches.batchUpdate("insert into watch_tally (id, place, due_on, delta) values (nextval('watch_tally_seq'), ?, ?, ?)", rows);
	}

	/** Clocks by their day, of one place and everything below it. */
	Map<LocalDate, Integer> of(String place) {
		return of(List.of(place)).getOrDefault(place, Map.of());
	}

	/** The same of several places, in one look; a place without clocks is absent. */
	Map<String, Map<LocalDate, Integer>> of(Collection<String> places) {
		var days = new HashMap<String, Map<LocalDate, Integer>>();
		if (!places.isEmpty()) {
			db.sql("select place, due_on, sum(delta) as clocks from watch_tally where place in (:places) group by place, due_on")
					.param("places", places).query(row -> {
						days.computeIfAbsent(row.getString("place"), place -> new TreeMap<>())
								.put(row.getObject("due_on", LocalDate.class), row.getInt("clocks"));
					});
		}
		return days;
	}

	/** What this does is seen at once or not at all: sums are the same before, meanwhile and afterwards. */
	@Scheduled(cron = "${cuobian.board.fold:30 * * * * *}")
	@Transactional
	void fold() {
		var rows = db.sql("select id, place, due_on, delta from watch_tally where (place, due_on) in (select place, due_on from watch_tally"
				+ " group by place, due_on having count(*) > 1) order by id fetch first " + FOLDED + " rows only for update skip locked")
				.query((rs, n) -> new Folded(rs.getLong("id"), new Change(rs.getString("place"), rs.getObject("due_on", LocalDate.class),
						rs.getInt("delta")))).list();
		var removed = new ArrayList<Object[]>();
		rows.forEach(row -> removed.add(new Object[] { row.id() }));
		batches.batchUpdate("delete from watch_tally where id = ?", removed);
		add(rows.stream().map(Folded::change).toList());
	}

	private record Folded(long id, Change change) {
	}

	static List<Change> moved(Collection<String> places, Instant from, Instant to) {
		var all = new ArrayList<Change>();
		for (var place : places) {
			if (from != null) {
				all.add(new Change(place, dayOf(from), -1));
			}
			if (to != null) {
				all.add(new Change(place, dayOf(to), 1));
			}
		}
		return all;
	}
}

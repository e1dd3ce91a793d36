package cn.cuobian.worklist;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.cuobian.territory.Places;
import cn.cuobian.worklist.WorkFilter.Due;
import cn.cuobian.worklist.WorkFilter.Sort;

/**
 * Reads pages of open tasks. Each lane is read in index order and cut to a page before the lanes are merged, so a page
 * costs the same with ten open tasks and with a million. The database merges and compares, for it alone knows its order
 * of texts.
 */
@Repository
class WorkPages {

	private final JdbcClient jdbc;
	private final Places places;
	private final Clock clock;

	WorkPages(JdbcClient jdbc, Places places, Clock clock) {
		this.jdbc = jdbc;
		this.places = places;
		this.clock = clock;
	}

	List<WorkItem> read(List<Lane> lanes, WorkFilter filter, long personId, Optional<Cursor> after, int size) {
		if (lanes.isEmpty()) {
			return List.of();
		}
		var reading = new Reading(filter, personId, after, size, Beginning.of(filter.text(), jdbc));
		var parameters = new ArrayList<Object>();
		var sql = merged(lanes, reading, parameters);
		var way = filter.sort() == Sort.NEWEST ? " desc" : "";
		var order = " order by x.place" + way + ", x.task_id" + way;
		// the left join says where to begin: with an inner one H2 may walk through every task and look for it in the page
		return jdbc.sql("select " + WorkRows.COLUMNS + " from (select x.task_id, x.place from (" + sql + ") x"
				+ order + first(size) + ") x left join work_item w on w.task_id = x.task_id" + order)
			.params(parameters).query(WorkRows::item).list();
	}

	/** How many there are, counted no further than {@code most}. */
	int count(List<Lane> lanes, WorkFilter filter, long personId, int most) {
		if (lanes.isEmpty()) {
			return 0;
		}
		var reading = new Reading(filter, personId, Optional.empty(), most, Beginning.of(filter.text(), jdbc));
		var parameters = new ArrayList<Object>();
		var sql = merged(lanes, reading, parameters);
		var found = jdbc.sql("select count(*) from (" + sql + ") x").params(parameters).query(Integer.class).single();
		return Math.min(found, most);
	}

	private String merged(List<Lane> lanes, Reading reading, List<Object> parameters) {
		return lanes.stream().map(lane -> ordered(lane, reading, parameters)).collect(Collectors.joining(" union "));
	}

	private String ordered(Lane lane, Reading reading, List<Object> parameters) {
		var sort = reading.filter().sort();
		var where = new Where().and(lane.condition(), lane.value());
		reading.after().ifPresent(cursor -> behind(cursor, lane, where));
		narrowTime(reading.filter().due(), lane, where);
		var item = new Where();
		narrow(reading.filter(), reading.personId(), lane, item);
		reading.beginning().ifPresent(beginning -> beginning.narrow(lane, where, item));
		if (!item.isEmpty()) {
			lane.narrow(where, item);
		}
		parameters.addAll(where.parameters());
		return "(select " + lane.taskId() + ", " + lane.column(sort) + " as place from " + lane.from() + " where "
				+ where.sql() + " order by " + lane.order(sort) + first(reading.size()) + ")";
	}

	/** Written out: for a parameter PostgreSQL plans as if a tenth of the rows were wanted, and sorts them all. */
	private static String first(int size) {
		return " fetch first " + size + " rows only";
	}

	private record Reading(WorkFilter filter, long personId, Optional<Cursor> after, int size,
			Optional<Beginning> beginning) {
	}

	private static void behind(Cursor cursor, Lane lane, Where where) {
		var column = lane.column(cursor.sort());
		var beyond = cursor.sort() == Sort.NEWEST ? "<" : ">";
		where.and(column + " " + beyond + "= ?", cursor.parameter());
		where.and("(" + column + " " + beyond + " ? or " + lane.taskId() + " " + beyond + " ?)", cursor.parameter(),
				cursor.taskId());
	}

	private void narrow(WorkFilter filter, long personId, Lane lane, Where where) {
		if (filter.place() != null) {
			places.find(filter.place()).ifPresentOrElse(
					place -> where.and("w." + WorkRecorder.column(place.level()) + " = ?", place.code()),
					() -> where.and("1 = 0"));
		}
		where.andEquals("w.kind", filter.kind()).andEquals("w.tier", filter.tier())
			.andEquals("w.element_id", filter.element());
		switch (filter.taken()) {
			case ME -> where.and("w.assignee = ?", personId);
			case NOBODY -> {
				if (!lane.free()) {
					where.and("w.assignee is null");
				}
			}
			case ANYBODY -> { }
		}
	}

	private void narrowTime(Due due, Lane lane, Where where) {
		var now = clock.instant();
		var column = lane.column(Sort.DUE);
		switch (due) {
			case OVERDUE -> where.and(column + " <= ?", Timestamp.from(now));
			case TODAY -> between(where, column, now, startOf(today().plusDays(1)));
			case WEEK -> between(where, column, now, startOf(today().with(TemporalAdjusters.next(DayOfWeek.MONDAY))));
			case ANY -> { }
		}
	}

	/** A task due at 24:00 is due today; it is too late only from that instant on. */
	private static void between(Where where, String column, Instant from, Instant to) {
		where.and(column + " > ? and " + column + " <= ?", Timestamp.from(from), Timestamp.from(to));
	}

	private LocalDate today() {
		return LocalDate.now(clock);
	}

	private Instant startOf(LocalDate day) {
		return day.atStartOfDay(clock.getZone()).toInstant();
	}
}

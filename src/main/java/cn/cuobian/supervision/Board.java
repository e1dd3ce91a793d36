package cn.cuobian.supervision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Level;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open clocks of a supervisor's territory, the next one due first, and how many there are. */
@Component
class Board {

	/** As many working days ahead are "soon". */
	private static final int SOON = 3;
	private static final Comparator<Watched> ORDER = Comparator.comparing(Watched::due).thenComparing(Watched::clockId);

	private final JdbcClient db;
	private final WatchRows rows;
	private final Tally tally;
	private final Territory territory;
	private final Places places;
	private final WorkingCalendar calendar;
	private final Clock clock;

	Board(JdbcClient db, WatchRows rows, Tally tally, Territory territory, Places places, WorkingCalendar calendar, Clock clock) {
		this.db = db;
		this.rows = rows;
		this.tally = tally;
		this.territory = territory;
		this.places = places;
		this.calendar = calendar;
		this.clock = clock;
	}

	/** @param next where the page after this one begins */
	record Page(List<Watched> rows, Optional<String> next) {
	}

	/**
	 * @param overdue before now
	 * @param today   later today
	 * @param soon    within the three working days after today
	 */
	record Counts(int all, int overdue, int today, int soon, int paused) {

		Counts plus(Counts other) {
			return new Counts(all + other.all, overdue + other.overdue, today + other.today, soon + other.soon, paused + other.paused);
		}
	}

	/** A place below with its counts. */
	record Part(Place place, Counts counts) {
	}

	/** @param after {@link Page#next} of the page before; anything else gives the first page */
	Page page(BoardFilter filter, Viewer viewer, String after, int size) {
		var cursor = Cursor.read(after);
		var found = new ArrayList<Watched>();
		territory.asked(filter.place(), viewer).forEach(place -> found.addAll(lane(place, filter, cursor, size + 1)));
		found.sort(ORDER);
		var page = List.copyOf(found.subList(0, Math.min(size, found.size())));
		return new Page(page, found.size() > size ? Optional.of(Cursor.at(page.get(size - 1))) : Optional.empty());
	}

	/**
	 * The clock, for this supervisor.
	 *
	 * @throws Refusal 404 if there is no such open clock, or none of his
	 */
	Watched get(long clockId, Viewer viewer) {
		return find(clockId, viewer).orElseThrow(Board::gone);
	}

	/** Does not tell whose clock it is or was: 404, for whoever asks for one that has ended and for one of somebody else's. */
	static Refusal gone() {
		return new Refusal("supervision.gone").status(HttpStatus.NOT_FOUND);
	}

	/** Empty if there is no such open clock any more, or none of his. */
	Optional<Watched> find(long clockId, Viewer viewer) {
		return rows.find(clockId).filter(row -> territory.covers(row.place(), viewer));
	}

	/** Of the place asked for, or of all he supervises. */
	Counts counts(String place, Viewer viewer) {
		return counts(territory.asked(place, viewer)).values().stream().reduce(new Counts(0, 0, 0, 0, 0), Counts::plus);
	}

	/** The places just below that have open clocks, the one with most overdue first. */
	List<Part> parts(String place, Viewer viewer) {
		var asked = territory.asked(place, viewer);
		var below = place == null && asked.size() > 1 ? asked
				: asked.stream().flatMap(one -> places.children(one.code()).stream()).toList();
		var counts = counts(below);
		return below.stream().map(one -> new Part(one, counts.get(one.code()))).filter(part -> part.counts().all() > 0)
				.sorted(Comparator.comparing((Part part) -> -part.counts().overdue()).thenComparing(part -> -part.counts().all())).toList();
	}

	/** By the place's code; a fixed number of looks into the database, however many places. */
	private Map<String, Counts> counts(List<Place> wanted) {
		var days = tally.of(wanted.stream().map(Place::code).toList());
		var over = new HashMap<String, Integer>();
		wanted.stream().filter(place -> days.getOrDefault(place.code(), Map.of()).getOrDefault(today(), 0) > 0)
				.collect(Collectors.groupingBy(Place::level, Collectors.mapping(Place::code, Collectors.toList())))
				.forEach((level, codes) -> over.putAll(overdueToday(level, codes)));
		return wanted.stream().collect(Collectors.toMap(Place::code,
				place -> counts(days.getOrDefault(place.code(), Map.of()), over.getOrDefault(place.code(), 0)), (one, same) -> one));
	}

	private Counts counts(Map<LocalDate, Integer> days, int overdueToday) {
		var today = today();
		return new Counts(sum(days, LocalDate.MIN, LocalDate.MAX), sum(days, LocalDate.MIN, today) + overdueToday,
				days.getOrDefault(today, 0) - overdueToday, sum(days, today.plusDays(1), soon(today).plusDays(1)),
				days.getOrDefault(Tally.PAUSED, 0));
	}

	private static int sum(Map<LocalDate, Integer> days, LocalDate from, LocalDate before) {
		return days.entrySet().stream().filter(day -> !day.getKey().isBefore(from) && day.getKey().isBefore(before))
				.mapToInt(Map.Entry::getValue).sum();
	}

	/** Those of today that are over already: few, and the index finds them. */
	private Map<String, Integer> overdueToday(Level level, List<String> codes) {
		var column = WatchRecorder.column(level);
		var over = new HashMap<String, Integer>();
		db.sql("select " + column + " as place, count(*) as clocks from watched where " + column
				+ " in (:codes) and due > :midnight and due <= :now group by " + column)
				.param("codes", codes).param("midnight", Timestamp.from(midnight(today())))
				.param("now", Timestamp.from(clock.instant()))
				.query(row -> {
					over.put(row.getString("place"), row.getInt("clocks"));
				});
		return over;
	}

	private List<Watched> lane(Place place, BoardFilter filter, Optional<Cursor> after, int size) {
		var column = WatchRecorder.column(place.level());
		var where = new ArrayList<String>(List.of(column + " = ?"));
		var params = new ArrayList<Object>(List.of(place.code()));
		after.ifPresent(cursor -> {
			where.add("(due > ? or due = ? and clock_id > ?)");
			params.addAll(List.of(Timestamp.from(cursor.due()), Timestamp.from(cursor.due()), cursor.clockId()));
		});
		narrow(filter, where, params);
		// the leading column stands in the order too: without it H2 sorts instead of following the index
		return db.sql("select " + WatchRows.COLUMNS + " from watched where " + String.join(" and ", where) + " order by " + column
				+ ", due, clock_id fetch first " + size + " rows only").params(params).query(WatchRows::row).list();
	}

	private void narrow(BoardFilter filter, List<String> where, List<Object> params) {
		add(filter.tier(), "tier = ?", where, params);
		add(filter.kind(), "kind = ?", where, params);
		add(filter.person(), "assignee = ?", where, params);
		add(filter.post() == null ? null : filter.post() + "@%", "group_key like ?", where, params);
		if (filter.state() != null) {
			switch (filter.state()) {
				case OVERDUE -> add(Timestamp.from(clock.instant()), "due <= ?", where, params);
				case TODAY -> between(clock.instant(), midnight(today().plusDays(1)), where, params);
				case SOON -> between(midnight(today().plusDays(1)), midnight(soon(today()).plusDays(1)), where, params);
				case PAUSED -> add(Timestamp.from(Clocks.NEVER), "due = ?", where, params);
				case ASKED -> where.add("asked = true");
				case LISTED -> where.add("listed = true");
			}
		}
	}

	private static void between(Instant after, Instant last, List<String> where, List<Object> params) {
		add(Timestamp.from(after), "due > ?", where, params);
		add(Timestamp.from(last), "due <= ?", where, params);
	}

	private static void add(Object value, String condition, List<String> where, List<Object> params) {
		if (value != null) {
			where.add(condition);
			params.add(value);
		}
	}

	private LocalDate soon(LocalDate today) {
		var day = today;
		for (int i = 0; i < SOON; i++) {
			day = calendar.workingDayFrom(day.plusDays(1));
		}
		return day;
	}

	private LocalDate today() {
		return clock.instant().atZone(WorkingCalendar.ZONE).toLocalDate();
	}

	private static Instant midnight(LocalDate day) {
		return day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
	}

	/** Where a page ends; in microseconds, as exact as the databases keep the instant. */
	private record Cursor(Instant due, long clockId) {

		static Optional<Cursor> read(String text) {
			if (text == null || !text.matches("[0-9]{1,18}-[0-9]{1,18}")) {
				return Optional.empty();
			}
			var parts = text.split("-");
			return Optional.of(new Cursor(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), Long.parseLong(parts[1])));
		}

		static String at(Watched row) {
			// ChronoUnit goes through nanoseconds, in which the year 9999 of a paused clock does not fit
			return row.due().getEpochSecond() * 1_000_000 + row.due().get(ChronoField.MICRO_OF_SECOND) + "-" + row.clockId();
		}
	}
}

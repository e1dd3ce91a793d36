package cn.cuobian.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.people.People;
import cn.cuobian.people.Posts;
import cn.cuobian.people.Viewer;
import cn.cuobian.worklist.Candidate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much lies with each person and with each post, and what handing something over would make of it. */
@Component
class Loads {

	private static final int MOST = 200;

	private final JdbcClient db;
	private final Territory territory;
	private final People people;
	private final Posts posts;
	private final Clock clock;

	Loads(JdbcClient db, Territory territory, People people, Posts posts, Clock clock) {
		this.db = db;
		this.territory = territory;
		this.people = people;
		this.posts = posts;
		this.clock = clock;
	}

	/**
	 * Open clocks of tasks, those overdue, those due from now to Sunday night, and those paused; the share is against the
	 * heaviest load of the list, in hundredths.
	 */
	record Load(String key, String name, int open, int overdue, int week, int paused, int share) {
	}

	/** Somebody with his load now and as it would be. */
	record After(long personId, String name, int open, int overdue, int openAfter, int overdueAfter) {
	}

	private record Counted(String key, int open, int overdue, int week, int paused) {

		Counted plus(Counted other) {
			return new Counted(key, open + other.open, overdue + other.overdue, week + other.week, paused + other.paused);
		}
	}

	/** Those who have taken tasks, the heaviest load first. */
	List<Load> people(String place, Viewer viewer) {
		return named(counted("assignee", "assignee is not null", place, viewer), key -> people.nameOf(Long.parseLong(key)));
	}

	/** Posts at whose tasks nobody is at work yet. */
	List<Load> posts(String place, Viewer viewer, Locale locale) {
		return named(counted("group_key", "assignee is null and group_key is not null", place, viewer), key -> posts.nameOf(key, locale));
	}

	/** What handing the clocks' tasks over would mean for each candidate, wherever else he works. */
	List<After> after(List<Candidate> candidates, Collection<Watched> moving) {
		var now = clock.instant();
		return candidates.stream().map(candidate -> {
			var load = of(candidate.personId());
			var added = moving.stream().filter(row -> row.assignee() == null || row.assignee() != candidate.personId()).toList();
			int late = (int) added.stream().filter(row -> !now.isBefore(row.due())).count();
			return new After(candidate.personId(), candidate.name(), load.open(), load.overdue(), load.open() + added.size(), load.overdue() + late);
		}).toList();
	}

	/** What it would mean for those whose tasks they are now. */
	List<After> relieved(Collection<Watched> moving) {
		var now = clock.instant();
		var givers = moving.stream().filter(row -> row.assignee() != null).collect(Collectors.groupingBy(Watched::assignee, TreeMap::new, Collectors.toList()));
		return givers.entrySet().stream().map(giver -> {
			var load = of(giver.getKey());
			int late = (int) giver.getValue().stream().filter(row -> !now.isBefore(row.due())).count();
			return new After(giver.getKey(), people.nameOf(giver.getKey()), load.open(), load.overdue(), load.open() - giver.getValue().size(),
					load.overdue() - late);
		}).toList();
	}

	private Counted of(long person) {
		return db.sql("select '' as k, count(*) as open_n, coalesce(sum(case when due <= ? then 1 else 0 end), 0) as over_n,"
				+ " 0 as week_n, 0 as paused_n from watched where assignee = ?").params(Timestamp.from(clock.instant()), person).query(Loads::row).single();
	}

	private List<Counted> counted(String column, String which, String place, Viewer viewer) {
		var sums = new HashMap<String, Counted>();
		var now = Timestamp.from(clock.instant());
		for (var root : territory.asked(place, viewer)) {
			db.sql("select " + column + " as k, count(*) as open_n, sum(case when due <= ? then 1 else 0 end) as over_n,"
					+ " sum(case when due > ? and due <= ? then 1 else 0 end) as week_n,"
					+ " sum(case when due = ? then 1 else 0 end) as paused_n"
					+ " from watched where " + WatchRecorder.column(root.level()) + " = ? and " + which + " group by " + column)
					.params(now, now, Timestamp.from(endOfWeek()), Timestamp.from(Clocks.NEVER), root.code()).query(Loads::row).list()
					.forEach(one -> sums.merge(one.key(), one, Counted::plus));
		}
		var all = new ArrayList<>(sums.values());
		all.sort(Comparator.comparing(Counted::open).reversed().thenComparing(Counted::key));
		return all.subList(0, Math.min(MOST, all.size()));
	}

	/** Sunday 24:00. */
	private Instant endOfWeek() {
		return clock.instant().atZone(WorkingCalendar.ZONE).toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY))
				.atStartOfDay(WorkingCalendar.ZONE).toInstant();
	}

	private static List<Load> named(List<Counted> loads, Function<String, String> name) {
		int most = loads.isEmpty() ? 1 : loads.get(0).open();
		return loads.stream().map(load -> new Load(load.key(), name.apply(load.key()), load.open(), load.overdue(), load.week(), load.paused(),
				100 * load.open() / most)).toList();
	}

	private static Counted row(ResultSet rs, int n) throws SQLException {
		return new Counted(rs.getString("k"), rs.getInt("open_n"), rs.getInt("over_n"), rs.getInt("week_n"), rs.getInt("paused_n"));
	}
}

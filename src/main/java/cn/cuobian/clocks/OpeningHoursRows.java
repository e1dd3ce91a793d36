package cn.cuobian.clocks;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import cn.cuobian.clocks.OpeningHours.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hours that places keep, and those that a change would give them. */
@Repository
class OpeningHoursRows {

	private final JdbcClient db;

	OpeningHoursRows(JdbcClient db) {
		this.db = db;
	}

	/** By code of the place. */
	Map<String, OpeningHours> all() {
		var weeks = new TreeMap<String, Map<DayOfWeek, List<Window>>>();
		db.sql("select place, weekday, opens, closes from opening_hours order by place, weekday, opens").query(row -> {
			weeks.computeIfAbsent(row.getString("place"), place -> new EnumMap<>(DayOfWeek.class))
					.computeIfAbsent(DayOfWeek.of(row.getInt("weekday")), day -> new ArrayList<>())
					.add(new Window(row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)));
		});
		db.sql("select place, weekday from opening_closed").query(row -> {
			weeks.get(row.getString("place")).put(DayOfWeek.of(row.getInt("weekday")), List.of());
		});
		return weeks.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, week -> new OpeningHours(week.getValue())));
	}

	/** Instead of whatever the place kept. */
	void replace(String place, OpeningHours hours) {
		db.sql("delete from opening_hours where place = ?").param(place).update();
		db.sql("delete from opening_closed where place = ?").param(place).update();
		hours.week().forEach((day, windows) -> {
			windows.forEach(window -> db.sql("insert into opening_hours (place, weekday, opens, closes) values (?, ?, ?, ?)")
					.params(place, day.getValue(), window.opens(), window.closes()).update());
			if (windows.isEmpty()) {
				db.sql("insert into opening_closed (place, weekday) values (?, ?)").params(place, day.getValue()).update();
			}
		});
	}

	/** What a change asks for. */
	OpeningHours of(long change) {
		var week = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
		db.sql("select weekday, hours from calendar_change_hours where change_id = ?").param(change)
				.query(row -> {
					var day = DayOfWeek.of(row.getInt("weekday"));
					week.put(day, OpeningHoursText.windows(day, row.getString("hours")));
				});
		return new OpeningHours(week);
	}

	void draft(long change, OpeningHours hours) {
		hours.week().forEach((day, windows) -> db.sql("insert into calendar_change_hours (change_id, weekday, hours) values (?, ?, ?)")
				.params(change, day.getValue(), OpeningHoursText.write(windows)).update());
	}
}

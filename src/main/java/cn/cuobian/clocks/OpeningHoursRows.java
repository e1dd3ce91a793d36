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

/** The table {@code opening_hours}. */
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
		return weeks.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, week -> new OpeningHours(week.getValue())));
	}

	/** Instead of whatever the place kept. */
	void replace(String place, OpeningHours hours) {
		db.sql("delete from opening_hours where place = ?").param(place).update();
		hours.week().forEach((day, windows) -> windows.forEach(window -> db
				.sql("insert into opening_hours (place, weekday, opens, closes) values (?, ?, ?, ?)")
				.params(place, day.getValue(), window.opens(), window.closes()).update()));
	}
}

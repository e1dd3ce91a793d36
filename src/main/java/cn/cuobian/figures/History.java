package cn.cuobian.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import cn.cuobian.figures.Forecast.Basis;
import cn.cuobian.figures.Past.Ended;
import cn.cuobian.territory.Level;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how the clocks of one limit ended, sorted into what is alike. */
@Component
class History {

	/** The newest clocks that are read: older ones tell of other times. */
	private static final int NEWEST = 5_000;
	private static final int AT_ONCE = 1_000;
	private static final String MATTER = "matter:";
	private static final String ANY = "";

	private final JdbcClient db;
	private final Places places;

	History(JdbcClient db, Places places) {
		this.db = db;
		this.places = places;
	}

	/** Of one limit, by kind and sub-district; the empty word stands for any. */
	record OfLimit(Map<List<String>, Past> pasts) {

		/** The narrowest past that is large enough for a clock that has used so much. */
		Optional<Map.Entry<Basis, Past>> like(String kind, String township, int used) {
			return List.of(Map.entry(Basis.KIND_AND_PLACE, List.of(kind, township)), Map.entry(Basis.KIND, List.of(kind, ANY)),
					Map.entry(Basis.PLACE, List.of(ANY, township)), Map.entry(Basis.LIMIT, List.of(ANY, ANY))).stream()
					.filter(wanted -> pasts.containsKey(wanted.getValue()) && pasts.get(wanted.getValue()).beyond(used) >= Past.MINIMUM)
					.map(wanted -> Map.entry(wanted.getKey(), pasts.get(wanted.getValue()))).findFirst();
		}
	}

	private record Row(String subject, String place, int used, boolean late) {
	}

	OfLimit of(String code) {
		List<Row> rows = db.sql("select subject, place, used_permille, state from clock where code = ? and state in ('MET', 'EXPIRED')"
				+ " and used_permille is not null order by code desc, ended desc fetch first " + NEWEST + " rows only").param(code)
				.query((row, n) -> new Row(row.getString("subject"), row.getString("place"), row.getInt("used_permille"),
						"EXPIRED".equals(row.getString("state")))).list();
		return sorted(rows, kinds(rows.stream().map(Row::subject).toList()));
	}

	private OfLimit sorted(List<Row> rows, Map<String, String> kinds) {
		Map<List<String>, List<Ended>> alike = new HashMap<>();
		for (Row row : rows) {
			String kind = kinds.getOrDefault(row.subject(), "?");
			String township = township(row.place());
			for (List<String> key : List.of(List.of(kind, township), List.of(kind, ANY), List.of(ANY, township), List.of(ANY, ANY))) {
				alike.computeIfAbsent(key, none -> new ArrayList<>()).add(new Ended(row.used(), row.late()));
			}
		}
		Map<List<String>, Past> pasts = new HashMap<>();
		alike.forEach((key, ended) -> pasts.put(key, new Past(ended)));
		return new OfLimit(pasts);
	}

	/** The kind of each matter, by subject. */
	Map<String, String> kinds(List<String> subjects) {
		List<Long> ids = subjects.stream().filter(subject -> subject.startsWith(MATTER)).distinct()
				.map(subject -> Long.valueOf(subject.substring(MATTER.length()))).toList();
		Map<String, String> kinds = new HashMap<>();
		IntStream.iterate(0, i -> i < ids.size(), i -> i + AT_ONCE)
				.forEach(i -> db.sql("select id, kind from matter where id in (:ids)").param("ids", ids.subList(i, Math.min(i + AT_ONCE, ids.size())))
						.query((row, n) -> kinds.put(MATTER + row.getLong("id"), row.getString("kind"))).list());
		return kinds;
	}

	/** The sub-district of a place; {@code ?} above it or without one. */
	String township(String place) {
		return place == null || places.find(place).isEmpty() ? "?" : places.lineage(place).stream()
				.filter(above -> above.level() == Level.TOWNSHIP).map(Place::code).findFirst().orElse("?");
	}
}

package cn.cuobian.matters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import cn.cuobian.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists and finds matters that a viewer may see, newest first. Each of his names in {@link Sight} is read in index
 * order and cut to a page before they are merged, so a page costs the same however many matters there are.
 */
@Component
class MatterSearch {

	static final int PAGE = 30;
	/** Longest search text, in characters. */
	static final int MAX_QUERY = 100;

	private static final long FROM_THE_NEWEST = Long.MAX_VALUE;
	private static final int MOST_GRAMS = 5;
	private static final int CANDIDATES = 200;
	private static final int MOST_ROUNDS = 10;
	private static final String SEEN = " and exists (select 1 from matter_sight s where s.matter_id = m.id and s.who in (:who))";
	private static final String ALSO = " and exists (select 1 from matter_gram g%1$d where g%1$d.gram = :gram%1$d"
			+ " and g%1$d.matter_id = g.matter_id)";
	private static final String NUMBER = "[A-Z]{1,10}-[0-9]{4}(-[0-9]*)?";

	private final JdbcClient db;
	private final Sight sight;

	MatterSearch(JdbcClient db, Sight sight) {
		this.db = db;
		this.sight = sight;
	}

	/** @param state null: any; @param kind null: any */
	record Wanted(String text, MatterState state, String kind) {

		static final Wanted ALL = new Wanted("", null, null);

		boolean isNumber() {
			return text.toUpperCase(Locale.ROOT).matches(NUMBER);
		}
	}

	/** @param next where the following page begins, null on the last one */
	record Page(List<Matter> matters, Long next) {
	}

	Page page(Wanted wanted, Viewer viewer, Long cursor, int size) {
		long before = cursor == null ? FROM_THE_NEWEST : cursor;
		List<Matter> found = found(wanted, viewer, before, size + 1);
		boolean more = found.size() > size;
		List<Matter> page = more ? found.subList(0, size) : found;
		return new Page(page, more ? page.get(size - 1).id() : null);
	}

	private List<Matter> found(Wanted wanted, Viewer viewer, long before, int size) {
		if (wanted.text().isBlank()) {
			return listed(wanted, viewer, before, size);
		}
		return wanted.isNumber() ? numbered(wanted, viewer, before, size) : containing(wanted, viewer, before, size);
	}

	/** Newest first, of every name of the viewer. The order names both columns, or H2 would sort them all. */
	private List<Matter> listed(Wanted wanted, Viewer viewer, long before, int size) {
		TreeMap<Long, Matter> merged = new TreeMap<>(Comparator.reverseOrder());
		for (String who : sight.keys(viewer)) {
			narrowed("select " + Matters.COLUMNS
					+ " from matter_sight s join matter m on m.id = s.matter_id where s.who = :who and s.matter_id < :before",
					wanted, Map.of("who", who, "before", before), " order by s.who desc, s.matter_id desc", size)
					.forEach(matter -> merged.put(matter.id(), matter));
		}
		return merged.values().stream().limit(size).toList();
	}

	/**
	 * By the beginning of the number, which the index on it finds; a digit sorts before a letter in every collation.
	 * The sum keeps H2 from walking down the ids instead.
	 */
	private List<Matter> numbered(Wanted wanted, Viewer viewer, long before, int size) {
		String first = wanted.text().toUpperCase(Locale.ROOT);
		return narrowed("select " + Matters.COLUMNS + " from matter m where m.number between :first and :last and m.id + 0 < :before"
				+ SEEN, wanted, Map.of("first", first, "last", first + "zzz", "before", before, "who", sight.keys(viewer)),
				" order by m.number desc", size);
	}

	/** The pairs find candidates; whether the words really stand there is seen in the text itself. */
	private List<Matter> containing(Wanted wanted, Viewer viewer, long before, int size) {
		List<Long> needed = Grams.needed(wanted.text());
		List<Matter> found = new ArrayList<>();
		long from = before;
		for (int round = 0; round < MOST_ROUNDS && found.size() < size && !needed.isEmpty(); round++) {
			List<Matter> candidates = candidates(needed, wanted, viewer, from);
			candidates.stream().filter(matter -> contains(matter, wanted.text())).forEach(found::add);
			if (candidates.size() < CANDIDATES) {
				break;
			}
			from = candidates.get(candidates.size() - 1).id();
		}
		return found.stream().limit(size).toList();
	}

	private static boolean contains(Matter matter, String text) {
		return Grams.matches(text, matter.facts().title() + "\n" + matter.facts().narrative());
	}

	/** Walks down the matters with the first pair and looks each of the others up. */
	private List<Matter> candidates(List<Long> needed, Wanted wanted, Viewer viewer, long before) {
		Map<String, Object> parameters = new HashMap<>(Map.of("before", before, "who", sight.keys(viewer)));
		StringBuilder sql = new StringBuilder("select " + Matters.COLUMNS + " from matter_gram g join matter m on m.id = g.matter_id"
				+ " where g.gram = :gram0 and g.matter_id < :before");
		List<Long> asked = needed.stream().limit(MOST_GRAMS).toList();
		for (int i = 0; i < asked.size(); i++) {
			parameters.put("gram" + i, asked.get(i));
			sql.append(i == 0 ? "" : ALSO.formatted(i));
		}
		return narrowed(sql.append(SEEN).toString(), wanted, parameters, " order by g.gram desc, g.matter_id desc", CANDIDATES);
	}

	private List<Matter> narrowed(String sql, Wanted wanted, Map<String, ?> given, String order, int size) {
		Map<String, Object> parameters = new HashMap<>(given);
		StringBuilder narrow = new StringBuilder(sql);
		if (wanted.state() != null) {
			narrow.append(" and m.state = :state");
			parameters.put("state", wanted.state().name());
		}
		if (wanted.kind() != null) {
			narrow.append(" and m.kind = :kind");
			parameters.put("kind", wanted.kind());
		}
		return db.sql(narrow + order + " fetch first " + size + " rows only").params(parameters).query(Matters::read).list();
	}
}

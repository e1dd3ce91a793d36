package cn.cuobian.matters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import cn.cuobian.people.Viewer;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may see which matter: those whose territory covers the place, and everybody who has or had a task of it. Kept as
 * rows so that lists are read from one index.
 */
@Component
class Sight {

	private static final String PLACE = "at:";
	private static final String PERSON = "p";

	private final JdbcClient db;
	private final JdbcOperations batches;
	private final Places places;

	Sight(JdbcClient db, JdbcOperations batches, Places places) {
		this.db = db;
		this.batches = batches;
		this.places = places;
	}

	/** The name under which everybody in whose territory a place lies finds its matters. */
	static String at(String place) {
		return PLACE + place;
	}

	void openToTerritory(long matterId, Place place) {
		open(matterId, places.lineage(place.code()).stream().map(above -> at(above.code())).toList());
	}

	void openToGroups(long matterId, Collection<String> groups) {
		open(matterId, groups);
	}

	void openToPerson(long matterId, long personId) {
		open(matterId, List.of(PERSON + personId));
	}

	/** The caller holds the lock on the matter's row, so nobody else adds the same line meanwhile. */
	private void open(long matterId, Collection<String> names) {
		var opened = Set.copyOf(db.sql("select who from matter_sight where matter_id = ?").param(matterId).query(String.class).list());
		batches.batchUpdate("insert into matter_sight (who, matter_id) values (?, ?)", names.stream().distinct().filter(who -> !opened.contains(who))
				.map(who -> new Object[] { who, matterId }).toList());
	}

	boolean covers(Viewer viewer, MatterFacts matter) {
		return places.find(matter.place()).map(viewer::sees).orElse(false) || isAmong(keys(viewer), matter.id());
	}

	/** Whether he works it or worked it, which is more than seeing it. */
	boolean works(Viewer viewer, long matterId) {
		return isAmong(working(viewer), matterId);
	}

	/** Under which names a viewer finds matters. */
	List<String> keys(Viewer viewer) {
		List<String> keys = working(viewer);
		viewer.territories().stream().flatMap(this::codes).forEach(code -> keys.add(at(code)));
		return keys;
	}

	private static List<String> working(Viewer viewer) {
		List<String> keys = new ArrayList<>(viewer.groups());
		keys.add(PERSON + viewer.personId());
		return keys;
	}

	/** Of the place at the end of the path; who sees everywhere has a path without a place, and sees below every root. */
	private Stream<String> codes(String path) {
		String[] codes = path.split("/");
		return codes.length > 0 ? Stream.of(codes[codes.length - 1]) : places.children(null).stream().map(Place::code);
	}

	private boolean isAmong(Collection<String> keys, long matterId) {
		return db.sql("select who from matter_sight where matter_id = :matter and who in (:keys) fetch first 1 rows only")
				.param("matter", matterId).param("keys", keys).query(String.class).optional().isPresent();
	}
}

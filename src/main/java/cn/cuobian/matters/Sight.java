package cn.cuobian.matters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import cn.cuobian.people.Viewer;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
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
	private final Places places;

	Sight(JdbcClient db, Places places) {
		this.db = db;
		this.places = places;
	}

	/** The name under which everybody in whose territory a place lies finds its matters. */
	static String at(String place) {
		return PLACE + place;
	}

	void openToTerritory(long matterId, Place place) {
		places.lineage(place.code()).forEach(above -> open(matterId, at(above.code())));
	}

	void openToGroups(long matterId, Collection<String> groups) {
		groups.forEach(group -> open(matterId, group));
	}

	void openToPerson(long matterId, long personId) {
		open(matterId, PERSON + personId);
	}

	/** The caller holds the lock on the matter's row, so nobody else adds the same line meanwhile. */
	private void open(long matterId, String who) {
		db.sql("""
				insert into matter_sight (who, matter_id)
				select ?, id from matter where id = ?
				  and not exists (select 1 from matter_sight where who = ? and matter_id = ?)""")
				.params(who, matterId, who, matterId).update();
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
		viewer.territories().forEach(path -> keys.add(at(lastOf(path))));
		return keys;
	}

	private static List<String> working(Viewer viewer) {
		List<String> keys = new ArrayList<>(viewer.groups());
		keys.add(PERSON + viewer.personId());
		return keys;
	}

	private static String lastOf(String path) {
		String[] codes = path.split("/");
		return codes[codes.length - 1];
	}

	private boolean isAmong(Collection<String> keys, long matterId) {
		return db.sql("select who from matter_sight where matter_id = :matter and who in (:keys) fetch first 1 rows only")
				.param("matter", matterId).param("keys", keys).query(String.class).optional().isPresent();
	}
}

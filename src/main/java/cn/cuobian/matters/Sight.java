package cn.cuobian.matters;

import java.util.Collection;

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

	static final String PLACE = "at:";
	static final String PERSON = "p";

	private final JdbcClient db;
	private final Places places;

	Sight(JdbcClient db, Places places) {
		this.db = db;
		this.places = places;
	}

	void openToTerritory(long matterId, Place place) {
		places.lineage(place.code()).forEach(above -> open(matterId, PLACE + above.code()));
	}

	void openToGroups(long matterId, Collection<String> groups) {
		groups.forEach(group -> open(matterId, group));
	}

	void openToPerson(long matterId, long personId) {
		open(matterId, PERSON + personId);
	}

	private void open(long matterId, String who) {
		db.sql("""
				insert into matter_sight (who, matter_id)
				select ?, id from matter where id = ?
				  and not exists (select 1 from matter_sight where who = ? and matter_id = ?)""")
				.params(who, matterId, who, matterId).update();
	}

	boolean isAmong(Collection<String> keys, long matterId) {
		return db.sql("select who from matter_sight where matter_id = :matter and who in (:keys) fetch first 1 rows only")
				.param("matter", matterId).param("keys", keys).query(String.class).optional().isPresent();
	}
}

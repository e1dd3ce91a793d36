package cn.cuobian.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Who holds which post where, and who acts for whom. */
@Component
class HoldingRows {

	private static final String HOLDINGS = "select h.id, h.post, h.place, h.held_from, h.held_until, "
			+ PersonRows.COLUMNS + " from post_holding h join person p on p.id = h.person join account a on a.person = p.id ";
	private static final String DEPUTIES = "select d.id, d.holding, d.acts_from, d.acts_until, "
			+ PersonRows.COLUMNS + " from post_deputy d join person p on p.id = d.person join account a on a.person = p.id ";
	private static final String IN_EFFECT = " h.held_from <= :now and (h.held_until is null or h.held_until > :now)"
			+ " and a.disabled = false ";

	private final JdbcClient jdbc;

	HoldingRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Which of the places have a holder of the post now. */
	List<String> placesHeld(String post, Collection<String> places, Instant now) {
		return jdbc.sql("select distinct h.place from post_holding h join account a on a.person = h.person"
				+ " where h.post = :post and h.place in (:places) and" + IN_EFFECT)
				.param("post", post).param("places", places).param("now", Timestamp.from(now))
				.query(String.class).list();
	}

	List<Holding> ofGroup(Group group, Instant now) {
		return jdbc.sql(HOLDINGS + "where h.post = :post and h.place = :place and" + IN_EFFECT + "order by h.id")
				.param("post", group.post()).param("place", group.place()).param("now", Timestamp.from(now))
				.query(HoldingRows::holding).list();
	}

	/** Of any of the posts at any of the places. */
	List<Holding> ofGroups(Collection<String> posts, Collection<String> places, Instant now) {
		return jdbc.sql(HOLDINGS + "where h.post in (:posts) and h.place in (:places) and" + IN_EFFECT + "order by h.id")
				.param("posts", posts).param("places", places).param("now", Timestamp.from(now))
				.query(HoldingRows::holding).list();
	}

	List<Holding> ofPerson(long person, Instant now) {
		return jdbc.sql(HOLDINGS + "where h.person = :person and" + IN_EFFECT + "order by h.id")
				.param("person", person).param("now", Timestamp.from(now)).query(HoldingRows::holding).list();
	}

	/** What the person may do today for somebody else: that one's holdings. */
	List<Holding> asDeputy(long person, Instant now) {
		return jdbc.sql(HOLDINGS + "join post_deputy d on d.holding = h.id where d.person = :person"
				+ " and d.acts_from <= :now and d.acts_until > :now and" + IN_EFFECT + "order by h.id")
				.param("person", person).param("now", Timestamp.from(now)).query(HoldingRows::holding).list();
	}

	/** Held now or later at the place or the places below that are named. */
	List<Holding> atPlaces(Collection<String> places, Instant now) {
		return jdbc.sql(HOLDINGS + "where h.place in (:places) and (h.held_until is null or h.held_until > :now)"
				+ " order by h.place, h.post, h.held_from, h.id")
				.param("places", places).param("now", Timestamp.from(now)).query(HoldingRows::holding).list();
	}

	/** Every post and place that has a holder now. */
	Set<Group> inEffect(Instant now) {
		return jdbc.sql("select distinct h.post, h.place from post_holding h join account a on a.person = h.person where" + IN_EFFECT)
				.param("now", Timestamp.from(now)).query((row, number) -> new Group(row.getString("post"), row.getString("place")))
				.set();
	}

	Optional<Holding> byId(long id) {
		return jdbc.sql(HOLDINGS + "where h.id = ?").param(id).query(HoldingRows::holding).optional();
	}

	List<Deputy> deputies(Collection<Long> holdings, Instant now) {
		return holdings.isEmpty() ? List.of() : jdbc.sql(DEPUTIES
				+ "where d.holding in (:holdings) and d.acts_until > :now order by d.acts_from, d.id")
				.param("holdings", holdings).param("now", Timestamp.from(now)).query(HoldingRows::deputy).list();
	}

	Optional<Deputy> deputy(long id) {
		return jdbc.sql(DEPUTIES + "where d.id = ?").param(id).query(HoldingRows::deputy).optional();
	}

	long insert(Group group, long person, Instant from, Instant until) {
		var key = new GeneratedKeyHolder();
		jdbc.sql("insert into post_holding (post, place, person, held_from, held_until) values (?, ?, ?, ?, ?)")
				.params(Arrays.asList(group.post(), group.place(), person, Timestamp.from(from),
						until == null ? null : Timestamp.from(until)))
				.update(key, "id");
		return key.getKeyAs(Long.class);
	}

	void end(long holding, Instant until) {
		jdbc.sql("update post_holding set held_until = ? where id = ?").params(Timestamp.from(until), holding).update();
	}

	void insertDeputy(long holding, long person, Instant from, Instant until) {
		jdbc.sql("insert into post_deputy (holding, person, acts_from, acts_until) values (?, ?, ?, ?)")
				.params(holding, person, Timestamp.from(from), Timestamp.from(until)).update();
	}

	void endDeputy(long deputy, Instant until) {
		jdbc.sql("update post_deputy set acts_until = ? where id = ? and acts_until > ?")
				.params(Timestamp.from(until), deputy, Timestamp.from(until)).update();
	}

	private static Holding holding(ResultSet row, int number) throws SQLException {
		var until = row.getTimestamp("held_until");
		return new Holding(row.getLong("id"), new Group(row.getString("post"), row.getString("place")),
				PersonRows.person(row, number), row.getTimestamp("held_from").toInstant(),
				until == null ? null : until.toInstant());
	}

	private static Deputy deputy(ResultSet row, int number) throws SQLException {
		return new Deputy(row.getLong("id"), row.getLong("holding"), PersonRows.person(row, number),
				row.getTimestamp("acts_from").toInstant(), row.getTimestamp("acts_until").toInstant());
	}
}

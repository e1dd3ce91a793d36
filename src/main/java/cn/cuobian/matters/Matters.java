package cn.cuobian.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import cn.cuobian.matters.Matter.Answer;
import cn.cuobian.matters.Matter.Rating;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every matter there is. One is changed under a lock on its row, and what happened is announced in the same
 * transaction, after the change is stored.
 */
@Repository
class Matters {

	static final String COLUMNS = """
			m.id, m.number, m.place_code, m.building_text, m.unit_text, m.kind, m.title, m.narrative, m.channel, m.scope,
			m.urgent, m.tier, m.state, m.reported_at, m.reported_by, m.source_ref, m.answer_draft, m.answer,
			m.answered_at, m.closed_at, m.rating, m.rating_words, m.rated_at, m.reopened_at""";

	private final JdbcClient db;
	private final ApplicationEventPublisher announce;

	Matters(JdbcClient db, ApplicationEventPublisher announce) {
		this.db = db;
		this.announce = announce;
	}

	/** Read once by a transaction that has locked the row, and again after {@link #change}. */
	Optional<Matter> find(long id) {
		return ReadAlready.or(id, () -> read(id));
	}

	private Optional<Matter> read(long id) {
		return db.sql("select " + COLUMNS + " from matter m where m.id = ?").param(id).query(Matters::read).optional();
	}

	Optional<Matter> find(String number) {
		return db.sql("select " + COLUMNS + " from matter m where m.number = ?").param(number).query(Matters::read)
				.optional();
	}

	Map<Long, String> numbers(Collection<Long> ids) {
		Map<Long, String> numbers = new HashMap<>();
		if (!ids.isEmpty()) {
			db.sql("select id, number from matter where id in (:ids)").param("ids", ids)
					.query(row -> {
						numbers.put(row.getLong("id"), row.getString("number"));
					});
		}
		return numbers;
	}

	/**
	 * Changes one matter.
	 *
	 * @throws IllegalArgumentException if there is none with this id
	 */
	@Transactional
	Matter change(long id, Consumer<Matter> change) {
		Matter matter = db.sql("select " + COLUMNS + " from matter m where m.id = ? for update").param(id)
				.query(Matters::read).optional()
				.orElseThrow(() -> new IllegalArgumentException("There is no matter " + id));
		ReadAlready.locked(id);
		var before = changeable(matter);
		change.accept(matter);
		if (!changeable(matter).equals(before)) { // some only want the lock
			store(matter);
			ReadAlready.changed(id);
		}
		matter.happened().forEach(announce::publishEvent);
		return matter;
	}

	private void store(Matter matter) {
		db.sql("""
				update matter set tier = :tier, state = :state, answer_draft = :draft, answer = :answer,
				  answered_at = :answeredAt, closed_at = :closedAt, rating = :rating, rating_words = :ratingWords,
				  rated_at = :ratedAt, reopened_at = :reopenedAt
				where id = :id""").params(changeable(matter)).param("id", matter.id()).update();
	}

	private static Map<String, Object> changeable(Matter matter) {
		Rating rating = matter.rating().orElse(new Rating(0, null, null));
		Map<String, Object> values = new HashMap<>();
		values.put("tier", matter.tier().name());
		values.put("state", matter.state().name());
		values.put("draft", matter.answerDraft());
		values.put("answer", matter.answer().orElse(null));
		values.put("answeredAt", stamp(matter.answeredAt().orElse(null)));
		values.put("closedAt", stamp(matter.closedAt().orElse(null)));
		values.put("rating", matter.rating().map(Rating::satisfaction).orElse(null));
		values.put("ratingWords", rating.words());
		values.put("ratedAt", stamp(rating.at()));
		values.put("reopenedAt", stamp(matter.reopenedAt().orElse(null)));
		return values;
	}

	static Matter read(ResultSet row, int index) throws SQLException {
		Integer satisfaction = row.getObject("rating", Integer.class);
		return new Matter(facts(row), MatterState.valueOf(row.getString("state")), Tier.valueOf(row.getString("tier")),
				new Answer(row.getString("answer_draft"), row.getString("answer"), instant(row, "answered_at")),
				satisfaction == null ? null
						: new Rating(satisfaction, row.getString("rating_words"), instant(row, "rated_at")),
				instant(row, "reopened_at"), instant(row, "closed_at"));
	}

	private static MatterFacts facts(ResultSet row) throws SQLException {
		return new MatterFacts(row.getLong("id"), row.getString("number"), row.getString("place_code"),
				row.getString("building_text"), row.getString("unit_text"), row.getString("kind"), row.getString("title"),
				row.getString("narrative"), Channel.valueOf(row.getString("channel")), Scope.valueOf(row.getString("scope")),
				row.getBoolean("urgent"), instant(row, "reported_at"), row.getObject("reported_by", Long.class),
				row.getString("source_ref"));
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return at == null ? null : at.toInstant();
	}

	static Timestamp stamp(Instant at) {
		return at == null ? null : Timestamp.from(at);
	}
}

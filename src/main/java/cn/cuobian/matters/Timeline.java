package cn.cuobian.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import cn.cuobian.matters.TimelineChain.Link;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of what happened to each matter: lines are added and never changed.
 */
@Component
public class Timeline {

	private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {
	};

	private final JdbcClient db;
	private final NewLines lines;
	private final JsonMapper json;
	private final Clock clock;

	Timeline(JdbcClient db, NewLines lines, JsonMapper json, Clock clock) {
		this.db = db;
		this.lines = lines;
		this.json = json;
		this.clock = clock;
	}

	/** Every line of a matter, oldest first. Who may read it is decided by {@link MatterFile}. */
	public List<TimelineEntry> of(long matterId) {
		lines.writeNow();
		return db.sql("""
				select matter_id, seq, at, kind, actor, on_behalf_of, payload from matter_event
				where matter_id = ? order by seq""").param(matterId).query(this::entry).list();
	}

	/**
	 * Adds a line of a room above in the caller's transaction.
	 *
	 * @param key its words stand in the messages under {@code matters.note.<key>}
	 * @param details the arguments of that message
	 */
	public void note(long matterId, String key, String... details) {
		add(matterId, TimelineKind.NOTED, Map.of("note", key, "details", List.of(details)));
	}

	/** The same by a person, as a line of what he did. */
	public void note(long matterId, long actor, String key, String... details) {
		add(matterId, TimelineKind.NOTED, actor, null, Map.of("note", key, "details", List.of(details)));
	}

	/** Nobody else adds a line before the running transaction is over. */
	void lock(long matterId) {
		db.sql("select id from matter where id = ? for update").param(matterId).query(Long.class).optional();
		ReadAlready.locked(matterId);
	}

	/** Adds a line by nobody in particular: the resident, or the process. */
	void add(long matterId, TimelineKind kind, Map<String, ?> payload) {
		add(matterId, kind, null, null, payload);
	}

	/** Adds a line, which is written before the commit. */
	@Transactional(propagation = Propagation.MANDATORY)
	void add(long matterId, TimelineKind kind, Long actor, Long onBehalfOf, Map<String, ?> payload) {
		NewLines.End end = lines.lock(matterId);
		ReadAlready.locked(matterId);
		Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
		Link open = new Link(matterId, end.count() + 1, now, kind.name(), actor, onBehalfOf, canonical(payload), end.hash(), "");
		lines.add(open.closed());
	}

	/** The same content always gives the same text: names in order, no white space. */
	private String canonical(Map<String, ?> payload) {
		Map<String, Object> sorted = new TreeMap<>();
		payload.forEach((name, value) -> {
			if (value != null) {
				sorted.put(name, value instanceof Map<?, ?> inner ? new TreeMap<>(inner) : value);
			}
		});
		return json.writeValueAsString(sorted);
	}

	private TimelineEntry entry(ResultSet row, int index) throws SQLException {
		return new TimelineEntry(row.getLong("matter_id"), row.getInt("seq"), row.getTimestamp("at").toInstant(),
				TimelineKind.valueOf(row.getString("kind")), row.getObject("actor", Long.class),
				row.getObject("on_behalf_of", Long.class), json.readValue(row.getString("payload"), PAYLOAD));
	}
}

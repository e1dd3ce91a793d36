package cn.cuobian.elections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code election}. */
@Repository
class ElectionRows {

	private static final String COLUMNS = """
			select id, place, title, kind, schedule, state, seats, alternates, roll_id, committee_id, begun, ended from election
			""";

	private final JdbcClient db;

	ElectionRows(JdbcClient db) {
		this.db = db;
	}

	long nextId() {
		return db.sql("select nextval('election_seq')").query(Long.class).single();
	}

	void insert(Election election, long begunBy) {
		db.sql("""
				insert into election (id, place, title, kind, schedule, state, seats, alternates, roll_id, committee_id, begun, begun_by)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(election.id(), election.place(), election.title(), election.kind(), election.schedule(), election.state().name(),
						election.seats(), election.alternates(), election.rollId(), election.committeeId(),
						Timestamp.from(election.begun()), begunBy)
				.update();
	}

	Optional<Election> find(long id) {
		return db.sql(COLUMNS + "where id = ?").param(id).query(ElectionRows::row).optional();
	}

	/** Nobody else changes it before the transaction ends. */
	Optional<Election> lock(long id) {
		return db.sql(COLUMNS + "where id = ? for update").param(id).query(ElectionRows::row).optional();
	}

	/** At these places, the newest first. */
	List<Election> at(List<String> places, long before, int most) {
		return places.isEmpty() ? List.of() : db.sql(COLUMNS + "where place in (:places) and id < :before order by id desc fetch first " + most
				+ " rows only").param("places", places).param("before", before).query(ElectionRows::row).list();
	}

	/** All, the newest first. */
	List<Election> newest(long before, int most) {
		return db.sql(COLUMNS + "where id < ? order by id desc fetch first " + most + " rows only").param(before).query(ElectionRows::row).list();
	}

	List<Election> ofRoll(long rollId) {
		return db.sql(COLUMNS + "where roll_id = ?").param(rollId).query(ElectionRows::row).list();
	}

	void state(long id, ElectionState state, Instant ended) {
		db.sql("update election set state = ?, ended = ? where id = ?")
				.params(state.name(), ended == null ? null : Timestamp.from(ended), id).update();
	}

	void schedule(long id, String schedule) {
		db.sql("update election set schedule = ? where id = ?").params(schedule, id).update();
	}

	void roll(long id, long rollId) {
		db.sql("update election set roll_id = ? where id = ?").params(rollId, id).update();
	}

	void seats(long id, int seats, int alternates) {
		db.sql("update election set seats = ?, alternates = ? where id = ?").params(seats, alternates, id).update();
	}

	private static Election row(ResultSet row, int n) throws SQLException {
		var ended = row.getTimestamp("ended");
		return new Election(row.getLong("id"), row.getString("place"), row.getString("title"), row.getString("kind"),
				row.getString("schedule"), ElectionState.valueOf(row.getString("state")), row.getInt("seats"), row.getInt("alternates"),
				row.getObject("roll_id", Long.class), row.getObject("committee_id", Long.class), row.getTimestamp("begun").toInstant(),
				ended == null ? null : ended.toInstant());
	}
}

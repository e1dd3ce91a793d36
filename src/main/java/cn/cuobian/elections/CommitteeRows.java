package cn.cuobian.elections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import cn.cuobian.elections.Committee.Member;
import cn.cuobian.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code committee} and {@code committee_member}. */
@Repository
class CommitteeRows {

	private static final String COLUMNS = """
			select id, place, election_id, seats, term_from, term_to, state, successor from committee
			""";

	private final JdbcClient db;
	private final Vault vault;

	CommitteeRows(JdbcClient db, Vault vault) {
		this.db = db;
		this.vault = vault;
	}

	long insert(String place, long electionId, int seats, LocalDate from, LocalDate to) {
		long id = db.sql("select nextval('election_seq')").query(Long.class).single();
		db.sql("insert into committee (id, place, election_id, seats, term_from, term_to, state) values (?, ?, ?, ?, ?, ?, ?)")
				.params(id, place, electionId, seats, from, to, Committee.IN_OFFICE).update();
		return id;
	}

	void seat(long committeeId, long candidateId, int rank, String duty, String state, LocalDate since) {
		db.sql("""
				insert into committee_member (id, committee_id, candidate_id, rank_no, duty, state, since)
				values (nextval('election_seq'), ?, ?, ?, ?, ?, ?)""").params(committeeId, candidateId, rank, duty, state, since).update();
	}

	Optional<Committee> find(long id) {
		return db.sql(COLUMNS + "where id = ?").param(id).query(CommitteeRows::row).optional().map(this::withMembers);
	}

	Optional<Committee> lock(long id) {
		return db.sql(COLUMNS + "where id = ? for update").param(id).query(CommitteeRows::row).optional().map(this::withMembers);
	}

	/** The one in office there, if any. */
	Optional<Committee> inOffice(String place) {
		return db.sql(COLUMNS + "where place = ? and state = ? order by id desc fetch first 1 rows only").params(place, Committee.IN_OFFICE)
				.query(CommitteeRows::row).optional().map(this::withMembers);
	}

	Optional<Committee> ofElection(long electionId) {
		return db.sql(COLUMNS + "where election_id = ?").param(electionId).query(CommitteeRows::row).optional().map(this::withMembers);
	}

	void state(long id, String state) {
		db.sql("update committee set state = ? where id = ?").params(state, id).update();
	}

	void successor(long id, long electionId) {
		db.sql("update committee set successor = ? where id = ?").params(electionId, id).update();
	}

	void memberState(long memberId, String state, LocalDate since) {
		db.sql("update committee_member set state = ?, since = ? where id = ?").params(state, since, memberId).update();
	}

	void duty(long memberId, String duty) {
		db.sql("update committee_member set duty = ? where id = ?").params(duty, memberId).update();
	}

	void left(long memberId, LocalDate until, String cause) {
		db.sql("update committee_member set state = ?, until_day = ?, cause = ? where id = ?").params(Member.LEFT, until, cause, memberId).update();
	}

	private List<Member> members(long committeeId) {
		return db.sql("""
				select m.id, m.candidate_id, m.rank_no, m.duty, m.state, m.since, m.until_day, m.cause, c.name_sealed, c.election_id
				from committee_member m join candidate c on c.id = m.candidate_id where m.committee_id = ? order by m.rank_no, m.id""")
				.param(committeeId).query(this::member).list();
	}

	private Member member(ResultSet row, int n) throws SQLException {
		var until = row.getDate("until_day");
		return new Member(row.getLong("id"), row.getLong("candidate_id"), row.getInt("rank_no"), row.getString("duty"), row.getString("state"),
				row.getDate("since").toLocalDate(), until == null ? null : until.toLocalDate(), row.getString("cause"),
				vault.open(row.getBytes("name_sealed"), Candidate.context(row.getLong("election_id"))));
	}

	private Committee withMembers(Committee found) {
		return new Committee(found.id(), found.place(), found.electionId(), found.seats(), found.termFrom(), found.termTo(), found.state(),
				found.successor(), members(found.id()));
	}

	private static Committee row(ResultSet row, int n) throws SQLException {
		return new Committee(row.getLong("id"), row.getString("place"), row.getLong("election_id"), row.getInt("seats"), row.getDate("term_from").toLocalDate(),
				row.getDate("term_to").toLocalDate(), row.getString("state"), row.getObject("successor", Long.class), List.of());
	}
}

package cn.cuobian.elections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import cn.cuobian.elections.Candidate.Origin;
import cn.cuobian.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code candidate}; names and statements are sealed for their election. */
@Repository
class CandidateRows {

	private static final String COLUMNS = """
			select id, election_id, no, unit, head_id, ballot, name_sealed, statement_sealed,
			  case when photo is null then false else true end as has_photo, party_member, publish, state, nominated,
			""" + Arrays.stream(Channel.values())
			.map(each -> "(select n.proposers from nomination n where n.candidate_id = candidate.id and n.channel = '%s') as %s"
					.formatted(each.name(), column(each)))
			.collect(Collectors.joining(",\n")) + " from candidate ";

	private final JdbcClient db;
	private final Vault vault;

	CandidateRows(JdbcClient db, Vault vault) {
		this.db = db;
		this.vault = vault;
	}

	long insert(Candidate candidate) {
		long id = db.sql("select nextval('election_seq')").query(Long.class).single();
		var context = Candidate.context(candidate.electionId());
		db.sql("""
				insert into candidate (id, election_id, no, unit, name_sealed, statement_sealed, party_member, publish, state, nominated)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(id, candidate.electionId(), candidate.no(), candidate.unit(), vault.seal(candidate.name(), context),
						candidate.statement() == null ? null : vault.seal(candidate.statement(), context), candidate.partyMember(),
						candidate.publish(), candidate.state().name(), Timestamp.from(candidate.nominated()))
				.update();
		candidate.origins().forEach(origin -> nominated(id, origin, candidate.nominated()));
		return id;
	}

	/** He was put forward, perhaps once more. */
	void nominated(long id, Origin origin, Instant at) {
		db.sql("insert into nomination (candidate_id, channel, proposers, nominated) values (?, ?, ?, ?)")
				.params(id, origin.channel().name(), origin.proposers(), Timestamp.from(at)).update();
	}

	/** What was written with a later nomination; null leaves what there is. */
	void tell(Candidate candidate, String statement, boolean partyMember, boolean publish) {
		var sealed = statement == null ? null : vault.seal(statement, Candidate.context(candidate.electionId()));
		db.sql("update candidate set statement_sealed = coalesce(statement_sealed, ?), party_member = ?, publish = ? where id = ?")
				.param(1, sealed, Types.BINARY).param(2, candidate.partyMember() || partyMember).param(3, candidate.publish() || publish)
				.param(4, candidate.id()).update();
	}

	int nextNo(long electionId) {
		return db.sql("select coalesce(max(no), 0) + 1 from candidate where election_id = ?").param(electionId).query(Integer.class).single();
	}

	Optional<Candidate> find(long id) {
		return db.sql(COLUMNS + "where id = ?").param(id).query(this::row).optional();
	}

	/** In order of nomination. */
	List<Candidate> of(long electionId) {
		return db.sql(COLUMNS + "where election_id = ? order by no").param(electionId).query(this::row).list();
	}

	List<Candidate> standing(long electionId) {
		return of(electionId).stream().filter(candidate -> candidate.state().stands()).toList();
	}

	void state(long id, CandidateState state) {
		db.sql("update candidate set state = ? where id = ?").params(state.name(), id).update();
	}

	void head(long id, Long headId) {
		db.sql("update candidate set head_id = ? where id = ?").params(headId, id).update();
	}

	void ballot(long id, int number) {
		db.sql("update candidate set ballot = ? where id = ?").params(number, id).update();
	}

	void photo(long id, byte[] png) {
		db.sql("update candidate set photo = ? where id = ?").params(png, id).update();
	}

	Optional<byte[]> photo(long id) {
		return db.sql("select photo from candidate where id = ? and photo is not null").param(id).query((row, n) -> row.getBytes(1)).optional();
	}

	private Candidate row(ResultSet row, int n) throws SQLException {
		long election = row.getLong("election_id");
		var context = Candidate.context(election);
		var statement = row.getBytes("statement_sealed");
		return new Candidate(row.getLong("id"), election, row.getInt("no"), origins(row), row.getString("unit"), row.getObject("head_id", Long.class), row.getObject("ballot", Integer.class),
				vault.open(row.getBytes("name_sealed"), context), statement == null ? null : vault.open(statement, context),
				row.getBoolean("has_photo"), row.getBoolean("party_member"), row.getBoolean("publish"),
				CandidateState.valueOf(row.getString("state")), row.getTimestamp("nominated").toInstant());
	}

	private static List<Origin> origins(ResultSet row) throws SQLException {
		var origins = new ArrayList<Origin>();
		for (var channel : Channel.values()) {
			int proposers = row.getInt(column(channel));
			if (!row.wasNull()) {
				origins.add(new Origin(channel, proposers));
			}
		}
		return List.copyOf(origins);
	}

	private static String column(Channel channel) {
		return "by_" + channel.name().toLowerCase(Locale.ROOT);
	}
}

package cn.cuobian.votes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.TallyRules.Tie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code vote}. */
@Repository
class VoteRows {

	private static final String FACTS = """
			select id, roll_id, place, title, origin, openness, replacing, invalid_participates, receipt, proxy_cap, tie, opens,
			  closes, extendable, extended_to, state, announced, opened, closed, edition, seq, head_hash
			from vote\s""";

	private final JdbcClient db;
	private final Clock clock;

	VoteRows(JdbcClient db, Clock clock) {
		this.db = db;
		this.clock = clock;
	}

	long add(NewVote vote, String place, long person) {
		long id = db.sql("select nextval('vote_seq')").query(Long.class).single();
		db.sql("""
				insert into vote (id, roll_id, place, title, origin, openness, replacing, invalid_participates, receipt, proxy_cap,
				  tie, opens, closes, extendable, state, edition, seq, head_hash, created, created_by)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT', 1, 0, '-', ?, ?)""")
				.params(id, vote.rollId(), place, vote.title().strip(), vote.origin(), vote.openness().name(), vote.replacing(),
						vote.invalidParticipates(), vote.receipt().name(), vote.proxyCap(), vote.tie().name(),
						Timestamp.from(vote.opens()), Timestamp.from(vote.closes()), vote.extendable(), now(), person)
				.update();
		return id;
	}

	Optional<VoteFacts> find(long id) {
		return db.sql(FACTS + "where id = ?").param(id).query(VoteRows::facts).optional();
	}

	/** @throws Refusal 404 */
	VoteFacts get(long id) {
		return find(id).orElseThrow(Refusal::notFound);
	}

	/**
	 * The same, with the row locked until the transaction ends: nobody else opens, closes or adds to the chain meanwhile.
	 *
	 * @throws Refusal 404
	 */
	VoteFacts locked(long id) {
		return db.sql(FACTS + "where id = ? for update").param(id).query(VoteRows::facts).optional().orElseThrow(Refusal::notFound);
	}

	/** The newest of the whole territory, no more than a page can show; each reader gets his own out of them. */
	List<VoteFacts> newest() {
		return db.sql(FACTS + "order by id desc fetch first 500 rows only").query(VoteRows::facts).list();
	}

	List<VoteFacts> of(String origin) {
		return db.sql(FACTS + "where origin = ? order by id").param(origin).query(VoteRows::facts).list();
	}

	List<VoteFacts> in(VoteState state) {
		return db.sql(FACTS + "where state = ? order by id").param(state.name()).query(VoteRows::facts).list();
	}

	void announced(long id) {
		db.sql("update vote set state = 'ANNOUNCED', announced = ? where id = ?").params(now(), id).update();
	}

	/** @param fingerprint of the roll, which the chain hangs on */
	void opened(long id, Instant at, String sheet, String fingerprint) {
		db.sql("update vote set state = 'OPEN', opened = ?, sheet = ?, head_hash = ? where id = ?")
				.params(Timestamp.from(at), sheet, fingerprint, id).update();
	}

	void extended(long id, Instant until) {
		db.sql("update vote set extended_to = ? where id = ?").params(Timestamp.from(until), id).update();
	}

	void closed(long id, Instant at) {
		db.sql("update vote set state = 'CLOSED', closed = ? where id = ?").params(Timestamp.from(at), id).update();
	}

	/** The officer who closed it; empty if the clock did. */
	Optional<Long> closer(long id) {
		return db.sql("select closed_by from vote where id = ? and closed_by is not null").param(id).query(Long.class).optional();
	}

	void closedBy(long id, long person) {
		db.sql("update vote set closed_by = ? where id = ?").params(person, id).update();
	}

	void counted(long id) {
		db.sql("update vote set state = 'COUNTED' where id = ? and state = 'CLOSED'").param(id).update();
	}

	void annulled(long id, String words) {
		db.sql("update vote set state = 'ANNULLED', annulled_words = ? where id = ?").params(words, id).update();
	}

	/** The ballot is another one from now on. */
	void revised(long id) {
		db.sql("update vote set edition = edition + 1 where id = ?").param(id).update();
	}

	/** The chain has a new end. */
	void advanced(long id, long seq, String hash) {
		db.sql("update vote set seq = ?, head_hash = ? where id = ?").params(seq, hash, id).update();
	}

	/** Rules, questions and candidates as they stood when the box was opened. */
	String sheet(long id) {
		return db.sql("select sheet from vote where id = ?").param(id).query(String.class).single();
	}

	Optional<String> annulledWords(long id) {
		return db.sql("select annulled_words from vote where id = ? and annulled_words is not null").param(id).query(String.class).optional();
	}

	/** False if they were written to on this day already. */
	boolean reminded(long id, LocalDate day) {
		return db.sql("update vote set reminded = ? where id = ? and (reminded is null or reminded < ?)").params(day, id, day).update() == 1;
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

	private static VoteFacts facts(ResultSet row, int number) throws SQLException {
		return new VoteFacts(row.getLong("id"), row.getLong("roll_id"), row.getString("place"), row.getString("title"),
				row.getString("origin"), Openness.valueOf(row.getString("openness")), row.getBoolean("replacing"),
				row.getBoolean("invalid_participates"), ReceiptShows.valueOf(row.getString("receipt")), row.getInt("proxy_cap"),
				Tie.valueOf(row.getString("tie")), instant(row, "opens"), instant(row, "closes"), row.getBoolean("extendable"),
				instant(row, "extended_to"), VoteState.valueOf(row.getString("state")), instant(row, "announced"),
				instant(row, "opened"), instant(row, "closed"), row.getInt("edition"), row.getLong("seq"), row.getString("head_hash"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		var at = row.getTimestamp(column);
		return at == null ? null : at.toInstant();
	}
}

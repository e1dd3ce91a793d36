package cn.cuobian.votes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import cn.cuobian.votes.HeadRows.Voter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code vote_code}. */
@Repository
class CodeRows {

	private static final String CODE = "select c.id, c.vote_id, c.head_id, c.serial, c.code_hash, c.state, c.printed, c.mailed_at from vote_code c ";

	private final JdbcClient db;
	private final JdbcOperations batch;
	private final Clock clock;

	CodeRows(JdbcClient db, JdbcOperations batch, Clock clock) {
		this.db = db;
		this.batch = batch;
		this.clock = clock;
	}

	enum State {
		/** Good, and not used. */
		ISSUED,
		/** Its head has voted, by whatever channel. */
		CAST,
		/** Damaged or lost, and replaced by another. */
		SPOILED,
		/** Its head may not vote any more. */
		REVOKED
	}

	/** @param printed how often; @param mailed when, or null */
	record Code(long id, long voteId, long headId, String serial, String hash, State state, int printed, Instant mailed) {
	}

	/** @param hash of the code */
	record Fresh(Voter head, String serial, String hash) {
	}

	void add(long voteId, Collection<Fresh> fresh, long person) {
		var now = Timestamp.from(clock.instant());
		batch.batchUpdate("""
				insert into vote_code (id, vote_id, head_id, serial, code_hash, state, live_key, issued, issued_by, printed)
				values (nextval('vote_seq'), ?, ?, ?, ?, 'ISSUED', ?, ?, ?, 0)""", fresh.stream()
				.map(each -> new Object[] { voteId, each.head().id(), each.serial(), each.hash(), key(voteId, each.head().id()), now, person })
				.toList());
	}

	Optional<Code> byHash(String hash) {
		return db.sql(CODE + "where c.code_hash = ?").param(hash).query(CodeRows::code).optional();
	}

	Optional<Code> bySerial(long voteId, String serial) {
		return db.sql(CODE + "where c.vote_id = ? and c.serial = ?").params(voteId, serial).query(CodeRows::code).optional();
	}

	Optional<Code> byId(long id) {
		return db.sql(CODE + "where c.id = ?").param(id).query(CodeRows::code).optional();
	}

	/** The head's sheet that is good or was used. */
	Optional<Code> ofHead(long voteId, long headId) {
		return db.sql(CODE + "where c.live_key = ?").param(key(voteId, headId)).query(CodeRows::code).optional();
	}

	/** In the order of the roll, after the number of a head. */
	List<Code> good(long voteId, int afterHead, int most) {
		return db.sql(CODE + "join roll_head h on h.id = c.head_id where c.vote_id = ? and c.state = 'ISSUED' and h.no > ?"
				+ " order by h.no fetch first " + most + " rows only").params(voteId, afterHead).query(CodeRows::code).list();
	}

	List<Code> of(long voteId, State state) {
		return db.sql(CODE + "where c.vote_id = ? and c.state = ? order by c.serial fetch first 500 rows only").params(voteId, state.name())
				.query(CodeRows::code).list();
	}

	/** Heads of the roll without a good or used sheet, in their order. */
	List<Voter> without(long voteId, long rollId) {
		return db.sql("""
				select h.id, h.no, h.area, h.units, h.kind from roll_head h where h.roll_id = ?
				and not exists (select 1 from vote_code c where c.vote_id = ? and c.head_id = h.id and c.state in ('ISSUED', 'CAST'))
				order by h.no""").params(rollId, voteId)
				.query((row, n) -> new Voter(row.getLong(1), row.getInt(2), row.getLong(3), row.getInt(4), row.getString(5).equals("DEVELOPER")))
				.list();
	}

	/** How many sheets the head had before. */
	int sheetsOf(long voteId, long headId) {
		return db.sql("select count(*) from vote_code where vote_id = ? and head_id = ?").params(voteId, headId).query(Integer.class).single();
	}

	Map<State, Integer> counts(long voteId) {
		var counts = new EnumMap<State, Integer>(State.class);
		db.sql("select state, count(*) from vote_code where vote_id = ? group by state").param(voteId)
				.query(row -> {
					counts.put(State.valueOf(row.getString(1)), row.getInt(2));
				});
		return counts;
	}

	/** The head has voted. */
	void used(long voteId, long headId, Instant at) {
		db.sql("update vote_code set state = 'CAST', ended = ? where live_key = ? and state = 'ISSUED'")
				.params(Timestamp.from(at), key(voteId, headId)).update();
	}

	/** False if it was not good any more. */
	boolean end(long id, State state, String reason, long person) {
		return db.sql("update vote_code set state = ?, live_key = null, reason = ?, ended = ?, ended_by = ? where id = ? and state = 'ISSUED'")
				.params(state.name(), reason, Timestamp.from(clock.instant()), person, id).update() == 1;
	}

	void printed(Collection<Long> ids, long person) {
		var now = Timestamp.from(clock.instant());
		batch.batchUpdate("update vote_code set printed = printed + 1, printed_at = ?, printed_by = ? where id = ?",
				ids.stream().map(id -> new Object[] { now, person, id }).toList());
	}

	void mailed(Collection<Long> ids) {
		var now = Timestamp.from(clock.instant());
		batch.batchUpdate("update vote_code set mailed_at = ? where id = ?", ids.stream().map(id -> new Object[] { now, id }).toList());
	}

	static String key(long voteId, long headId) {
		return voteId + ":" + headId;
	}

	private static Code code(ResultSet row, int number) throws SQLException {
		var mailed = row.getTimestamp("mailed_at");
		return new Code(row.getLong("id"), row.getLong("vote_id"), row.getLong("head_id"), row.getString("serial"),
				row.getString("code_hash"), State.valueOf(row.getString("state")), row.getInt("printed"),
				mailed == null ? null : mailed.toInstant());
	}
}

package cn.cuobian.votes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code paper_entry}: each paper ballot as each officer read it, sealed. */
@Repository
class Readings {

	private final JdbcClient db;
	private final Sealing sealing;
	private final Clock clock;

	Readings(JdbcClient db, Sealing sealing, Clock clock) {
		this.db = db;
		this.sealing = sealing;
		this.clock = clock;
	}

	/** @param choices as {@link Choices} writes them; {@code -} in a secret vote, where only the stub is read */
	record Reading(int reading, CastChannel channel, long officer, Instant at, String choices) {
	}

	/** A paper that was not read twice alike yet; what was read is not in it. */
	record OpenPaper(long headId, String serial, CastChannel channel, int readings, List<Long> officers, Instant received) {

		/** Read twice, and not alike. */
		boolean isDifferent() {
			return readings > 1;
		}
	}

	/** What was read so far of the head's paper that is not settled. */
	List<Reading> open(long voteId, long headId) {
		int paper = paper(voteId, headId);
		return db.sql("""
				select reading, channel, officer, at, choices_sealed from paper_entry
				where vote_id = ? and head_id = ? and settled = false order by reading""").params(voteId, headId)
				.query((row, n) -> reading(row, context(voteId, headId, paper, row.getInt(1)))).list();
	}

	void add(long voteId, long headId, String serial, Long proxy, Reading reading) {
		int paper = paper(voteId, headId);
		db.sql("""
				insert into paper_entry (id, vote_id, head_id, paper_no, reading, channel, serial, proxy_id, choices_sealed, officer, at, settled)
				values (nextval('vote_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)""")
				.params(voteId, headId, paper, reading.reading(), reading.channel().name(), serial, proxy,
						sealing.seal(reading.choices(), context(voteId, headId, paper, reading.reading())), reading.officer(),
						Timestamp.from(clock.instant()))
				.update();
	}

	/** Read alike twice. */
	void settle(long voteId, long headId) {
		db.sql("update paper_entry set settled = true where vote_id = ? and head_id = ? and settled = false").params(voteId, headId).update();
	}

	int unsettled(long voteId) {
		return db.sql("select count(distinct head_id) from paper_entry where vote_id = ? and settled = false").param(voteId)
				.query(Integer.class).single();
	}

	List<OpenPaper> unsettledPapers(long voteId) {
		return db.sql("""
				select head_id, serial, channel, count(*) as readings, min(at) as received from paper_entry
				where vote_id = ? and settled = false group by head_id, serial, channel order by min(at), head_id
				fetch first 500 rows only""").param(voteId)
				.query((row, n) -> new OpenPaper(row.getLong("head_id"), row.getString("serial"), CastChannel.valueOf(row.getString("channel")),
						row.getInt("readings"), officers(voteId, row.getLong("head_id")), row.getTimestamp("received").toInstant()))
				.list();
	}

	private List<Long> officers(long voteId, long headId) {
		return db.sql("select officer from paper_entry where vote_id = ? and head_id = ? and settled = false order by reading")
				.params(voteId, headId).query(Long.class).list();
	}

	/** Number of the head's paper that is in hand. */
	private int paper(long voteId, long headId) {
		return 1 + db.sql("select count(distinct paper_no) from paper_entry where vote_id = ? and head_id = ? and settled = true")
				.params(voteId, headId).query(Integer.class).single();
	}

	private Reading reading(ResultSet row, String context) throws SQLException {
		return new Reading(row.getInt(1), CastChannel.valueOf(row.getString(2)), row.getLong(3), row.getTimestamp(4).toInstant(),
				sealing.open(row.getBytes(5), context));
	}

	private static String context(long voteId, long headId, int paper, int reading) {
		return "reading:" + voteId + ":" + headId + ":" + paper + ":" + reading;
	}
}

package cn.cuobian.votes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code cast_mark}: who has voted, and how the ballot came in. Its key allows one vote per head. */
@Repository
class CastMarks {

	private final JdbcClient db;

	CastMarks(JdbcClient db) {
		this.db = db;
	}

	record CastMark(CastChannel channel, long seq, Instant at) {
	}

	Optional<CastMark> find(long voteId, long headId) {
		return db.sql("select channel, seq, at from cast_mark where vote_id = ? and head_id = ?").params(voteId, headId)
				.query(CastMarks::mark).optional();
	}

	/** @throws org.springframework.dao.DuplicateKeyException if the head has voted */
	void add(long voteId, long headId, CastMark mark) {
		db.sql("insert into cast_mark (vote_id, head_id, channel, seq, at) values (?, ?, ?, ?, ?)")
				.params(voteId, headId, mark.channel().name(), mark.seq(), Timestamp.from(mark.at())).update();
	}

	void replace(long voteId, long headId, CastMark mark) {
		db.sql("update cast_mark set channel = ?, seq = ?, at = ? where vote_id = ? and head_id = ?")
				.params(mark.channel().name(), mark.seq(), Timestamp.from(mark.at()), voteId, headId).update();
	}

	/** Heads that voted on paper, by whatever way it came. */
	int onPaper(long voteId) {
		return db.sql("select count(*) from cast_mark where vote_id = ? and channel <> 'ONLINE'").param(voteId).query(Integer.class).single();
	}

	Map<CastChannel, Integer> byChannel(long voteId) {
		var counts = new EnumMap<CastChannel, Integer>(CastChannel.class);
		db.sql("select channel, count(*) from cast_mark where vote_id = ? group by channel").param(voteId)
				.query(row -> {
					counts.put(CastChannel.valueOf(row.getString(1)), row.getInt(2));
				});
		return counts;
	}

	private static CastMark mark(ResultSet row, int number) throws SQLException {
		return new CastMark(CastChannel.valueOf(row.getString(1)), row.getLong(2), row.getTimestamp(3).toInstant());
	}
}

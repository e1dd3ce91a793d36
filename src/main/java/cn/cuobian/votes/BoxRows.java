package cn.cuobian.votes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import cn.cuobian.votes.BoxEntry.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code box_entry} and {@code box_anchor}: added to, never changed. */
@Repository
class BoxRows {

	private static final String ENTRY = "select vote_id, seq, at, kind, head_no, channel, payload, payload_sealed, hash from box_entry ";

	private final JdbcClient db;
	private final Sealing sealing;

	BoxRows(JdbcClient db, Sealing sealing) {
		this.db = db;
		this.sealing = sealing;
	}

	/** @param anchor a public end of the chain */
	record Anchor(long seq, String hash, Instant at) {
	}

	/** @param sealed whether the payload goes into the vault */
	void add(BoxEntry entry, boolean sealed) {
		db.sql("""
				insert into box_entry (vote_id, seq, at, kind, head_no, channel, payload, payload_sealed, hash)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(entry.voteId(), entry.seq(), Timestamp.from(entry.at()), entry.kind().name(), entry.headNo(),
						entry.channel() == null ? null : entry.channel().name(), sealed ? null : entry.payload(),
						sealed ? sealing.seal(entry.payload(), context(entry.voteId(), entry.seq())) : null, entry.hash())
				.update();
	}

	/** @param opened whether sealed payloads are opened; else they are null */
	List<BoxEntry> of(long voteId, boolean opened) {
		return db.sql(ENTRY + "where vote_id = ? order by seq").param(voteId).query((row, n) -> entry(row, opened)).list();
	}

	/** All lines opened; empty where what is sealed does not open, or a word stands that no line has. */
	List<Optional<BoxEntry>> readable(long voteId) {
		return db.sql(ENTRY + "where vote_id = ? order by seq").param(voteId).query((row, n) -> readable(row)).list();
	}

	Optional<BoxEntry> at(long voteId, long seq, boolean opened) {
		return db.sql(ENTRY + "where vote_id = ? and seq = ?").params(voteId, seq).query((row, n) -> entry(row, opened)).optional();
	}

	Optional<Instant> lastAt(long voteId, long seq) {
		return db.sql("select at from box_entry where vote_id = ? and seq = ?").params(voteId, seq)
				.query((row, n) -> row.getTimestamp(1).toInstant()).optional();
	}

	/** Hashes of all ballots that count, in the order of the hash: which head is whose is not to be seen. */
	List<String> ballotHashes(long voteId) {
		return db.sql("""
				select e.hash from cast_mark m join box_entry e on e.vote_id = m.vote_id and e.seq = m.seq
				where m.vote_id = ? order by e.hash""").param(voteId).query(String.class).list();
	}

	boolean holds(long voteId, String hashPrefix) {
		return db.sql("select 1 from box_entry where vote_id = ? and kind in ('CAST', 'REPLACED') and hash like ? fetch first 1 rows only")
				.params(voteId, hashPrefix + "%").query(Integer.class).optional().isPresent();
	}

	/** False if this end is public already. */
	boolean anchor(long voteId, long seq, String hash, Instant at) {
		return db.sql("""
				insert into box_anchor (vote_id, seq, hash, at) select :vote, :seq, :hash, :at
				where not exists (select 1 from box_anchor where vote_id = :vote and seq = :seq)""")
				.param("vote", voteId).param("seq", seq).param("hash", hash).param("at", Timestamp.from(at)).update() == 1;
	}

	List<Anchor> anchors(long voteId) {
		return db.sql("select seq, hash, at from box_anchor where vote_id = ? order by seq").param(voteId)
				.query((row, n) -> new Anchor(row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant())).list();
	}

	private Optional<BoxEntry> readable(ResultSet row) throws SQLException {
		try {
			return Optional.of(entry(row, true));
		} catch (IllegalStateException | IllegalArgumentException altered) {
			return Optional.empty();
		}
	}

	private BoxEntry entry(ResultSet row, boolean opened) throws SQLException {
		long vote = row.getLong("vote_id");
		long seq = row.getLong("seq");
		var sealed = row.getBytes("payload_sealed");
		var payload = sealed == null ? row.getString("payload") : opened ? sealing.open(sealed, context(vote, seq)) : null;
		var channel = row.getString("channel");
		return new BoxEntry(vote, seq, row.getTimestamp("at").toInstant(), Kind.valueOf(row.getString("kind")),
				row.getObject("head_no", Integer.class), channel == null ? null : CastChannel.valueOf(channel), payload, row.getString("hash"));
	}

	private static String context(long voteId, long seq) {
		return "box:" + voteId + ":" + seq;
	}
}

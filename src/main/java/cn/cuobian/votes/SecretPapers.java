package cn.cuobian.votes;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import cn.cuobian.vault.Sha256;
import cn.cuobian.votes.Archive.PaperLine;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code box_paper}: the ballots of a secret vote. Number, time and order are random. What remains for who reads
 * the database's files: a row written in the same transaction as the voter's mark, until {@link #shuffle} at the close; and
 * an area that only one head has.
 */
@Repository
class SecretPapers {

	private static final int RANDOM_BYTES = 16;
	private static final SecureRandom RANDOM = new SecureRandom();
	private static final String INSERT = "insert into box_paper (vote_id, paper, area, choices_sealed) values (?, ?, ?, ?)";

	private final JdbcClient db;
	private final JdbcOperations batch;
	private final Sealing sealing;

	SecretPapers(JdbcClient db, JdbcOperations batch, Sealing sealing) {
		this.db = db;
		this.batch = batch;
		this.sealing = sealing;
	}

	private record Row(String paper, long area, byte[] sealed) {
	}

	void add(long voteId, long area, String choices) {
		var number = new byte[RANDOM_BYTES];
		RANDOM.nextBytes(number);
		var paper = HexFormat.of().formatHex(number);
		db.sql(INSERT).params(voteId, paper, area, sealing.seal(choices, context(voteId, paper))).update();
	}

	/** Takes all out and lays them back in another order, in one transaction: none is next to its neighbour any more. */
	void shuffle(long voteId) {
		var rows = db.sql("select paper, area, choices_sealed from box_paper where vote_id = ?").param(voteId)
				.query((row, n) -> new Row(row.getString(1), row.getLong(2), row.getBytes(3))).list().stream().collect(Collectors.toList());
		db.sql("delete from box_paper where vote_id = ?").param(voteId).update();
		Collections.shuffle(rows, RANDOM);
		batch.batchUpdate(INSERT, rows.stream().map(row -> new Object[] { voteId, row.paper(), row.area(), row.sealed() }).toList());
	}

	/** In the order of their numbers. Only once the box may be read. */
	List<PaperLine> of(long voteId) {
		return db.sql("select paper, area, choices_sealed from box_paper where vote_id = ? order by paper").param(voteId)
				.query((row, n) -> new PaperLine(row.getString(1), row.getLong(2), sealing.open(row.getBytes(3), context(voteId, row.getString(1)))))
				.list();
	}

	/** SHA-256 of {@code papers.csv}. */
	String hash(long voteId) {
		return Sha256.hex(Archive.papers(of(voteId)));
	}

	private static String context(long voteId, String paper) {
		return "paper:" + voteId + ":" + paper;
	}
}

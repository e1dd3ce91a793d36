package cn.cuobian.votes;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.cuobian.vault.Sha256;

/** The tables {@code vote_result} and {@code vote_lot}: written once. */
@Repository
class ResultRows {

	private final JdbcClient db;
	private final Clock clock;

	ResultRows(JdbcClient db, Clock clock) {
		this.db = db;
		this.clock = clock;
	}

	/** @param text as {@link Outcome#text} wrote it */
	record Result(String text, String hash, Instant counted) {
	}

	/** @param drawn candidates in their order */
	record Lot(List<Integer> drawn, String witnesses, Instant at) {
	}

	Optional<Result> find(long voteId) {
		return db.sql("select text, hash, counted from vote_result where vote_id = ?").param(voteId)
				.query((row, n) -> new Result(row.getString(1), row.getString(2), row.getTimestamp(3).toInstant())).optional();
	}

	/** @param person null: a procedure */
	void add(long voteId, String text, Long person) {
		db.sql("insert into vote_result (vote_id, text, hash, counted, counted_by) values (:vote, :text, :hash, :now, :person)")
				.param("vote", voteId).param("text", text).param("hash", Sha256.hex(text)).param("now", now())
				.param("person", person, Types.BIGINT).update();
	}

	/** By the number of the question. */
	Map<Integer, Lot> lots(long voteId) {
		var lots = new TreeMap<Integer, Lot>();
		db.sql("select question_no, drawn, witnesses, at from vote_lot where vote_id = ?").param(voteId).query(row -> {
			lots.put(row.getInt(1), new Lot(Arrays.stream(row.getString(2).split(",")).map(Integer::valueOf).toList(), row.getString(3),
					row.getTimestamp(4).toInstant()));
		});
		return lots;
	}

	/** As the tally wants them. */
	Map<Integer, List<Integer>> orders(long voteId) {
		var orders = new LinkedHashMap<Integer, List<Integer>>();
		lots(voteId).forEach((question, lot) -> orders.put(question, lot.drawn()));
		return orders;
	}

	/** @throws org.springframework.dao.DuplicateKeyException if lots were drawn before */
	void draw(long voteId, int question, List<Integer> drawn, String witnesses, long person) {
		db.sql("insert into vote_lot (vote_id, question_no, drawn, witnesses, at, by_person) values (?, ?, ?, ?, ?, ?)")
				.params(voteId, question, drawn.stream().map(String::valueOf).collect(Collectors.joining(",")), witnesses, now(), person).update();
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}
}

package cn.cuobian.design;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.cuobian.design.Move.Outcome;
import cn.cuobian.design.Move.Result;
import cn.cuobian.design.Move.State;
import cn.cuobian.design.Move.Tally;

/** The tables of the runs and of what they came to. */
@Repository
class MoveRows {

	private static final int LONGEST_DETAIL = 1_000;

	private final JdbcClient db;

	MoveRows(JdbcClient db) {
		this.db = db;
	}

	/** @throws org.springframework.dao.DuplicateKeyException while another run of the bundle is not over */
	long insert(Move move) {
		var id = db.sql("select nextval('design_move_seq')").query(Long.class).single();
		db.sql("""
				insert into design_move (id, bundle, version, deployment, active, state, total, last_subject, started_by, started)
				values (?, ?, ?, ?, ?, 'RUNNING', ?, '', ?, ?)""").params(id, move.bundle(), move.version(), move.deployment(), move.bundle(),
				move.total(), move.startedBy(), Timestamp.from(move.started())).update();
		return id;
	}

	Optional<Move> find(long id) {
		return db.sql("select * from design_move where id = ?").param(id).query(MoveRows::move).optional();
	}

	/** Newest first. */
	List<Move> of(String bundle, int most) {
		return db.sql("select * from design_move where bundle = ? order by id desc fetch first ? rows only").params(bundle, most)
				.query(MoveRows::move).list();
	}

	/** Those on which no living node works. */
	List<Move> free(Instant now) {
		return db.sql("select * from design_move where active is not null and state = 'RUNNING' and (node is null or node_until < ?) order by id")
				.param(Timestamp.from(now)).query(MoveRows::move).list();
	}

	/** False when another node was faster. */
	boolean take(long id, String node, Instant until, Instant now) {
		return db.sql("update design_move set node = ?, node_until = ? where id = ? and state = 'RUNNING' and (node is null or node = ? or node_until < ?)")
				.params(node, Timestamp.from(until), id, node, Timestamp.from(now)).update() == 1;
	}

	/** Goes on to the next matter and holds the run for it; false when it was stopped, or another node has it. */
	boolean advance(long id, String node, String subject, Instant until) {
		return db.sql("update design_move set last_subject = ?, node_until = ? where id = ? and node = ? and state = 'RUNNING'")
				.params(subject, Timestamp.from(until), id, node).update() == 1;
	}

	void release(long id, String node) {
		db.sql("update design_move set node = null, node_until = null where id = ? and node = ?").params(id, node).update();
	}

	/** False when it did not stand so (any more). */
	boolean turn(long id, State from, State to) {
		return db.sql("update design_move set state = ? where id = ? and state = ?").params(to.name(), id, from.name()).update() == 1;
	}

	void end(long id, State as, Instant now) {
		db.sql("update design_move set state = ?, ended = ?, active = null, node = null, node_until = null where id = ? and active is not null")
				.params(as.name(), Timestamp.from(now), id).update();
	}

	void insert(long move, Result result) {
		var detail = result.detail().substring(0, Math.min(LONGEST_DETAIL, result.detail().length()));
		db.sql("insert into design_move_result (move, subject, outcome, from_version, why, detail, at) values (?, ?, ?, ?, ?, ?, ?)").params(move,
				result.subject(), result.outcome().name(), result.from(), result.why(), detail, Timestamp.from(result.at())).update();
	}

	/** @param outcome only these; all when null */
	List<Result> results(long move, Outcome outcome, String after, int most) {
		return db.sql("select * from design_move_result where move = :move and subject > :after and (:outcome = '' or outcome = :outcome)"
				+ " order by subject fetch first :most rows only").param("move", move).param("after", after)
				.param("outcome", outcome == null ? "" : outcome.name()).param("most", most).query(MoveRows::result).list();
	}

	Tally tally(long move) {
		Map<String, Long> counts = new HashMap<>();
		db.sql("select outcome, count(*) from design_move_result where move = ? group by outcome").param(move)
				.query(row -> { counts.put(row.getString(1), row.getLong(2)); });
		return new Tally(counts.getOrDefault("MOVED", 0L), counts.getOrDefault("STAYS", 0L), counts.getOrDefault("FAILED", 0L));
	}

	private static Result result(ResultSet row, int number) throws SQLException {
		return new Result(row.getString("subject"), Outcome.valueOf(row.getString("outcome")), row.getObject("from_version", Integer.class),
				row.getString("why"), row.getString("detail"), row.getTimestamp("at").toInstant());
	}

	private static Move move(ResultSet row, int number) throws SQLException {
		var ended = row.getTimestamp("ended");
		return new Move(row.getLong("id"), row.getString("bundle"), row.getInt("version"), row.getString("deployment"),
				State.valueOf(row.getString("state")), row.getLong("total"), row.getString("last_subject"), row.getLong("started_by"),
				row.getTimestamp("started").toInstant(), ended == null ? null : ended.toInstant());
	}
}

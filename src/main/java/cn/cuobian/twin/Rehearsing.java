package cn.cuobian.twin;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import cn.cuobian.design.walk.Order.Sheet;
import cn.cuobian.design.walk.Shape;
import cn.cuobian.engine.Models;
import cn.cuobian.engine.Moving;
import cn.cuobian.engine.Moving.Token;
import cn.cuobian.engine.Timers;
import cn.cuobian.engine.Timers.Moved;

/** Builds procedures that stand like those of open matters, and moves them to the next version. */
@ForTwin
@Component
class Rehearsing {

	private static final String MATTER_ID = "matterId";
	private static final String PLACE = "place";

	private final Loading loading;
	private final Models models;
	private final Moving moving;
	private final Timers timers;
	private final StandIns standIns;
	private final Walk walk;
	private final JdbcClient db;
	private final TransactionOperations transactions;
	/** Definition by model of the version that was loaded first. */
	private final Map<String, String> loaded = new HashMap<>();
	private String next;

	Rehearsing(Loading loading, Models models, Moving moving, Timers timers, StandIns standIns, Walk walk, JdbcClient db, TransactionOperations transactions) {
		this.loading = loading;
		this.models = models;
		this.moving = moving;
		this.timers = timers;
		this.standIns = standIns;
		this.walk = walk;
		this.db = db;
		this.transactions = transactions;
	}

	void next(List<Sheet> files) {
		loaded.clear();
		models.latest().forEach(model -> loaded.put(model.key(), model.definitionId()));
		next = loading.next(files);
	}

	/** As one transaction each: what the house writes when a procedure stands, and what it writes when it moves. */
	void carry(Shape shape) {
		long matter = transactions.execute(inserting -> standIns.matter(shape));
		String subject = "matter:" + matter;
		walk.stand(subject);
		transactions.executeWithoutResult(standing -> {
			moving.stand(loaded.get(shape.model()), subject, facts(shape, matter), shape.tokens().stream().map(Rehearsing::token).toList());
			tick(shape, subject);
		});
		transactions.executeWithoutResult(moving -> this.moving.move(subject, shape.room(), next, Map.of(shape.model(), shape.wishes())));
	}

	private static Token token(Shape.Token token) {
		return new Token(token.element(), longs(token.facts()));
	}

	private static Map<String, Object> facts(Shape shape, long matter) {
		Map<String, Object> facts = longs(shape.facts());
		facts.computeIfPresent(MATTER_ID, (name, real) -> matter);
		facts.computeIfPresent(PLACE, (name, real) -> TwinTown.HOME);
		return facts;
	}

	/** A whole number comes back from the line as a short one. */
	private static Map<String, Object> longs(Map<String, Object> facts) {
		Map<String, Object> longs = new HashMap<>(facts);
		longs.replaceAll((name, value) -> value instanceof Integer number ? (Object) number.longValue() : value);
		return longs;
	}

	/** The clocks stand as those of the matter do, and the timers with them. */
	private void tick(Shape shape, String subject) {
		shape.clocks().forEach((code, due) -> db.sql("update clock set due = ? where subject = ? and code = ?").params(Timestamp.from(due), subject, code).update());
		timers.follow(shape.clocks().entrySet().stream().map(clock -> new Moved(subject, clock.getKey(), 0, null, clock.getValue())).toList());
	}
}

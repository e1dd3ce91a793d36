package cn.cuobian.twin;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.design.walk.Shape;

/** Stands in for an open matter: a row in each table that verbs of procedures look into, with nothing of the real one in it. */
@ForTwin
@Component
class StandIns {

	private static final String PART = "part";

	private final JdbcClient db;
	private final Clock clock;

	StandIns(JdbcClient db, Clock clock) {
		this.db = db;
		this.clock = clock;
	}

	/** @return the id of the matter */
	long matter(Shape shape) {
		var number = "T-" + UUID.randomUUID().toString().substring(0, 20);
		var now = Timestamp.from(clock.instant());
		db.sql("""
				insert into matter (number, place_code, kind, title, narrative, channel, scope, urgent, tier, state, reported_at, timeline_count, timeline_head)
				values (?, ?, (select min(code) from matter_kind), 'Trial', 'Trial', 'WEB', 'BUILDING', false, 'BUILDING', 'OPEN', ?, 0, '')""")
				.params(number, TwinTown.HOME, now).update();
		long id = db.sql("select id from matter where number = ?").param(number).query(Long.class).single();
		db.sql("insert into dispute (matter_id, convenor, dissatisfied) values (?, 'BRANCH', 0)").param(id).update();
		Stream.concat(Stream.of(shape.facts()), shape.tokens().stream().map(Shape.Token::facts)).map(StandIns::part).filter(part -> part > 0).distinct()
				.forEach(part -> db.sql("insert into assignment (id, matter_id, department, open_key, state, assigned_at) values (?, ?, 'dept-water', ?, 'ASSIGNED', ?)")
						.params(part, id, id + "-" + part, now).update());
		return id;
	}

	/** What one of several departments has to do is known by its number. */
	private static long part(Map<String, Object> facts) {
		return facts.get(PART) instanceof Number part ? part.longValue() : 0;
	}
}

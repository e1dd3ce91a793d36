package cn.cuobian.supervision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

import cn.cuobian.nodes.AtCommit;
import cn.cuobian.nodes.Bells;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The table {@code watch_change}: where something on the board changed, so that every node can tell its browsers. */
@Repository
class Changes {

	/** The bell that rings at every node. */
	static final String BELL = "board";

	private static final Duration KEPT = Duration.ofMinutes(10);
	private static final int MOST = 4000;

	private final JdbcClient db;
	private final JdbcOperations batches;
	private final Places places;
	private final Bells bells;
	private final Clock clock;
	private final AtCommit<String> changed = new AtCommit<>(this::write);

	Changes(JdbcClient db, JdbcOperations batches, Places places, Bells bells, Clock clock) {
		this.db = db;
		this.batches = batches;
		this.places = places;
		this.bells = bells;
		this.clock = clock;
	}

	record Change(long id, String path) {
	}

	/** Written before the commit, each place once. */
	void at(Collection<String> codes) {
		changed.add(codes);
		bells.ring(BELL);
	}

	private void write(Collection<String> codes) {
		var now = Timestamp.from(clock.instant());
		batches.batchUpdate("insert into watch_change (id, at, path) values (nextval('watch_change_seq'), ?, ?)", codes.stream().distinct()
				.flatMap(code -> places.find(code).stream()).map(Place::path).map(path -> new Object[] { now, path }).toList());
	}

	long newest() {
		return db.sql("select coalesce(max(id), 0) from watch_change").query(Long.class).single();
	}

	List<Change> since(long id) {
		return db.sql("select id, path from watch_change where id > ? order by id fetch first " + MOST + " rows only").param(id)
				.query(Change.class).list();
	}

	@Scheduled(cron = "40 */5 * * * *")
	void forget() {
		db.sql("delete from watch_change where at < ?").param(Timestamp.from(clock.instant().minus(KEPT))).update();
	}
}

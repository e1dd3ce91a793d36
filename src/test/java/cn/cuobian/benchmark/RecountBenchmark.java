package cn.cuobian.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 100,000 open clocks of open tasks, each with a timer of the engine, are counted anew after the calendar changed, and
 * every one of them moves: row, entry, next rung, timer, and both rows of the work list.
 * Run: {@code mvn -Pbenchmark test -Dtest=RecountBenchmark}; docs/benchmarks.md keeps what was seen.
 */
class RecountBenchmark {

	private static final int OPEN = 100_000;
	private static final int ROUNDS = 3;

	@TempDir
	private Path directory;

	@Test
	void onH2() throws Exception {
		measure("H2", CityHouse.onH2(directory));
	}

	@Test
	void onPostgres() throws Exception {
		try (var postgres = CityHouse.postgres()) {
			measure("PostgreSQL", CityHouse.on(postgres));
		}
	}

	private void measure(String database, Map<String, Object> settings) throws Exception {
		try (var context = CityHouse.open(directory, settings)) {
			var db = context.getBean(JdbcClient.class);
			var h2 = database.equals("H2");
			var city = new City(db, h2);
			city.build();
			city.fill(OPEN);
			fill(db);
			db.sql(h2 ? "analyze sample_size 10000" : "analyze").update();
			for (int round = 1; round <= ROUNDS; round++) {
				report(database, round, db);
			}
		}
	}

	/** Ten working days from now on, and the boundary timer that raises the matter. */
	private static void fill(JdbcClient db) {
		db.sql("insert into clock (id, subject, code, part, open_key, place, by_process, task_id, limit_place, limit_amount, limit_unit,"
				+ " limit_counting, limit_rungs, limit_extension, limit_source, started, due, extra, state, next_rung, next_rung_at, edition)"
				+ " select nextval('clock_seq'), subject, 'LADDER.BUILDING', 0, subject, place, true, task_id, '', 10, 'day', 'working',"
				+ " '50% 80% due +1wd', 5, 'benchmark', current_timestamp, current_timestamp, 0, 'RUNNING', 0, null, 0 from work_item").update();
		var definition = db.sql("select id_ from act_re_procdef where key_ = 'ladder' order by version_ desc fetch first 1 rows only")
				.query(String.class).single();
		db.sql("insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_, proc_def_id_, act_id_, is_active_, is_concurrent_,"
				+ " is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_) select task_id, 1, task_id, subject, ?,"
				+ " element_id, true, false, true, false, 1, 0, 1 from work_item").param(definition).update();
		db.sql("insert into act_ru_job (id_, rev_, type_, exclusive_, execution_id_, process_instance_id_, process_def_id_, process_def_key_,"
				+ " retries_, duedate_, handler_type_, handler_cfg_, suspension_state_, priority_, sequence_counter_) select task_id, 1, 'timer',"
				+ " true, task_id, task_id, ?, 'ladder', 3, current_timestamp, 'timer-transition', 'timer_building_due', 1, 0, 1 from work_item")
				.param(definition).update();
	}

	/** Every clock is put a day off first, so that every one moves; a round begins with the commit that asks for it. */
	private static void report(String database, int round, JdbcClient db) throws InterruptedException {
		db.sql("update clock set due = due - interval '1' day where open_key is not null").update();
		db.sql("insert into calendar_change (id, source, reason, by_person, drafted, applied, edition)"
				+ " values (?, 'benchmark', 'benchmark', 1, current_timestamp, current_timestamp, 0)").param(round).update();
		var begin = Instant.now();
		db.sql("insert into clock_recount (change_id, total, last_clock, seen, moved) values (?, ?, 0, 0, 0)").params(round, OPEN).update();
		Instant first = null;
		while (db.sql("select count(*) from clock_recount where finished is null").query(Long.class).single() > 0) {
			TimeUnit.MILLISECONDS.sleep(100);
			if (first == null && db.sql("select seen from clock_recount where change_id = ?").param(round).query(Long.class).single() > 0) {
				first = Instant.now();
			}
		}
		System.out.printf("%s, round %d: %d moved of %d, %.1f s from the commit (up to 5 s wait for the next look), %.1f s after the first batch;"
				+ " timers that followed: %d%n", database, round, db.sql("select moved from clock_recount where change_id = ?").param(round)
				.query(Long.class).single(), OPEN, seconds(begin), seconds(first),
				db.sql("select count(*) from act_ru_job j join clock c on c.task_id = j.id_ where c.due = j.duedate_").query(Long.class).single());
	}

	private static double seconds(Instant since) {
		return Duration.between(since, Instant.now()).toMillis() / 1000.0;
	}
}

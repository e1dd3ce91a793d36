package cn.cuobian.benchmark;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * 200,000 open clocks with four rungs each, all of open tasks: how long a look takes with nothing due, how long until
 * 5,000 that are due at once are told, and how late people are told at 100 a second.
 * Run: {@code mvn -Pbenchmark test -Dtest=RungsBenchmark}; docs/benchmarks.md keeps what was seen.
 */
class RungsBenchmark {

	private static final int OPEN = 200_000;
	private static final int AT_ONCE = 5_000;
	private static final int PER_SECOND = 100;
	private static final int SECONDS = 60;
	private static final String IDLE = "select id from clock where next_rung_at <= ? and state = 'RUNNING'"
			+ " order by next_rung_at, id fetch first 500 rows only for update skip locked";

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
		try (var context = CityHouse.open(directory, settings, RungTimes.class)) {
			var db = context.getBean(JdbcClient.class);
			var h2 = database.equals("H2");
			var city = new City(db, h2);
			city.build();
			city.fill(OPEN);
			staff(context);
			fill(db, h2);
			report(database, db, context.getBean(RungTimes.class));
		}
	}

	private static void report(String database, JdbcClient db, RungTimes times) throws InterruptedException {
		bring(db, 1, AT_ONCE, Duration.ofSeconds(3), 0); // everything is compiled and every page is in memory
		waitForAll(db, 1, AT_ONCE);
		db.sql(database.equals("H2") ? "analyze sample_size 10000" : "analyze").update(); // as PostgreSQL does by itself within a minute
		System.out.printf("%s: a look with nothing due takes %.2f ms (median of 500)%n", database, idle(db));
		var first = AT_ONCE + 1;
		for (int round = 0; round < 3; round++, first += AT_ONCE) {
			bring(db, first, first + AT_ONCE - 1, Duration.ofSeconds(3), 0);
			waitForAll(db, first, first + AT_ONCE - 1);
			var late = lateness(db, times, first, first + AT_ONCE - 1);
			System.out.printf("%s: 5,000 at once: the first told %.2f s after they were due, the last %.2f s%n", database, late[0],
					late[late.length - 1]);
		}
		var stream = PER_SECOND * SECONDS;
		bring(db, first, first + stream - 1, Duration.ofSeconds(3), 1_000 / PER_SECOND);
		waitForAll(db, first, first + stream - 1);
		var late = lateness(db, times, first, first + stream - 1);
		System.out.printf("%s: %d a second for %d s: late by p50 %.2f s, p99 %.2f s, most %.2f s; %d inbox lines in all%n", database,
				PER_SECOND, SECONDS, late[stream / 2], late[stream * 99 / 100], late[stream - 1],
				db.sql("select count(*) from inbox").query(Long.class).single());
	}

	/** A steward for each of the 10,000 buildings, the secretaries of each level, and a supervisor for each township. */
	private static void staff(ConfigurableApplicationContext context) {
		var db = context.getBean(JdbcClient.class);
		var from = db.sql("select coalesce(max(id), 0) from person").query(Long.class).single();
		db.sql("insert into person (name) select '人' || code from place where level in ('BUILDING', 'COMMUNITY', 'TOWNSHIP', 'CITY')").update();
		db.sql("insert into account (person, username, password, must_change, disabled, created_at) select id, 'p' || id, ?, false, false,"
				+ " current_timestamp from person where id > ?").params(context.getBean(PasswordEncoder.class).encode("-"), from).update();
		for (var post : Map.of("BUILDING", "building-steward", "COMMUNITY", "joint-meeting-secretary", "TOWNSHIP", "supervisor",
				"CITY", "district-meeting-secretary").entrySet()) {
			db.sql("insert into post_holding (post, place, person, held_from) select ?, l.code, p.id, cast('2026-01-01 00:00:00+08' as"
					+ " timestamp with time zone) from place l join person p on p.name = '人' || l.code where l.level = ?")
					.params(post.getValue(), post.getKey()).update();
		}
	}

	/** Ten working days from now on: every rung lies far ahead. */
	private static void fill(JdbcClient db, boolean h2) {
		var later = "current_timestamp + (400000 + mod(w.x * 7919, 800000)) * interval '1' second";
		db.sql("insert into clock (id, subject, code, part, open_key, place, by_process, task_id, limit_place, limit_amount, limit_unit,"
				+ " limit_counting, limit_rungs, limit_extension, limit_source, started, due, extra, state, next_rung, next_rung_at, edition)"
				+ " select nextval('clock_seq'), subject, 'LADDER.BUILDING', 0, subject, place, true, task_id, '', 10, 'day', 'working',"
				+ " '50% 80% due +1wd', 5, 'benchmark', current_timestamp, " + later + ", 0, 'RUNNING', 0, " + later + ", 0"
				+ " from (select task_id, subject, place, cast(substring(task_id from 5) as bigint) as x from work_item) w").update();
		db.sql(h2 ? "analyze sample_size 10000" : "analyze").update();
	}

	/** Lets the clocks of these tasks reach 50 % one after another, so many milliseconds apart. */
	private static void bring(JdbcClient db, long from, long to, Duration ahead, int apart) {
		// an hour of twenty that is half over
		var at = "cast(? as timestamp with time zone) + (cast(substring(task_id from 5) as bigint) - " + from + ") * interval '0.001' second * " + apart;
		var start = Timestamp.from(Instant.now().plus(ahead));
		db.sql("update clock set limit_amount = 20, limit_unit = 'hour', limit_counting = 'hours', limit_rungs = '50% 80% due +4h',"
				+ " started = " + at + " - interval '10' hour, due = " + at + " + interval '10' hour, next_rung_at = " + at
				+ " where task_id in (" + tasks(from, to) + ")").params(start, start, start).update();
	}

	private static String tasks(long from, long to) {
		return "select task_id from work_item where cast(substring(task_id from 5) as bigint) between " + from + " and " + to;
	}

	private static void waitForAll(JdbcClient db, long from, long to) throws InterruptedException {
		while (db.sql("select count(*) from clock_rung r join clock c on c.id = r.clock_id where c.task_id in (" + tasks(from, to) + ")")
				.query(Long.class).single() < to - from + 1) {
			TimeUnit.SECONDS.sleep(5);
		}
	}

	/** Seconds from the instant of each rung to the commit that told it. */
	private static double[] lateness(JdbcClient db, RungTimes times, long from, long to) {
		return db.sql("select r.clock_id, r.at from clock_rung r join clock c on c.id = r.clock_id where c.task_id in (" + tasks(from, to) + ")")
				.query((row, n) -> Duration.between(row.getTimestamp(2).toInstant(), times.of(row.getLong(1))).toNanos() / 1e9).list().stream()
				.mapToDouble(Double::doubleValue).sorted().toArray();
	}

	private static double idle(JdbcClient db) {
		var times = new double[500];
		for (int i = 0; i < times.length; i++) {
			var begin = System.nanoTime();
			db.sql(IDLE).param(Timestamp.from(Instant.now())).query(Long.class).list();
			times[i] = (System.nanoTime() - begin) / 1e6;
		}
		Arrays.sort(times);
		return times[times.length / 2];
	}
}

package cn.cuobian.benchmark.engines;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What is asked of PostgreSQL itself, past every contestant. */
final class Database {

	private static final String DUE = " where duedate_ < now() - interval '12 hours'";

	private Database() {
	}

	private static JdbcClient of(EmbeddedPostgres postgres, String database) {
		return JdbcClient.create(postgres.getDatabase("postgres", database));
	}

	static void statistics(EmbeddedPostgres postgres) {
		of(postgres, "postgres").sql("create extension pg_stat_statements").update();
	}

	static void create(EmbeddedPostgres postgres, String database) {
		of(postgres, "postgres").sql("create database " + database).update();
	}

	/** Since the database was made. Rows are what the tables saw, statements what the server was told to do. */
	static Map<String, Long> counts(EmbeddedPostgres postgres, String database) throws InterruptedException {
		Thread.sleep(1_500); // the server keeps its books with a delay
		Map<String, Long> counts = new LinkedHashMap<>();
		of(postgres, database).sql("select sum(n_tup_ins), sum(n_tup_upd), sum(n_tup_del) from pg_stat_user_tables").query(row -> {
			counts.put("rows inserted", row.getLong(1));
			counts.put("rows updated", row.getLong(2));
			counts.put("rows deleted", row.getLong(3));
		});
		of(postgres, "postgres").sql("""
				select coalesce(sum(calls) filter (where query !~* '^(begin|commit|set|show)'), 0), coalesce(sum(calls) filter (where query ~* '^begin'), 0)
				from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = ?""").param(database).query(row -> {
			counts.put("statements", row.getLong(1));
			counts.put("commits", row.getLong(2));
		});
		return counts;
	}

	/** What was asked most, per matter: the profile behind the counts. */
	static String profile(EmbeddedPostgres postgres, String database, int matters) {
		var lines = of(postgres, "postgres").sql("""
				select round(calls / cast(? as numeric), 2) || ' × ' || round(cast(total_exec_time / ? as numeric), 3) || ' ms  ' || regexp_replace(query, '\\s+', ' ', 'g')
				from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = ? and calls >= ? order by calls desc, total_exec_time desc""")
				.params(matters, matters, database, matters / 2).query(String.class).list();
		return String.join("\n", lines) + "\n";
	}

	static void forget(EmbeddedPostgres postgres) {
		of(postgres, "postgres").sql("select pg_stat_statements_reset()").query((row, n) -> "").list();
	}

	/** Values by which the rows of our newest matter are found. */
	static Set<String> lastMatter(EmbeddedPostgres postgres, String database) {
		var db = of(postgres, database);
		long id = db.sql("select max(id) from matter").query(Long.class).single();
		var keys = new HashSet<>(db.sql("select id_ from act_hi_procinst where business_key_ = ?").param("matter:" + id).query(String.class).list());
		keys.addAll(List.of("matter:" + id, String.valueOf(id)));
		return keys;
	}

	private static String timers(String database) {
		return database.equals("flowable") ? "act_ru_timer_job" : "act_ru_job";
	}

	static void makeDue(EmbeddedPostgres postgres, String database) {
		of(postgres, database).sql("update " + timers(database) + " set duedate_ = now() - interval '1 day'").update();
	}

	/** Timers of the copies that have not fired; Flowable hands a timer over to another table before it fires. */
	static long due(EmbeddedPostgres postgres, String database) {
		var db = of(postgres, database);
		long waiting = db.sql("select count(*) from " + timers(database) + DUE).query(Long.class).single();
		return database.equals("flowable") ? waiting + db.sql("select count(*) from act_ru_job" + DUE).query(Long.class).single() : waiting;
	}

	/** The next rung of each open clock of ours; told, its clock waits for the one after it. */
	static void makeRungsDue(EmbeddedPostgres postgres, String database) {
		of(postgres, database).sql("update clock set next_rung_at = now() - interval '1 day' where state = 'RUNNING' and next_rung_at is not null").update();
	}

	static long rungsDue(EmbeddedPostgres postgres, String database) {
		return of(postgres, database).sql("select count(*) from clock where state = 'RUNNING' and next_rung_at < now() - interval '12 hours'").query(Long.class).single();
	}
}

package cn.cuobian.worklist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import cn.cuobian.worklist.WorkFilter.Tab;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * How long a page of the task list takes, with ten thousand open tasks and with a million. Not a test of the build:
 * {@code mvn test -Dtest=TaskListBenchmark -Dcuobian.benchmark=true}.
 */
@EnabledIfSystemProperty(named = "cuobian.benchmark", matches = "true")
class TaskListBenchmark {

	private static final int ROUNDS = 300;
	private static final List<Lane> POSTS = List.of(Lane.group("wide@jj", false), Lane.group("wide@jj", true),
			Lane.group("post@17", false), Lane.group("post@18", false));
	private static final List<Lane> CITY = List.of(Lane.group("post@17", false), Lane.territory("city", "jj"), Lane.assignee(5));

	@Test
	void h2() throws Exception {
		for (var open : List.of(10_000, 1_000_000)) {
			try (var database = new SingleConnectionDataSource("jdbc:h2:mem:bench" + open + ";OPTIMIZE_REUSE_RESULTS=FALSE", true)) {
				measure("H2 " + open, database, "system_range(1, " + open + ")", "x", open);
			}
		}
	}

	@Test
	void postgresql() throws Exception {
		for (var open : List.of(10_000, 1_000_000)) {
			try (var server = EmbeddedPostgres.start()) {
				measure("PostgreSQL " + open, new SingleConnectionDataSource(server.getPostgresDatabase().getConnection(), true),
						"generate_series(1, " + open + ") as s(x)", "x", open);
			}
		}
	}

	private static void measure(String name, DataSource database, String series, String x, int open) throws IOException {
		var jdbc = JdbcClient.create(database);
		create(jdbc);
		fill(jdbc, series, x, open);
		var pages = new WorkPages(jdbc, null, Clock.systemUTC());
		var due = WorkFilter.of(Tab.POSTS);
		report(name, "my posts by remaining time", () -> pages.read(POSTS, due, 5, Optional.empty(), 26));
		report(name, "a later page", () -> pages.read(POSTS, due, 5, middle(), 26));
		var newest = WorkFilter.of(Map.of("tab", "posts", "sort", "newest"));
		report(name, "my posts, newest first", () -> pages.read(POSTS, newest, 5, Optional.empty(), 26));
		report(name, "all in a city by remaining time", () -> pages.read(CITY, WorkFilter.of(Tab.ALL), 5, Optional.empty(), 26));
		var newestAll = WorkFilter.of(Map.of("tab", "all", "sort", "newest"));
		report(name, "all in a city, newest first", () -> pages.read(CITY, newestAll, 5, Optional.empty(), 26));
		report(name, "mine", () -> pages.read(List.of(Lane.assignee(5)), WorkFilter.of(Tab.MINE), 5, Optional.empty(), 26));
		report(name, "count of my posts up to 100", () -> pages.count(POSTS, due, 5, 100));
		var overdue = WorkFilter.of(Map.of("due", "overdue"));
		report(name, "overdue of my posts", () -> pages.read(POSTS, overdue, 5, Optional.empty(), 26));
		var byNumber = WorkFilter.of(Map.of("tab", "all", "text", "QZ-2026-0000777"));
		report(name, "number in a city", () -> pages.read(CITY, byNumber, 5, Optional.empty(), 26));
		var byKind = WorkFilter.of(Map.of("kind", "rare"));
		report(name, "a rare kind in my posts", () -> pages.read(POSTS, byKind, 5, Optional.empty(), 26));
	}

	private static Optional<Cursor> middle() {
		return Optional.of(new Cursor(WorkFilter.Sort.DUE, "2026-12-01T00:00:00Z", ""));
	}

	private static void create(JdbcClient jdbc) throws IOException {
		var sql = new ClassPathResource("db/migration/worklist/V40_1__worklist.sql").getContentAsString(StandardCharsets.UTF_8);
		Arrays.stream(sql.replaceAll("--[^\n]*", "").split(";")).filter(each -> !each.isBlank())
			.forEach(each -> jdbc.sql(each).update());
	}

	/** A fifth of all tasks is offered to one wide post, the rest to a thousand narrow ones; all lie in one city. */
	private static void fill(JdbcClient jdbc, String series, String x, int open) {
		jdbc.sql("""
				insert into work_item (task_id, subject, model_key, element_id, name, name_en, number, title, kind, place,
				  prefecture, city, compound, assignee, opened, due)
				select 't' || lpad(cast(x as varchar), 9, '0'), 'matter:' || x, 'ladder', 'user_handle', '办理', 'Handle',
				  'QZ-2026-' || lpad(cast(x as varchar), 7, '0'), '第' || x || '件', case when mod(x, 50000) = 1 then 'rare' else 'leak' end,
				  'c' || mod(x, 1000), 'qz', 'jj', 'c' || mod(x, 1000), case when mod(x, 3) = 0 then mod(x, 5000) end,
				  timestamp with time zone '2026-01-01 00:00:00+08' + cast(x as integer) * interval '10' second,
				  timestamp with time zone '2026-06-01 00:00:00+08' + mod(cast(x as bigint) * 7919, 1000003) * interval '30' second
				from """ + " " + series).update();
		jdbc.sql("""
				insert into work_offer (group_key, task_id, taken, number, opened, due)
				select case when mod(cast(substring(number, 9) as integer), 5) = 0 then 'wide@jj'
				  else 'post@' || mod(cast(substring(number, 9) as integer), 1000) end, task_id, assignee is not null, number, opened, due from work_item""")
			.update();
		jdbc.sql("analyze").update();
	}

	private static void report(String name, String what, Runnable read) {
		var times = new long[ROUNDS];
		for (int i = -50; i < ROUNDS; i++) {
			var start = System.nanoTime();
			read.run();
			times[Math.max(i, 0)] = System.nanoTime() - start;
		}
		Arrays.sort(times);
		System.out.printf("%-20s %-34s p50 %7.2f ms  p95 %7.2f ms%n", name, what, times[ROUNDS / 2] / 1e6,
				times[ROUNDS * 95 / 100] / 1e6);
	}
}

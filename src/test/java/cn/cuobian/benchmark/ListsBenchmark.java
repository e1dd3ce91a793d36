package cn.cuobian.benchmark;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.function.IntFunction;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import cn.cuobian.PlainVisitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long the server takes for the pages people open all day, from 10,000 to 1,000,000 open tasks with three closed
 * matters for each. Asked over HTTP on loopback by one client; timed in the server, around session, sign-in and rendering.
 * Run: {@code mvn -Pbenchmark test}; the table is printed. docs/benchmarks.md keeps what was seen.
 */
class ListsBenchmark {

	private static final int WARM_UP = 1_500;
	private static final int MEASURED = 600;
	static final String PASSWORD = "three warm oranges";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(ints = { 10_000, 1_000_000 })
	void onH2(int open) throws Exception {
		measure("H2", open, CityHouse.onH2(directory));
	}

	@ParameterizedTest
	@ValueSource(ints = { 10_000, 1_000_000 })
	void onPostgres(int open) throws Exception {
		try (var postgres = CityHouse.postgres()) {
			measure("PostgreSQL", open, CityHouse.on(postgres));
		}
	}

	private void measure(String database, int open, Map<String, Object> settings) throws Exception {
		long started = System.nanoTime();
		try (var context = CityHouse.open(directory, settings, ServerTimes.class)) {
			var db = context.getBean(JdbcClient.class);
			var city = new City(db, database.equals("H2"));
			city.build();
			city.fill(open);
			person(context, "benchsteward", City.STEWARD);
			person(context, "benchdistrict", City.DISTRICT_SECRETARY, City.JOINT_SECRETARY, City.STEWARD);
			System.out.printf("%s, %,d open: filled in %d s%n", database, open, (System.nanoTime() - started) / 1_000_000_000);
			report(database, open, context);
		}
	}

	private void report(String database, int open, ConfigurableApplicationContext context) throws Exception {
		var base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
		var steward = PlainVisitor.signedIn(base, "benchsteward", PASSWORD);
		var district = PlainVisitor.signedIn(base, "benchdistrict", PASSWORD);
		var server = context.getBean(ServerTimes.class);
		print(database, open, "my posts, a steward", times(server, steward, i -> "/tasks?tab=posts"));
		print(database, open, "my posts, three posts of a district", times(server, district, i -> "/tasks?tab=posts"));
		print(database, open, "all I may see, a district", times(server, district, i -> "/tasks?tab=all"));
		print(database, open, "search by number", times(server, district, i -> "/matters?q=" + number(i, open)));
		print(database, open, "a matter's page", times(server, district, i -> "/matters/" + number(i, open)));
	}

	/** One of the matters in district bd7, open and closed ones in turn. */
	private static String number(int i, int open) {
		return City.number(7 + 10L * (i * 7_919L % (4L * open / 10)));
	}

	private static double[] times(ServerTimes server, PlainVisitor visitor, IntFunction<String> path) throws Exception {
		for (int i = 0; i < WARM_UP + MEASURED; i++) {
			if (i == WARM_UP) {
				server.forget();
			}
			assertThat(visitor.get(path.apply(i)).statusCode()).as(path.apply(i)).isIn(200, 302);
		}
		return server.sorted();
	}

	private static void print(String database, int open, String page, double[] times) {
		System.out.printf("| %s | %,d | %s | %.1f | %.1f | %.1f |%n", database, open, page, times[MEASURED / 2],
				times[MEASURED * 95 / 100], times[MEASURED * 99 / 100]);
	}

	static void person(ConfigurableApplicationContext context, String username, String... groups) {
		var db = context.getBean(JdbcClient.class);
		var now = Timestamp.from(Instant.parse("2026-01-01T00:00:00Z"));
		db.sql("insert into person (name) values (?)").param(username).update();
		long id = db.sql("select max(id) from person").query(Long.class).single();
		db.sql("insert into account (person, username, password, must_change, disabled, created_at) values (?, ?, ?, false, false, ?)")
				.params(id, username, context.getBean(PasswordEncoder.class).encode(PASSWORD), now).update();
		for (String group : groups) {
			db.sql("insert into post_holding (post, place, person, held_from) values (?, ?, ?, ?)")
					.params(group.split("@")[0], group.split("@")[1], id, now).update();
		}
	}
}

package cn.cuobian.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.cuobian.PlainVisitor;

/**
 * How long the server takes for the supervisor's board with its counts over 1,000,000 open clocks on PostgreSQL. Asked and
 * timed as in {@link ListsBenchmark}. Run: {@code mvn -Pbenchmark test -Dtest=BoardBenchmark}; the table is printed.
 */
class BoardBenchmark {

	private static final int OPEN = 1_000_000;
	private static final int WARM_UP = 400;
	private static final int MEASURED = 300;

	@TempDir
	private Path directory;

	@Test
	void aMillionOpenClocksOnPostgres() throws Exception {
		try (var postgres = CityHouse.postgres();
				var context = CityHouse.open(directory, CityHouse.on(postgres), ServerTimes.class)) {
			var db = context.getBean(JdbcClient.class);
			var city = new City(db, false);
			city.build();
			city.fillBoard(OPEN);
			db.sql("vacuum analyze watched").update();
			db.sql("vacuum analyze watch_tally").update();
			ListsBenchmark.person(context, "benchcity", "supervisor@bp");
			ListsBenchmark.person(context, "benchtown", "supervisor@bt17");
			report(context);
		}
	}

	private static void report(ConfigurableApplicationContext context) throws Exception {
		var base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
		var city = PlainVisitor.signedIn(base, "benchcity", ListsBenchmark.PASSWORD);
		var town = PlainVisitor.signedIn(base, "benchtown", ListsBenchmark.PASSWORD);
		var server = context.getBean(ServerTimes.class);
		print("first page and counts, the whole city", times(server, city, "/board", WARM_UP, MEASURED));
		print("first page and counts, a township", times(server, town, "/board", WARM_UP, MEASURED));
		print("the city, overdue", times(server, city, "/board?state=overdue", 100, MEASURED));
		print("the city, paused", times(server, city, "/board?state=paused", 100, MEASURED));
		print("the city, under special supervision", times(server, city, "/board?state=listed", 100, MEASURED));
		print("a township, under special supervision", times(server, town, "/board?state=listed", 100, MEASURED));
		print("load, a township", times(server, town, "/board/load", 20, 100));
		print("load, the whole city", times(server, city, "/board/load", 2, 10));
	}

	private static double[] times(ServerTimes server, PlainVisitor visitor, String path, int warmUp, int measured) throws Exception {
		for (int i = 0; i < warmUp + measured; i++) {
			if (i == warmUp) {
				server.forget();
			}
			assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
		}
		return server.sorted();
	}

	private static void print(String page, double[] times) {
		int n = times.length;
		System.out.printf("| PostgreSQL | %,d | %s | %.1f | %.1f | %.1f |%n", OPEN, page, times[n / 2], times[n * 95 / 100],
				times[n * 99 / 100]);
	}
}

package cn.cuobian.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.cuobian.people.People;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.NewVote;
import cn.cuobian.votes.NewVote.NewQuestion;
import cn.cuobian.votes.Openness;
import cn.cuobian.votes.ReceiptShows;
import cn.cuobian.votes.TallyRules.Tie;
import cn.cuobian.votes.TestBallots;
import cn.cuobian.votes.Votes;

/**
 * A roll of 50,000 units and 40,000 heads on PostgreSQL: 40,000 ballots at 200 a second, one in twenty sent twice at the
 * same moment, then 10,000 as fast as they go, by real name and secret. Run: {@code mvn -Pbenchmark test -Dtest=CastingBenchmark}.
 */
class CastingBenchmark {

	private static final int HEADS = 40_000;
	private static final int SECOND_UNITS = 10_000;
	private static final int PER_SECOND = 200;
	private static final int TWICE = 20;
	private static final int THREADS = 16;
	private static final int UNPACED = 10_000;

	@TempDir
	private Path directory;

	@Test
	void onPostgres() throws Exception {
		try (var postgres = CityHouse.postgres(); var context = CityHouse.open(directory, CityHouse.on(postgres))) {
			var db = context.getBean(JdbcClient.class);
			new City(db, false).build();
			roll(db);
			ListsBenchmark.person(context, "benchofficer", "election-officer@bt17");
			var officer = TestViewers.of(context, context.getBean(People.class).byUsername("benchofficer").orElseThrow());
			long vote = open(context, officer, false);
			paced(context, vote);
			check(db, vote, HEADS, false);
			fast(context, db, open(context, officer, false), false);
			fast(context, db, open(context, officer, true), true);
		}
	}

	private static void roll(JdbcClient db) {
		db.sql("insert into roll (place, title, parking, state, edition, units, heads, area, secret, created, created_by, fingerprint) values"
				+ " ('bc17', '名册', false, 'FROZEN', 1, ?, ?, ?, '\\x01', now(), 1, repeat('0', 64))")
				.params(HEADS + SECOND_UNITS, HEADS, 100_00L * (HEADS + SECOND_UNITS)).update();
		var roll = "(select max(id) from roll)";
		db.sql("insert into roll_head (id, roll_id, no, kind, buyer, area, units) select 1000000 + x, " + roll + ", x, 'OWNER', 'b' || x,"
				+ " case when x <= " + SECOND_UNITS + " then 20000 else 10000 end, 1 from generate_series(1, " + HEADS + ") as g(x)").update();
		db.sql("insert into roll_unit (id, roll_id, code, building, area, used_as, unsold, head_id, salt) select 2000000 + x, " + roll
				+ ", 'u' || x, '1', 10000, 'DWELLING', false, 1000000 + 1 + mod(x - 1, " + HEADS + "), '\\x01' from generate_series(1, "
				+ (HEADS + SECOND_UNITS) + ") as g(x)").update();
		db.sql("analyze").update();
	}

	private static long open(ConfigurableApplicationContext context, Viewer officer, boolean secret) throws InterruptedException {
		var votes = context.getBean(Votes.class);
		long roll = context.getBean(JdbcClient.class).sql("select max(id) from roll").query(Long.class).single();
		var opens = Instant.now().plusSeconds(2);
		long vote = votes.prepare(new NewVote(roll, "选举", NewVote.ALONE, secret ? Openness.SECRET : Openness.REAL_NAME, false, false,
				ReceiptShows.INCLUSION, 0, Tie.AREA, opens, opens.plus(Duration.ofDays(1)), false,
				List.of(NewQuestion.seats("选举委员", 7, 2, List.of("一", "二", "三", "四", "五", "六", "七", "八", "九")), NewQuestion.motion(5, "修电梯"))),
				officer);
		votes.announce(vote, officer);
		TimeUnit.SECONDS.sleep(3);
		votes.open(vote);
		return vote;
	}

	private static void paced(ConfigurableApplicationContext context, long vote) throws InterruptedException {
		var micros = new long[HEADS];
		var refused = new AtomicInteger();
		var threads = Executors.newFixedThreadPool(THREADS);
		long begin = System.nanoTime();
		for (int i = 0; i < HEADS; i++) {
			int head = i;
			long due = begin + i * 1_000_000_000L / PER_SECOND;
			while (System.nanoTime() < due) {
				LockSupport.parkNanos(due - System.nanoTime());
			}
			threads.execute(() -> micros[head] = cast(context, vote, head, due, refused));
			if (i % TWICE == 0) {
				threads.execute(() -> cast(context, vote, head, due, refused));
			}
		}
		threads.shutdown();
		assertThat(threads.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
		double seconds = (System.nanoTime() - begin) / 1e9;
		Arrays.sort(micros);
		System.out.printf("%,d ballots at %d a second in %.1f s; from due to committed p50 %.1f ms, p99 %.1f ms, most %.1f ms; %d of %d second ones refused%n",
				HEADS, PER_SECOND, seconds, micros[HEADS / 2] / 1e3, micros[HEADS * 99 / 100] / 1e3, micros[HEADS - 1] / 1e3, refused.get(),
				HEADS / TWICE);
	}

	/** @return microseconds from the moment it was due to its commit */
	private static long cast(ConfigurableApplicationContext context, long vote, int head, long due, AtomicInteger refused) {
		try {
			TestBallots.cast(context, vote, 1_000_001L + head, "1=" + (head % 9 + 1) + ";2=" + (head % 3 == 0 ? "no" : "yes"));
		} catch (Refusal second) {
			refused.incrementAndGet();
		}
		return (System.nanoTime() - due) / 1_000;
	}

	private static void fast(ConfigurableApplicationContext context, JdbcClient db, long vote, boolean secret) throws InterruptedException {
		var refused = new AtomicInteger();
		var threads = Executors.newFixedThreadPool(THREADS);
		long begin = System.nanoTime();
		for (int i = 0; i < UNPACED; i++) {
			int head = i;
			threads.execute(() -> cast(context, vote, head, begin, refused));
		}
		threads.shutdown();
		assertThat(threads.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
		System.out.printf("unpaced, %s: %.0f ballots a second%n", secret ? "secret" : "by real name", UNPACED / ((System.nanoTime() - begin) / 1e9));
		check(db, vote, UNPACED, secret);
	}

	/** None lost, none doubled, no gap. */
	private static void check(JdbcClient db, long vote, int ballots, boolean secret) {
		var counts = new HashMap<String, Long>();
		counts.put("marks", count(db, "cast_mark where vote_id = " + vote));
		counts.put("lines", count(db, "box_entry where vote_id = " + vote + " and kind = 'CAST'"));
		counts.put("heads", db.sql("select count(distinct head_no) from box_entry where vote_id = ? and kind = 'CAST'").param(vote).query(Long.class).single());
		counts.put("last", db.sql("select max(seq) - 1 from box_entry where vote_id = ?").param(vote).query(Long.class).single());
		assertThat(counts.values()).containsOnly((long) ballots);
		assertThat(count(db, "box_paper where vote_id = " + vote)).isEqualTo(secret ? ballots : 0L);
	}

	private static long count(JdbcClient db, String from) {
		return db.sql("select count(*) from " + from).query(Long.class).single();
	}
}

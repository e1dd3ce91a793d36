package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.PlainVisitor;
import cn.cuobian.TwoNodes;
import cn.cuobian.instruments.Scrape;

/**
 * F16: of the matters whose deadlines come due one fails each time, one takes longer than its lock, and one fills the heap, which
 * ends its node. A node that ended is started again at once. Size: {@code -Dcuobian.faults.healthy=300}.
 */
class PoisonedJobFault {

	private static final int HEALTHY = Integer.getInteger("cuobian.faults.healthy", 300);
	private static final int RESIDENTS = 6;
	private static final List<String> POISON = List.of("fails", "sleeps", "fills the heap");
	/** Of the one that fails, all in all; of those that say nothing, alone: each was taken once more, beside others. */
	private static final int ATTEMPTS = 3;
	/** Half of the healthy are due at the same instant as the poison, the others one by one until so much later. */
	private static final Duration SPREAD = Duration.ofSeconds(90);
	private static final Duration PROMISED = Duration.ofMinutes(1);
	private static final Duration PATIENCE = Duration.ofMinutes(8);
	/** A statement may take 25 seconds: the step that is to outlast its lock of 20 sleeps in several. What a sequence counted stays when all else is rolled back. */
	private static final String TRIGGERS = """
			create table poison (subject varchar(80) primary key, does varchar(20));
			create sequence poison_fails;
			create function poison() returns trigger language plpgsql as $$
			declare what varchar(20);
			begin
			  select does into what from poison where subject = old.subject;
			  if what = 'fails' then
			    perform nextval('poison_fails');
			    raise exception 'poison';
			  elsif what = 'sleeps' then
			    perform pg_sleep(20);
			  elsif what = 'fills the heap' then
			    raise notice '%', repeat('x', 250000000);
			  end if;
			  return case when tg_op = 'DELETE' then old else new end;
			end $$;
			create trigger poison before delete on work_item for each row execute function poison();
			create trigger poison before delete on watched for each row execute function poison();
			create trigger poison before update on clock for each row when (new.state <> old.state) execute function poison();""";
	private static final String OPEN = "select count(*) from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ join matter m on e.business_key_ = 'matter:' || m.id"
			+ " where m.tier = 'BUILDING' and m.narrative like '" + Rush.narrative("") + "%' and j.retries_ ";

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--cuobian.public.reports-per-hour=100000000", "--logging.level.root=warn", "--cuobian.engine.job-lock=20s",
			"--cuobian.engine.retries=PT5S,PT5S", "--cuobian.metrics.token=" + Scrape.TOKEN);

	private final AtomicInteger ended = new AtomicInteger();
	private final ExecutorService keepers = Executors.newFixedThreadPool(TwoNodes.NODES.size());

	@Test
	void theHealthyMoveOnAndThePoisonIsGivenUpUntilAPersonTriesItAgain() throws Exception {
		var slips = report();
		try (var db = TOPOLOGY.connection()) {
			var tokens = new ArrayList<>(slips.keySet());
			var poisoned = tokens.subList(0, POISON.size());
			poison(db, poisoned);
			var due = bringForward(db, tokens);
			TwoNodes.NODES.forEach(node -> keepers.submit(() -> keep(node)));
			var givenUp = until(db, OPEN + "> 0", 0);
			while (!TwoNodes.NODES.stream().allMatch(TOPOLOGY::isReady)) {
				TimeUnit.MILLISECONDS.sleep(500);
			}
			keepers.shutdownNow();
			assertThat(keepers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
			var invariants = new Invariants(db);
			var late = Duration.ofMillis(invariants.count(("select cast(extract(epoch from max(e.at - c.due)) * 1000 as bigint) from matter_event e"
					+ " join clock c on c.subject = 'matter:' || e.matter_id and c.code = 'LADDER.BUILDING' where e.kind = 'RAISED' and c.due >= '%s'").formatted(due)));
			checkGivenUp(invariants);
			var retried = tryAgain(db, slips.size());
			invariants.allHold(slips);
			assertThat(invariants.count("select count(*) from matter_event where kind = 'RAISED' and matter_id in (select id from matter where narrative like '"
					+ Rush.narrative("") + "%')")).as("each matter climbed once").isEqualTo(slips.size());
			TOPOLOGY.run("verify"); // every chain of hashes
			assertThat(late).as("the latest of the healthy").isLessThan(PROMISED);
			new Findings("F16").saw("healthy matters that came due", slips.size() - POISON.size()).saw("the latest of them", late.toMillis() + " ms")
					.saw("poisoned: " + String.join(", ", POISON), POISON.size()).saw("nodes that ended", ended)
					.saw("attempts of the one that fails", ATTEMPTS).saw("all poison given up after", givenUp.toSeconds() + " s")
					.saw("once the cause is gone and an administrator tries again, all move on after", retried.toMillis() + " ms").write();
		}
	}

	private static Map<String, String> report() throws Exception {
		try (var rush = new Rush(TOPOLOGY.base(), List.of("lingxiu-1", "lingxiu-2", "lingxiu-7"), RESIDENTS, Duration.ofMillis(200))) {
			long limit = System.nanoTime() + PATIENCE.toNanos();
			while (rush.slips().size() < HEALTHY + POISON.size()) {
				assertThat(System.nanoTime()).as("all are reported").isLessThan(limit);
				TimeUnit.MILLISECONDS.sleep(100);
			}
			rush.end(PATIENCE);
			return new TreeMap<>(rush.slips());
		}
	}

	private static void poison(Connection db, List<String> tokens) throws SQLException {
		try (var statement = db.createStatement(); var insert = db.prepareStatement("insert into poison select 'matter:' || id, ? from matter where narrative = ?")) {
			statement.execute(TRIGGERS);
			for (int i = 0; i < POISON.size(); i++) {
				insert.setString(1, POISON.get(i));
				insert.setString(2, Rush.narrative(tokens.get(i)));
				assertThat(insert.executeUpdate()).isEqualTo(1);
			}
		}
	}

	/** @return when the first are due */
	private static Instant bringForward(Connection db, List<String> tokens) throws SQLException {
		db.setAutoCommit(false);
		var first = Instant.now().plusSeconds(10);
		int together = POISON.size() + tokens.size() / 2;
		for (int i = 0; i < tokens.size(); i++) {
			var after = i < together ? Duration.ZERO : SPREAD.multipliedBy(i - together).dividedBy(tokens.size() - together);
			Deadlines.bringForward(db, Rush.narrative(tokens.get(i)), first.plus(after));
		}
		db.commit();
		db.setAutoCommit(true);
		return first;
	}

	/** Whoever looks after a node starts it again when it has ended. */
	private Void keep(String node) throws Exception {
		while (true) {
			TimeUnit.MILLISECONDS.sleep(500);
			// the script refuses to start a node that only does not answer
			if (!TOPOLOGY.isReady(node) && TOPOLOGY.begin("run", node).waitFor() == 0) {
				ended.incrementAndGet();
			}
		}
	}

	private static Duration until(Connection db, String count, long wanted) throws SQLException, InterruptedException {
		long begun = System.nanoTime();
		while (new Invariants(db).count(count) != wanted) {
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(count).isLessThan(PATIENCE);
			TimeUnit.MILLISECONDS.sleep(200);
		}
		return Duration.ofNanos(System.nanoTime() - begun);
	}

	private void checkGivenUp(Invariants invariants) throws Exception {
		assertThat(invariants.count(OPEN + "= 0")).as("poison that was given up").isEqualTo(POISON.size());
		assertThat(invariants.count("select count(*) from act_ru_incident where incident_type_ = 'failedJob'")).as("incidents").isEqualTo(POISON.size());
		assertThat(invariants.count("select last_value from poison_fails")).as("attempts of the one that fails").isEqualTo(ATTEMPTS);
		assertThat(ended.get()).as("nodes that ended: once with others, then for it alone").isBetween(1, 1 + ATTEMPTS);
		assertThat(meter()).as("the meter").isEqualTo(POISON.size());
	}

	/** As whoever reads the meters sees it on any node. */
	private static long meter() throws Exception {
		TimeUnit.SECONDS.sleep(12); // a look is kept for ten
		return (long) Scrape.at(TOPOLOGY.at("one")).of("cuobian_house_jobs{state=\"given-up\"}");
	}

	/** The cause is mended, and an administrator presses the button of each on its page. */
	private static Duration tryAgain(Connection db, int matters) throws Exception {
		try (var statement = db.createStatement()) {
			statement.execute("delete from poison");
		}
		// whoever sleeps on holds its rows
		until(db, "select count(*) from pg_stat_activity where wait_event = 'PgSleep'", 0);
		var administrator = PlainVisitor.signedIn(TOPOLOGY.base(), "admin", "cuobian-demo-2026");
		var page = administrator.page("/admin/stopped");
		var buttons = new ArrayList<String>();
		var button = Pattern.compile("action=\"(/admin/stopped/[^\"]+/retry)\"").matcher(page);
		while (button.find()) {
			buttons.add(button.group(1));
		}
		assertThat(buttons).as(page).hasSize(POISON.size());
		assertThat(page).contains("数据库没有答复，或者不接受", "连着几次");
		for (var action : buttons) {
			assertThat(administrator.send("/admin/stopped", action, Map.of()).statusCode()).isEqualTo(302);
			assertThat(administrator.send("/admin/posts", action, Map.of()).statusCode()).as("pressed twice").isEqualTo(409);
		}
		return until(db, "select count(*) from matter where tier <> 'BUILDING' and narrative like '" + Rush.narrative("") + "%'", matters);
	}
}

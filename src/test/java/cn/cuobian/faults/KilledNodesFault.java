package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.TwoNodes;

/**
 * F1: two nodes behind the proxy, twelve reports a second, deadlines that come due all the time, and every fifteen seconds or
 * a little later one of the nodes is killed and started again, until there were as many of both as asked for:
 * {@code -Dcuobian.faults.kills=200 -Dcuobian.faults.reports=30000}.
 */
class KilledNodesFault {

	private static final int KILLS = Integer.getInteger("cuobian.faults.kills", 200);
	private static final int REPORTS = Integer.getInteger("cuobian.faults.reports", 30_000);
	private static final int RESIDENTS = 6;
	private static final Duration EVERY = Duration.ofMillis(500);
	/** Matters of which the steward's time runs out in the middle of each pause. */
	private static final int DUE = 20;
	private static final Duration PATIENCE = Duration.ofMinutes(5);
	/** How late a deadline may take effect, at the ninety-ninth percent, in the first minute after a restart: here it is always such a minute. */
	private static final Duration LATEST = Duration.ofSeconds(60);
	/** In which the nodes count; the engine stores instants without a zone. */
	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--cuobian.public.reports-per-hour=100000000", "--logging.level.root=warn");

	@Test
	void nothingIsLostAndNothingIsDoneTwice() throws Exception {
		var begun = Instant.now();
		Map<String, Instant> due = new LinkedHashMap<>();
		try (var rush = new Rush(TOPOLOGY.base(), buildings(), RESIDENTS, EVERY); var killer = new NodeKiller(TOPOLOGY)) {
			int kills = 0;
			for (; kills < KILLS || rush.slips().size() < REPORTS; kills++) {
				due.putAll(bringForward());
				killer.waitAndKill();
			}
			killer.awaitStarts();
			rush.end(PATIENCE);
			var took = Duration.between(begun, Instant.now());
			settle();
			var late = check(rush, due);
			new Findings("F1").saw("kills of a node, at least 15 s apart", kills).saw("minutes", took.toMinutes())
					.saw("accepted reports", rush.slips().size()).saw("answers", rush.answers())
					.saw("longest time in which nobody got a slip", rush.standStill().toMillis() + " ms")
					.saw("deadlines that came due meanwhile, each once", due.size())
					.saw("p50/p99 of how late they took effect, ms", late).write();
		}
	}

	private static List<String> buildings() throws SQLException {
		try (var db = TOPOLOGY.connection(); var all = db.createStatement(); var row = all.executeQuery("select code from place where level = 'BUILDING' order by code")) {
			List<String> codes = new ArrayList<>();
			while (row.next()) {
				codes.add(row.getString(1));
			}
			return codes;
		}
	}

	/** @return how late each deadline took effect */
	private static Latencies.Part check(Rush rush, Map<String, Instant> due) throws Exception {
		assertThat(List.of("200", "502", "503", "504", "none")).as("what was answered").containsAll(rush.answers().keySet());
		try (var db = TOPOLOGY.connection()) {
			var invariants = new Invariants(db);
			invariants.allHold(rush.slips());
			for (var matter : due.keySet()) {
				assertThat(invariants.count("select count(*) from matter_event where kind = 'RAISED' and matter_id = " + matter)).as("times %s climbed", matter).isEqualTo(1);
			}
			TOPOLOGY.run("verify"); // every chain of hashes
			var late = lateness(db, due);
			assertThat(late.percentile(99)).as("how late a deadline took effect").isLessThanOrEqualTo(LATEST);
			assertThat(late.percentile(0)).as("none took effect before its time").isGreaterThanOrEqualTo(Duration.ZERO);
			return late;
		}
	}

	private static Latencies.Part lateness(Connection db, Map<String, Instant> due) throws SQLException {
		try (var raised = db.prepareStatement("select at from matter_event where kind = 'RAISED' and matter_id = ?")) {
			List<Long> late = new ArrayList<>();
			for (var matter : due.entrySet()) {
				raised.setLong(1, Long.parseLong(matter.getKey()));
				try (var row = raised.executeQuery()) {
					row.next();
					late.add(Duration.between(matter.getValue(), row.getObject(1, OffsetDateTime.class)).toNanos());
				}
			}
			return new Latencies.Part(late);
		}
	}

	/** What was due while both were away is made up for. */
	private static void settle() throws InterruptedException {
		TimeUnit.SECONDS.sleep(90);
	}

	/** In the ledger and in the engine; answers the ids of the matters, and when they are due. */
	private static Map<String, Instant> bringForward() throws SQLException {
		var at = Instant.now().plusMillis(NodeKiller.PAUSE.dividedBy(2).toMillis()).truncatedTo(ChronoUnit.MILLIS);
		try (var db = TOPOLOGY.connection(); var find = db.prepareStatement("""
				select m.id from matter m join clock c on c.subject = 'matter:' || m.id and c.code = 'LADDER.BUILDING' and c.state = 'RUNNING'
				where m.narrative like ? and c.due > current_timestamp + interval '1' hour order by m.id desc fetch first %d rows only""".formatted(DUE));
				var clock = db.prepareStatement("update clock set due = ?, next_rung_at = ? where subject = ? and code = 'LADDER.BUILDING'");
				var job = db.prepareStatement("update act_ru_job set duedate_ = ? where process_instance_id_ in"
						+ " (select proc_inst_id_ from act_ru_execution where business_key_ = ?)")) {
			find.setString(1, Rush.narrative("") + "%");
			var row = find.executeQuery();
			Map<String, Instant> matters = new LinkedHashMap<>();
			while (row.next()) {
				matters.put(row.getString(1), at);
				clock.setObject(1, at.atOffset(ZoneOffset.UTC));
				clock.setObject(2, at.atOffset(ZoneOffset.UTC));
				clock.setString(3, "matter:" + row.getString(1));
				clock.executeUpdate();
				job.setObject(1, LocalDateTime.ofInstant(at, ZONE));
				job.setString(2, "matter:" + row.getString(1));
				job.executeUpdate();
			}
			return matters;
		}
	}
}

package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.MoodyPost;
import cn.cuobian.MoodyPost.Mood;
import cn.cuobian.PlainVisitor;
import cn.cuobian.TwoNodes;

/**
 * F5: the mail server is away, silent, slow, busy, refuses, or cuts the connection after it took the mail, while residents
 * report. Length of each mood: {@code -Dcuobian.faults.mood-seconds=25}; the slow one lasts until a mail of it has come.
 */
class MoodyPostFault {

	private static final int MOOD_SECONDS = Integer.getInteger("cuobian.faults.mood-seconds", 25);
	private static final Duration EVERY = Duration.ofMillis(1000);
	private static final int RESIDENTS = 2;
	private static final Duration PATIENCE = Duration.ofMinutes(4);
	/** Reporting may be slower by a fifth, and by what two cores that everything shares add to a single measure. */
	private static final double SLOWER = 1.2;
	private static final Duration NOISE = Duration.ofMillis(200);
	private static final List<Mood> MOODS = List.of(Mood.AWAY, Mood.SILENT, Mood.BUSY, Mood.KNOWS_NOBODY, Mood.REFUSES_TEXTS, Mood.CUTS_AFTER_TAKING,
			Mood.NO_FAREWELL, Mood.SLOW);

	private static final MoodyPost POST = MoodyPost.open();

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--cuobian.public.reports-per-hour=100000000", "--logging.level.root=error", "--spring.mail.host=127.0.0.1",
			"--spring.mail.port=" + POST.port());

	@Test
	void reportingIsNotSlowedAndNoMailIsLostOrDoubled() throws Exception {
		try (var db = TOPOLOGY.connection()) {
			Staff.everybodyWantsMails(db);
		}
		try (var rush = new Rush(TOPOLOGY.base(), List.of("lingxiu-1", "lingxiu-2", "lingxiu-7"), RESIDENTS, EVERY)) {
			TimeUnit.SECONDS.sleep(2L * MOOD_SECONDS);
			rush.latencies().next(); // the first of everything is slow
			TimeUnit.SECONDS.sleep(2L * MOOD_SECONDS);
			var calm = rush.latencies().next().percentile(95);
			for (var mood : MOODS) {
				endure(mood);
			}
			var moody = rush.latencies().next().percentile(95);
			rush.end(PATIENCE);
			var begun = System.nanoTime();
			POST.becomes(Mood.GOOD);
			drain();
			var drained = Duration.ofNanos(System.nanoTime() - begun);
			check(rush);
			int parked = refusedMailsAreShownAndGoOut();
			new Findings("F5").saw("moods", MOODS.size()).saw("accepted reports", rush.slips().size()).saw("mails, each once", POST.taken().size())
					.saw("refused for good, shown to staff, sent when asked", parked).saw("p95 of a report while all is well", calm.toMillis() + " ms")
					.saw("p95 of a report in all moods", moody.toMillis() + " ms").saw("backlog drained after", drained.toSeconds() + " s").write();
			assertThat(moody).as("p95 of a report").isLessThan(Duration.ofMillis((long) (calm.toMillis() * SLOWER)).plus(NOISE));
		}
	}

	private static void endure(Mood mood) throws Exception {
		POST.becomes(mood);
		TimeUnit.SECONDS.sleep(MOOD_SECONDS);
		if (mood == Mood.SLOW) {
			// a whole mail, and long enough afterwards for another node to have sent it too
			TimeUnit.SECONDS.sleep(8L * MoodyPost.SLOWNESS_SECONDS);
		}
	}

	/** The pauses between attempts pass; who is in the middle of one keeps what he has. */
	private static void drain() throws Exception {
		long limit = System.nanoTime() + PATIENCE.toNanos();
		try (var db = TOPOLOGY.connection(); var statement = db.createStatement()) {
			var invariants = new Invariants(db);
			while (invariants.count("select count(*) from mail where state = 'WAITING'") > 0) {
				assertThat(System.nanoTime()).as("the backlog drains").isLessThan(limit);
				statement.executeUpdate("update mail set next_at = current_timestamp where state = 'WAITING' and error is not null and next_at > current_timestamp"
						+ " and next_at < current_timestamp + interval '9' minute");
				TimeUnit.SECONDS.sleep(1);
			}
		}
	}

	private static void check(Rush rush) throws Exception {
		assertThat(rush.answers().keySet()).as("what was answered").isEqualTo(Set.of("200"));
		try (var db = TOPOLOGY.connection()) {
			var invariants = new Invariants(db);
			invariants.everyReportIsThereOnce(rush.slips());
			invariants.everyMatterIsWhole();
			invariants.everyMailCameOnce(POST.taken());
			assertThat(invariants.mails("DROPPED")).isEmpty();
			assertThat(invariants.count("select count(distinct about) from mail where kind = 'TASK_OFFERED'")).as("reports of which somebody was mailed").isEqualTo(rush.slips().size());
		}
		TOPOLOGY.run("verify"); // every chain of hashes
	}

	private static int refusedMailsAreShownAndGoOut() throws Exception {
		try (var db = TOPOLOGY.connection()) {
			var invariants = new Invariants(db);
			var parked = invariants.mails("PARKED");
			assertThat(parked).as("refused for good").isNotEmpty();
			assertThat(invariants.count("select count(distinct reason) from mail where state = 'PARKED'")).as("nobody there, and not such a text").isEqualTo(2);
			assertThat(invariants.count("select count(*) from inbox where kind = 'MAIL_PARKED'")).as("administrators are told").isPositive();
			var administrator = PlainVisitor.signedIn(TOPOLOGY.base(), "admin", "cuobian-demo-2026");
			assertThat(administrator.page("/admin/mails")).contains("/retry");
			administrator.send("/admin/mails", "/admin/mails/retry", Map.of());
			drain();
			assertThat(new TreeSet<>(POST.taken())).as("sent when asked").containsAll(parked);
			invariants.everyMailCameOnce(POST.taken());
			return parked.size();
		}
	}
}

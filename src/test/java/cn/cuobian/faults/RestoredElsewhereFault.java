package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.cuobian.MoodyPost;
import cn.cuobian.TwoNodes;

/**
 * F18: a backup is made while residents report and mails go out, everything is lost, and the house starts from the backup in another
 * folder. For how long reports come before the backup: {@code -Dcuobian.faults.before-seconds=60}.
 */
class RestoredElsewhereFault {

	private static final int BEFORE_SECONDS = Integer.getInteger("cuobian.faults.before-seconds", 60);
	private static final int AFTER_SECONDS = 15;
	private static final int RESIDENTS = 4;
	private static final Duration EVERY = Duration.ofMillis(500);
	/** Matters of which the steward's time runs out before the backup, and as many afterwards. */
	private static final int DUE = 10;
	private static final Duration UNTIL_DUE = Duration.ofSeconds(60);
	private static final Duration RESTORED_WITHIN = Duration.ofMinutes(30);
	private static final Duration PATIENCE = Duration.ofMinutes(4);
	/** From the end of a backup until the list of what is in it has come. */
	private static final Duration SENT = Duration.ofSeconds(1);

	private static final MoodyPost POST = MoodyPost.open();

	@RegisterExtension
	static final TwoNodes TOPOLOGY = new TwoNodes("--cuobian.public.reports-per-hour=100000000", "--logging.level.root=error", "--spring.mail.host=127.0.0.1",
			"--spring.mail.port=" + POST.port());

	/** Tokens of the slips that residents held, by the moment. */
	private final NavigableMap<Instant, Set<String>> held = new TreeMap<>();
	private Duration backupTook;

	@Test
	void everythingOfTheBackupIsThereAndNothingIsToldTwice() throws Exception {
		try (var db = TOPOLOGY.connection()) {
			Staff.everybodyWantsMails(db);
		}
		try (var rush = new Rush(TOPOLOGY.base(), List.of("lingxiu-1", "lingxiu-2", "lingxiu-7"), RESIDENTS, EVERY)) {
			for (int second = 0; second < BEFORE_SECONDS; second++) {
				TimeUnit.SECONDS.sleep(1);
				look(rush);
			}
			var told = due(TOPOLOGY, rush.slips().keySet(), Instant.now());
			raised(TOPOLOGY, told);
			var elsewhere = backUp(rush);
			TimeUnit.SECONDS.sleep(AFTER_SECONDS);
			rush.end(PATIENCE);
			for (var part : List.of("one", "two", "database")) {
				TOPOLOGY.run("kill", part);
			}
			try {
				restore(elsewhere, rush.slips(), told);
			} finally {
				elsewhere.run("stop");
			}
		}
	}

	/** While everything runs; looks meanwhile who holds a slip. */
	private TwoNodes backUp(Rush rush) throws Exception {
		var administrator = Executors.newSingleThreadExecutor();
		try {
			long begun = System.nanoTime();
			var backup = administrator.submit(TOPOLOGY::backUp);
			while (!backup.isDone()) {
				look(rush);
				TimeUnit.MILLISECONDS.sleep(50);
			}
			backupTook = Duration.ofNanos(System.nanoTime() - begun);
			return backup.get();
		} finally {
			administrator.shutdown();
		}
	}

	private void look(Rush rush) {
		var now = Set.copyOf(rush.slips().keySet());
		held.put(Instant.now(), now);
	}

	private void restore(TwoNodes elsewhere, Map<String, String> slips, Set<String> told) throws Exception {
		int mailsBefore = POST.taken().size();
		long begun = System.nanoTime();
		elsewhere.run("run", "database");
		Map<String, String> restored;
		Set<String> sent;
		Set<String> waiting;
		Set<String> due;
		try (var db = elsewhere.connection(); var statement = db.createStatement()) {
			restored = restored(elsewhere, db, slips);
			sent = new Invariants(db).mails("SENT");
			waiting = new Invariants(db).mails("WAITING");
			// the ten minutes pass for which a node that is gone held a mail
			statement.executeUpdate("update mail set next_at = current_timestamp where state = 'WAITING' and next_at > current_timestamp");
			due = due(elsewhere, restored.keySet().stream().filter(token -> !told.contains(token)).collect(Collectors.toSet()), Instant.now().plus(UNTIL_DUE));
		}
		elsewhere.run("start");
		var took = Duration.ofNanos(System.nanoTime() - begun);
		var resident = new Resident(elsewhere.base());
		for (var code : restored.values()) {
			assertThat(resident.track(code)).as("the page behind the code on the slip").isEqualTo(200);
		}
		raised(elsewhere, due);
		drained(elsewhere);
		elsewhere.run("verify"); // every chain of hashes
		try (var db = elsewhere.connection()) {
			var invariants = new Invariants(db);
			invariants.allHold(restored);
			for (var token : union(told, due)) {
				assertThat(raises(db, token)).as("times the matter of %s climbed", token).isEqualTo(1);
			}
			assertThat(POST.taken()).as("mails that came").containsAll(invariants.mails("SENT"));
		}
		var twice = POST.taken().stream().filter(id -> Collections.frequency(POST.taken(), id) > 1).collect(Collectors.toCollection(TreeSet::new));
		assertThat(sent).as("sent before the backup").isNotEmpty();
		assertThat(twice).as("what came a second time, with the same Message-ID").isSubsetOf(waiting).doesNotContainAnyElementsOf(sent);
		assertThat(twice).allSatisfy(id -> assertThat(Collections.frequency(POST.taken(), id)).isEqualTo(2));
		assertThat(took).isLessThan(RESTORED_WITHIN);
		new Findings("F18").saw("reports accepted before everything was lost", slips.size()).saw("of them in the backup, each there once", restored.size())
				.saw("accepted in the seconds after the backup, and lost", slips.size() - restored.size()).saw("the backup took", backupTook.toMillis() + " ms")
				.saw("from an empty machine with the backup to two nodes in service", took.toSeconds() + " s")
				.saw("mails sent before the backup, none sent again", sent.size()).saw("mails that waited in the backup; of them sent a second time, with the same Message-ID", waiting.size() + "; " + twice.size())
				.saw("mails before and after", mailsBefore + ", " + (POST.taken().size() - mailsBefore))
				.saw("deadlines told before, not again; due afterwards, told once", told.size() + "; " + due.size()).write();
	}

	/** What the backup holds of the slips: at least all that were held when it was complete. */
	private Map<String, String> restored(TwoNodes elsewhere, Connection db, Map<String, String> slips) throws SQLException, IOException {
		var there = new TreeMap<String, String>();
		try (var rows = db.createStatement().executeQuery("select narrative from matter where narrative like '" + Rush.narrative("") + "%'")) {
			while (rows.next()) {
				var token = rows.getString(1).substring(Rush.narrative("").length());
				assertThat(slips).as("slips").containsKey(token);
				there.put(token, slips.get(token));
			}
		}
		assertThat(there.keySet()).as("accepted before the backup was complete").containsAll(held.floorEntry(complete(elsewhere).minus(SENT)).getValue());
		return there;
	}

	/** PostgreSQL sends the list of what is in it last. */
	private static Instant complete(TwoNodes elsewhere) throws IOException {
		return Files.getLastModifiedTime(elsewhere.home().resolve("data/backup_manifest")).toInstant();
	}

	/** Tokens of some matters of which the steward's time runs out then. */
	private static Set<String> due(TwoNodes house, Set<String> tokens, Instant at) throws SQLException {
		var some = tokens.stream().sorted().limit(DUE).collect(Collectors.toSet());
		try (var db = house.connection()) {
			for (var token : some) {
				Deadlines.bringForward(db, Rush.narrative(token), at);
			}
		}
		return some;
	}

	private static void raised(TwoNodes house, Set<String> tokens) throws Exception {
		try (var db = house.connection()) {
			until("the matters climb", () -> {
				for (var token : tokens) {
					if (raises(db, token) == 0) {
						return false;
					}
				}
				return true;
			});
		}
	}

	private static long raises(Connection db, String token) throws SQLException {
		return new Invariants(db).count("select count(*) from matter_event e join matter m on m.id = e.matter_id where e.kind = 'RAISED' and m.narrative = '" + Rush.narrative(token) + "'");
	}

	private static void drained(TwoNodes house) throws Exception {
		try (var db = house.connection()) {
			until("all mails go out", () -> new Invariants(db).count("select count(*) from mail where state = 'WAITING'") == 0);
		}
	}

	private interface Question {

		boolean isSo() throws SQLException;
	}

	private static void until(String what, Question question) throws Exception {
		long limit = System.nanoTime() + PATIENCE.toNanos();
		while (!question.isSo()) {
			assertThat(System.nanoTime()).as(what).isLessThan(limit);
			TimeUnit.MILLISECONDS.sleep(200);
		}
	}

	private static Set<String> union(Set<String> some, Set<String> others) {
		var all = new TreeSet<>(some);
		all.addAll(others);
		return all;
	}
}

package cn.cuobian.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.SomePlaces;

/** The row of a clock is what its entries add up to, and nothing else. */
@CuobianTest
class LedgerTests {

	private static final AtomicLong NEXT = new AtomicLong();
	private static final long STEWARD = 11;
	private static final long SUPERVISOR = 12;
	private static final int ACTS = 12;

	@Autowired
	Clocks clocks;
	@Autowired
	ClockActs acts;
	@Autowired
	ClockLedger ledger;
	@Autowired
	ClockEntries entries;
	@Autowired
	WorkingCalendar calendar;
	@Autowired
	SomePlaces places;
	@Autowired
	TestClock clock;
	@Autowired
	JdbcTemplate db;

	private long id;

	@BeforeEach
	void aClockOfTenWorkingDays() {
		clock.setTo(Instant.parse("2026-03-02T01:00:00Z"));
		var subject = "ledger:" + NEXT.incrementAndGet();
		clocks.start("LADDER.HALL", subject, places.branch().compound());
		id = clocks.ofSubject(subject).get(0).id();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void whoReadsOnlyTheEntriesKnowsTheWholeClock(long seed) {
		var random = new Random(seed);
		for (int i = 0; i < ACTS; i++) {
			clock.travel(Duration.ofMinutes(random.nextInt(2_000)));
			anyAct(random.nextInt(5));
			var row = ledger.byId(id).orElseThrow();
			var replayed = Replayed.of(row, entries.of(id), calendar);
			assertThat(replayed).isEqualTo(new Replayed(row.due(), row.pausedSince(), row.extra(), row.asked()));
		}
		assertThat(entries.of(id)).hasSizeGreaterThan(1);
	}

	/** What makes no sense at the moment is refused, and must leave no trace. */
	private void anyAct(int which) {
		try {
			switch (which) {
				case 0 -> acts.pause(id, new Pause(Pause.Reason.WAITING_RESIDENT, "等一次入户", "", clock.instant(), STEWARD));
				case 1 -> acts.resume(id, clock.instant(), "他开门了", STEWARD);
				case 2 -> acts.askExtension(id, 2, "要等检测", STEWARD);
				case 3 -> acts.decideExtension(id, true, "情况属实", SUPERVISOR);
				default -> acts.decideExtension(id, false, "不必等", SUPERVISOR);
			}
		} catch (Refusal refused) {
			assertThat(refused.rule()).startsWith("clocks.");
		}
	}

	/** A second reading of the entries that shares nothing with the first but the counting of days. */
	private record Replayed(Instant due, Instant pausedSince, int extra, Integer asked) {

		static Replayed of(ClockRow opened, List<ClockEntry> entries, WorkingCalendar calendar) {
			Instant since = null;
			var pauses = Pauses.NONE;
			int extra = 0;
			Integer asked = null;
			for (var entry : entries) {
				switch (entry.kind()) {
					case PAUSED -> since = entry.effective();
					case RESUMED -> {
						pauses = pauses.and(since, entry.effective());
						since = null;
					}
					case EXTENSION_ASKED -> asked = entry.amount();
					case EXTENSION_REFUSED -> asked = null;
					case EXTENDED -> {
						extra += entry.amount();
						asked = null;
					}
					default -> { }
				}
			}
			var due = new Reckoning(Counting.of(opened.limit()), entries.get(0).at(), pauses, extra, new Days(calendar, OpeningHours.NONE)).due();
			return new Replayed(since == null ? due : Clocks.NEVER, since, extra, asked);
		}
	}

	@Test
	void ofTwoWhoPauseAtOnceOneDoesAndTheOtherIsTold() throws Exception {
		var barrier = new CyclicBarrier(2);
		Callable<Integer> pause = () -> {
			barrier.await();
			try {
				acts.pause(id, new Pause(Pause.Reason.WAITING_RESIDENT, "等一次入户", "", clock.instant(), STEWARD));
				return 200;
			} catch (Refusal refused) {
				return refused.status().value();
			}
		};
		var both = Executors.newFixedThreadPool(2);
		try {
			var answers = both.invokeAll(List.of(pause, pause));
			assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
		} finally {
			both.shutdown();
		}
		assertThat(entries.of(id)).extracting(ClockEntry::kind).containsExactly(ClockEntry.Kind.OPENED, ClockEntry.Kind.PAUSED);
	}

	@Test
	void aRefusedDecisionLeavesTheRequestAsItWas() {
		acts.askExtension(id, 2, "要等检测", STEWARD);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> acts.decideExtension(id, false, " ", SUPERVISOR));
		assertThat(ledger.byId(id).orElseThrow().asked()).isEqualTo(2);
		assertThat(entries.of(id)).hasSize(2);
	}

	@Test
	void theDatabaseItselfRefusesToRewrite() {
		var acts = new ArrayList<>(List.of("update clock_entry set words = 'x'", "delete from clock_entry"));
		if (onPostgres()) {
			acts.add("truncate clock_entry");
		}
		for (var act : acts) {
			assertThatThrownBy(() -> db.update(act)).hasStackTraceContaining("append-only");
		}
	}

	private boolean onPostgres() {
		return Boolean.TRUE.equals(db.execute((Connection connection) -> connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
	}
}

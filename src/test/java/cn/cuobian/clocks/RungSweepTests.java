package cn.cuobian.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.nodes.ClockWatch;

/** What rings, when, and that it rings once. */
@CuobianTest
class RungSweepTests {

	private static final AtomicInteger LAST = new AtomicInteger();

	@Autowired
	ClockLedger ledger;
	@Autowired
	RungRows rows;
	@Autowired
	Reckonings reckonings;
	@Autowired
	ClockActs acts;
	@Autowired
	TestClock clock;
	@Autowired
	PlatformTransactionManager transactions;
	@Autowired
	ApplicationEventPublisher house;
	@Autowired
	RungMeters meters;
	@Autowired
	ClockWatch time;
	@Autowired
	JdbcClient db;

	private final List<ReachedRung> heard = Collections.synchronizedList(new ArrayList<>());

	@BeforeEach
	void onlyTheClocksOfThisTest() {
		db.sql("update clock set next_rung_at = null").update();
		clock.setTo(Instant.parse("2026-03-02T01:00:00Z"));
	}

	@Test
	void eachRungRingsOnceWhenItsTimeHasCome() {
		open("50% 80% due +4h", 100);
		sweep();
		assertThat(heard).isEmpty();
		for (int hours : List.of(50, 30, 20, 4)) {
			clock.travel(Duration.ofHours(hours).minusMillis(1));
			sweep();
			clock.travel(Duration.ofMillis(1));
			sweep();
			sweep();
		}
		assertThat(heard).extracting(rung -> rung.rung() + " " + rung.index() + " " + rung.stage())
				.containsExactly("50% 0 NEAR", "80% 1 NEAR", "due 2 DUE", "+4h 3 OVERDUE");
		assertThat(heard).allSatisfy(rung -> assertThat(rung.coveredRungs()).isEmpty());
		assertThat(db.sql("select count(*) from clock where next_rung_at is not null").query(Long.class).single())
				.as("nothing is left to look for").isZero();
	}

	@Test
	void aNodeWhoseClockIsOffLeavesRungsToTheOthers() {
		open("due", 1);
		clock.travel(Duration.ofHours(2));
		time = new ClockWatch(db, InstantSource.offset(InstantSource.system(), Duration.ofMinutes(10)));
		sweep();
		assertThat(heard).isEmpty();
		time = new ClockWatch(db, InstantSource.system());
		sweep();
		assertThat(heard).hasSize(1);
	}

	@Test
	void afterAWeekOfStandstillAClockTellsOnceAndOfItsHighestRung() {
		var id = open("50% 80% due +4h +1wd", 10);
		clock.travel(Duration.ofDays(7));
		sweep();
		sweep();
		assertThat(heard).singleElement().satisfies(rung -> {
			assertThat(rung.rung()).isEqualTo("+1wd");
			assertThat(rung.coveredRungs()).containsExactly("50%", "80%", "due", "+4h");
		});
		assertThat(db.sql("select rung from clock_rung where clock_id = ? and covered = true order by at").param(id).query(String.class).list())
				.containsExactly("50%", "80%", "due", "+4h");
	}

	@Test
	void aRungThatWasToldIsNotToldAgainAfterTheClockMoved() {
		var id = open("50% due", 10);
		clock.travel(Duration.ofHours(5));
		sweep();
		acts.extend(id, 10, "等材料", null, 1);
		clock.travel(Duration.ofHours(14));
		sweep();
		assertThat(heard).extracting(ReachedRung::rung).as("50 % would come at ten hours now").containsExactly("50%");
		clock.travel(Duration.ofHours(1));
		sweep();
		assertThat(heard).extracting(ReachedRung::rung).containsExactly("50%", "due");
	}

	@Test
	void aPausedClockRingsNothingAndGivesTheTimeBack() {
		var id = open("50% due", 10);
		clock.travel(Duration.ofHours(4));
		acts.pause(id, new Pause(Pause.Reason.WAITING_RESIDENT, "等居民", null, clock.instant(), 1));
		clock.travel(Duration.ofHours(100));
		sweep();
		assertThat(heard).isEmpty();
		acts.resume(id, clock.instant(), "来了", 1);
		sweep();
		assertThat(heard).isEmpty();
		clock.travel(Duration.ofHours(1));
		sweep();
		assertThat(heard).extracting(ReachedRung::rung).containsExactly("50%");
	}

	@Test
	void aRungBeforeTheStartDoesNotExist() {
		open("-2wd due", 2);
		sweep();
		clock.travel(Duration.ofHours(2));
		sweep();
		assertThat(heard).extracting(rung -> rung.rung() + " " + rung.index()).containsExactly("due 0");
	}

	@Test
	void aClockThatStoppedRingsNoMore() {
		var id = open("50%", 10);
		db.sql("update clock set state = 'MET' where id = ?").param(id).update();
		clock.travel(Duration.ofHours(5));
		sweep();
		assertThat(heard).isEmpty();
	}

	@Test
	void whatListenersCouldNotWriteWasNotTold() {
		var id = open("50%", 10);
		clock.travel(Duration.ofHours(5));
		var broken = sweep(event -> {
			throw new IllegalStateException("the disk is full");
		});
		assertThatThrownBy(broken::sweep).hasMessage("the disk is full");
		assertThat(db.sql("select count(*) from clock_rung where clock_id = ?").param(id).query(Long.class).single()).isZero();
		sweep();
		assertThat(heard).hasSize(1);
	}

	@Test
	void twoNodesShareWhatIsDueAndDoubleNothing() throws Exception {
		var all = 2 * RungSweep.MOST;
		for (int n = 0; n < all; n++) {
			open("50%", 10);
		}
		clock.travel(Duration.ofHours(5));
		var begin = new CyclicBarrier(2);
		Callable<Integer> node = () -> {
			begin.await();
			return sweep(event -> {
				pause(); // so that each has clocks in hand while the other looks
				heard.addAll(((RungsReached) event).rungs());
			}).sweep();
		};
		var nodes = Executors.newFixedThreadPool(2);
		var shares = new ArrayList<Integer>();
		for (var done : nodes.invokeAll(List.of(node, node))) {
			shares.add(done.get());
		}
		nodes.shutdown();
		if ("postgres".equals(System.getProperty("cuobian.test.database"))) {
			assertThat(shares).as("neither waits for the other").containsExactly(RungSweep.MOST, RungSweep.MOST);
		}
		sweep();
		assertThat(heard.stream().map(ReachedRung::clockId).distinct()).as("none is lost").hasSize(all);
		assertThat(heard).as("none is doubled").hasSize(all);
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(500);
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	private void sweep() {
		sweep(event -> {
			heard.addAll(((RungsReached) event).rungs());
			house.publishEvent(event);
		}).run();
	}

	private RungSweep sweep(ApplicationEventPublisher events) {
		return new RungSweep(ledger, rows, reckonings, events, clock, meters, time, transactions);
	}

	private long open(String ladder, int hours) {
		var limit = new Limit("TEST", "", hours, "hour", "hours", ladder, hours, "test");
		var start = clock.instant();
		var course = reckonings.from(limit, start, null);
		return ledger.open("test:" + LAST.incrementAndGet(), 0, null, false, limit, start, course.due(), Rungs.first(limit, start, course)).id();
	}
}

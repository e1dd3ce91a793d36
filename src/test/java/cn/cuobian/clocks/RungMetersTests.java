package cn.cuobian.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.instruments.Scrape;
import cn.cuobian.nodes.ClockWatch;

/** What a scrape tells of rungs: how many, how late, and how far the house is behind. */
@CuobianTest
class RungMetersTests {

	private static final AtomicInteger LAST = new AtomicInteger();
	private static final String TOLD = "cuobian_rungs_told_total{room=\"meter\",rung=\"80%\"}";

	@Autowired
	MockMvc web;
	@Autowired
	RungSweep sweep;
	@Autowired
	ClockLedger ledger;
	@Autowired
	RungRows rows;
	@Autowired
	RungMeters meters;
	@Autowired
	ClockWatch time;
	@Autowired
	Reckonings reckonings;
	@Autowired
	TestClock clock;
	@Autowired
	PlatformTransactionManager transactions;
	@Autowired
	JdbcClient db;

	@BeforeEach
	void onlyTheClocksOfThisTest() {
		db.sql("update clock set next_rung_at = null").update();
		clock.setTo(Instant.parse("2026-03-02T01:00:00Z"));
	}

	@Test
	void aRungIsCountedWithItsLatenessOnceItWasTold() {
		open();
		clock.travel(Duration.ofHours(80).plusSeconds(30));
		var before = Scrape.of(web);
		assertThat(before.of("cuobian_house_rungs_behind_seconds")).isEqualTo(30);
		sweep.run();
		var after = Scrape.of(web);
		assertThat(after.of("cuobian_house_rungs_behind_seconds")).isZero();
		assertThat(change(before, after, TOLD)).isEqualTo(1);
		assertThat(change(before, after, "cuobian_rungs_lateness_seconds_count")).isEqualTo(1);
		assertThat(change(before, after, "cuobian_rungs_lateness_seconds_sum")).isEqualTo(30);
		assertThat(change(before, after, "cuobian_rungs_lateness_seconds_bucket{le=\"15.0\"}")).isZero();
		assertThat(change(before, after, "cuobian_rungs_lateness_seconds_bucket{le=\"60.0\"}")).isEqualTo(1);
	}

	@Test
	void aRungThatWasRolledBackIsNotCounted() {
		open();
		clock.travel(Duration.ofHours(81));
		var before = Scrape.of(web);
		var broken = new RungSweep(ledger, rows, reckonings, event -> {
			throw new IllegalStateException("a listener fails");
		}, clock, meters, time, transactions);
		assertThat(catchThrowable(broken::run)).isInstanceOf(IllegalStateException.class);
		var after = Scrape.of(web);
		assertThat(change(before, after, TOLD)).isZero();
		assertThat(after.of("cuobian_house_rungs_behind_seconds")).isEqualTo(3600);
	}

	private static double change(Scrape before, Scrape after, String series) {
		return after.of(series) - before.of(series);
	}

	private void open() {
		var limit = new Limit("TEST", "", 100, "hour", "hours", "80% due", 100, "test");
		var start = clock.instant();
		var course = reckonings.from(limit, start, null);
		ledger.open("meter:" + LAST.incrementAndGet(), 0, null, false, limit, start, course.due(), Rungs.first(limit, start, course));
	}
}

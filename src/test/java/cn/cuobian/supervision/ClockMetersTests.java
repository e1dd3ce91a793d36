package cn.cuobian.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.cuobian.clocks.Pause;
import cn.cuobian.instruments.Scrape;

/** How many clocks a scrape tells of. */
class ClockMetersTests extends Boarded {

	@Test
	void aClockIsRunningThenPausedThenOverdue() {
		var before = Scrape.of(web);
		report();
		int clocks = board.page(ALL, supervisor, null, 50).rows().size();
		assertChanged(before, clocks, 0, 0);
		var clockId = first().clockId();
		acts.pause(List.of(clockId), Pause.Reason.WAITING_RESIDENT, "等居民", "", null, supervisor);
		assertChanged(before, clocks - 1, 1, 0);
		acts.resume(List.of(clockId), null, "来了", supervisor);
		assertChanged(before, clocks, 0, 0);
		var open = db.sql("select count(*) from watched where due < timestamp with time zone '9999-01-01 00:00:00+00'").query(Integer.class).single();
		clock.travel(Duration.ofDays(300));
		assertThat(Scrape.of(web).of(series("overdue"))).as("all that run, of tests before this one too").isEqualTo(open.doubleValue());
	}

	private void assertChanged(Scrape before, int running, int paused, int overdue) {
		var now = Scrape.of(web);
		assertThat(now.of(series("running")) - before.of(series("running"))).as("running").isEqualTo(running);
		assertThat(now.of(series("paused")) - before.of(series("paused"))).as("paused").isEqualTo(paused);
		assertThat(now.of(series("overdue")) - before.of(series("overdue"))).as("overdue").isEqualTo(overdue);
	}

	private static String series(String state) {
		return "cuobian_house_clocks{state=\"" + state + "\"}";
	}
}

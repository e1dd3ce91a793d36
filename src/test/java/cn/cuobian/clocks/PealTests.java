package cn.cuobian.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.cuobian.clocks.Peal.Step;
import cn.cuobian.clocks.Peal.Told;
import cn.cuobian.clocks.ReachedRung.Stage;

class PealTests {

	private static final Instant DUE = Instant.parse("2026-03-05T16:00:00Z");
	private static final ClockRow CLOCK = new ClockRow(7, "matter:42", 0, "here", "task",
			new Limit("LADDER.HALL", "", 1, "hour", "hours", "", 0, "test"), DUE.minusSeconds(1000), DUE, null, 0, null, null, 0);
	private static final List<Step> LADDER = List.of(new Step(new Rung.Share(50), 0, DUE.minusSeconds(500)),
			new Step(new Rung.Share(80), 1, DUE.minusSeconds(200)), new Step(new Rung.AtDue(), 2, DUE),
			new Step(new Rung.Hours(1), 3, DUE.plusSeconds(3600)));

	@Test
	void oneRungThatCameIsToldAndTheNextOneWaits() {
		var peal = Peal.of(CLOCK, LADDER, DUE.minusSeconds(500));
		assertThat(peal.reached()).singleElement().satisfies(rung -> {
			assertThat(rung.rung() + " " + rung.index() + " " + rung.stage()).isEqualTo("50% 0 NEAR");
			assertThat(rung.coveredRungs()).isEmpty();
		});
		assertThat(peal.records()).containsExactly(new Told(7, "50%", DUE.minusSeconds(500), false));
		assertThat(peal.next()).isEqualTo(new NextRung(1, DUE.minusSeconds(200)));
	}

	@Test
	void afterAStandstillTheHighestRungTellsForThoseBelow() {
		var peal = Peal.of(CLOCK, LADDER, DUE.plusSeconds(10));
		assertThat(peal.reached()).singleElement().satisfies(rung -> {
			assertThat(rung.rung() + " " + rung.index() + " " + rung.stage()).isEqualTo("due 2 DUE");
			assertThat(rung.coveredRungs()).containsExactly("50%", "80%");
		});
		assertThat(peal.records()).extracting(Told::rung, Told::covered).containsExactly(tuple("50%", true),
				tuple("80%", true), tuple("due", false));
	}

	@Test
	void theLastRungLeavesNoneAhead() {
		var peal = Peal.of(CLOCK, LADDER.subList(3, 4), DUE.plusSeconds(3600));
		assertThat(peal.reached()).extracting(ReachedRung::stage).containsExactly(Stage.OVERDUE);
		assertThat(peal.next()).isEqualTo(NextRung.NONE);
	}

	@Test
	void aClockThatMovedAwayMeanwhileRingsNothing() {
		var peal = Peal.of(CLOCK, LADDER, DUE.minusSeconds(501));
		assertThat(peal.reached()).isEmpty();
		assertThat(peal.records()).isEmpty();
		assertThat(peal.next()).isEqualTo(new NextRung(0, DUE.minusSeconds(500)));
	}
}

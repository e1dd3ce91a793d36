package cn.cuobian.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.clocks.Pause;
import cn.cuobian.people.TestViewers;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.worklist.Workbench;

/**
 * A supervisor acts on the clock of a task while its steward passes the matter on. Whoever comes second may be refused
 * with a sentence; that the database gives one of them up because each waits for the other is a defect.
 */
class AtTheSameMomentTests extends Boarded {

	private static final int ROUNDS = 12;
	private static final Map<String, String> RAISE = Map.of("decision", "raise", "minutes", "上门两次", "reason", "要街道出面");

	@Autowired
	Workbench bench;

	private final ExecutorService hands = Executors.newFixedThreadPool(2);

	@AfterEach
	void rest() {
		hands.shutdownNow();
	}

	@Test
	void aPause() throws Exception {
		beside(row -> acts.pause(List.of(row.clockId()), Pause.Reason.WAITING_MATERIAL, "等图纸", "", null, supervisor));
	}

	@Test
	void anExtension() throws Exception {
		beside(row -> acts.extend(List.of(row.clockId()), 1, "路远", supervisor));
	}

	@Test
	void aRaise() throws Exception {
		beside(row -> acts.raise(List.of(row.clockId()), "三天没人上门", supervisor));
	}

	@Test
	void aHandOver() throws Exception {
		var other = people.holding("building-steward", branch.building());
		beside(row -> acts.handOver(List.of(row.clockId()), other.id(), "他在外地", supervisor));
	}

	@Test
	void thePauseOfTheWholeMatter() throws Exception {
		beside(row -> acts.pause(List.of(wholeOf(row)), Pause.Reason.WAITING_MATERIAL, "等图纸", "", null, supervisor));
	}

	private void beside(Function<Watched, List<BoardActs.Result>> act) throws Exception {
		var viewer = TestViewers.of(application, steward);
		for (int round = 0; round < ROUNDS; round++) {
			var number = report().number();
			var row = board.page(ALL, supervisor, null, 50).rows().stream()
					.filter(each -> each.number().equals(number) && each.taskId() != null).findFirst().orElseThrow();
			var together = new CyclicBarrier(2);
			Future<?> worked = hands.submit(() -> {
				together.await();
				return done(() -> bench.complete(row.taskId(), RAISE, viewer));
			});
			Future<List<BoardActs.Result>> acted = hands.submit(() -> {
				together.await();
				return answered(row, act);
			});
			assertThat(acted.get(30, TimeUnit.SECONDS)).as("done, or refused with a sentence").hasSize(1);
			worked.get(30, TimeUnit.SECONDS);
			db.sql("delete from watched where subject = ?").param(row.subject()).update(); // one matter on the board at a time
		}
	}

	/** Who comes when the step is over already finds it nowhere on the board: a sentence, too. */
	private static List<BoardActs.Result> answered(Watched row, Function<Watched, List<BoardActs.Result>> act) {
		try {
			return act.apply(row);
		} catch (Refusal refusal) {
			return List.of(new BoardActs.Result(row.clockId(), null, refusal));
		}
	}

	private static boolean done(Runnable work) {
		try {
			work.run();
			return true;
		} catch (Refusal refusal) {
			return false;
		}
	}

	private long wholeOf(Watched row) {
		return db.sql("select clock_id from watched where subject = ? and task_id is null order by clock_id fetch first 1 rows only")
				.param(row.subject()).query(Long.class).single();
	}
}

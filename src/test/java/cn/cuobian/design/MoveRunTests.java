package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.design.Move.Outcome;
import cn.cuobian.design.Move.Result;
import cn.cuobian.design.Move.State;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;

/** A run is stopped, killed, met by people at work, overtaken: each matter is moved once or left as it was. */
class MoveRunTests extends MovingMatters {

	@Autowired
	DeployedVersions deployed;
	@Autowired
	PlacementRows placementRows;
	@Autowired
	RefusalSentences sentences;
	@Autowired
	TransactionTemplate transaction;

	/** Does as the real one, and then what the test wants to happen at this moment; counts from 1. */
	private final class Disturbed extends Carriage {

		private final BiConsumer<Integer, Move> then;
		private int carried;

		Disturbed(BiConsumer<Integer, Move> then) {
			super(bundles, deployed, placementRows, moving, worklist, timeline, sentences, clock);
			this.then = then;
		}

		@Override
		Optional<Result> carry(Move move, Plan plan, String subject) {
			var result = super.carry(move, plan, subject);
			then.accept(++carried, move);
			return result;
		}
	}

	/** A node that dies gives nothing back. */
	private final class Unreleased extends MoveRows {

		Unreleased() {
			super(db);
		}

		@Override
		void release(long id, String node) {
			// killed before
		}
	}

	private Mover node(MoveRows rows, BiConsumer<Integer, Move> then) {
		return new Mover(rows, moving, bundles, new Disturbed(then), transaction, clock);
	}

	private List<Waiting> five() {
		var five = matters(5);
		published(drawn("加一步", second()));
		return five;
	}

	@Test
	void aRunThatIsStoppedLeavesTheRestAloneAndGoesOnFromThere() {
		var five = five();
		long run = moves.begin(bundle, designer);
		node(rows, (carried, move) -> {
			if (carried == 2) {
				moves.stop(bundle, run, designer);
			}
		}).run();

		assertThat(rows.tally(run).all()).isEqualTo(2);
		assertThat(rows.find(run).orElseThrow().state()).isEqualTo(State.STOPPED);
		assertThat(five.stream().filter(matter -> matter.notes().isEmpty())).hasSize(3);
		mover.run();
		assertThat(rows.tally(run).all()).isEqualTo(2);
		Refused.by(409, "design.move-under-way", () -> moves.begin(bundle, designer));

		moves.goOn(bundle, run, approver);
		mover.run();
		assertThat(rows.find(run).orElseThrow().state()).isEqualTo(State.DONE);
		assertThat(five).allSatisfy(matter -> assertThat(matter.notes()).containsExactly("[1, 2]"));
		Refused.by(409, "design.move-moved-on", () -> moves.stop(bundle, run, designer));
	}

	@Test
	void aNodeThatDiesBetweenMovingAndWritingItDownIsContinuedWithoutDoubling() {
		var five = five();
		long run = moves.begin(bundle, designer);
		assertThatThrownBy(() -> node(new Unreleased(), (carried, move) -> {
			if (carried == 3) {
				throw new StackOverflowError("killed");
			}
		}).run()).isInstanceOf(StackOverflowError.class);
		assertThat(rows.tally(run).all()).isEqualTo(2);

		mover.run();
		assertThat(rows.tally(run).all()).as("the others believe that it is alive").isEqualTo(2);
		clock.travel(Duration.ofSeconds(31));
		mover.run();

		assertThat(rows.tally(run)).isEqualTo(new Move.Tally(5, 0, 0));
		assertThat(five).allSatisfy(matter -> {
			assertThat(matter.notes()).hasSize(1);
			assertThat(moving.standing(matter.subject, bundle)).singleElement().satisfies(at -> assertThat(at.version()).isEqualTo(2));
		});
	}

	@Test
	void aMatterThatBreaksIsReportedAndLeftAsItWasAndTheOthersAreMoved() {
		five();
		long run = moves.begin(bundle, designer);
		node(rows, (carried, move) -> {
			if (carried == 2) {
				throw new IllegalStateException("something broke");
			}
		}).run();
		assertThat(rows.tally(run)).isEqualTo(new Move.Tally(4, 0, 1));
		var failed = rows.results(run, Outcome.FAILED, "", 9).get(0);
		assertThat(failed.why()).isEqualTo("broken");
		assertThat(moving.standing(failed.subject(), bundle)).singleElement().satisfies(at -> assertThat(at.version()).isOne());

		long again = moved();
		assertThat(rows.results(again, null, "", 9)).singleElement().satisfies(result -> assertThat(result.subject()).isEqualTo(failed.subject()));
	}

	@Test
	void whoLosesToSomebodyAtWorkTriesOnceMoreAndThenSaysSo() {
		five();
		long run = moves.begin(bundle, designer);
		List<Integer> tries = new ArrayList<>();
		node(rows, (carried, move) -> {
			tries.add(carried);
			if (carried == 1 || carried == 3 || carried == 4) {
				throw new Refusal("engine.same-moment").status(org.springframework.http.HttpStatus.CONFLICT);
			}
		}).run();
		assertThat(tries).hasSize(7);
		assertThat(rows.tally(run)).isEqualTo(new Move.Tally(4, 1, 0));
		assertThat(rows.results(run, Outcome.STAYS, "", 9)).singleElement().satisfies(result -> assertThat(result.why()).isEqualTo("clash"));
	}

	@Test
	void whoCompletesATaskInTheSameMomentLosesNothing() throws Exception {
		var all = matters(8);
		var tasks = all.stream().map(matter -> matter.task("user_look").taskId()).toList();
		published(drawn("加一步", second()));
		long run = moves.begin(bundle, designer);
		List<Object> completed = new ArrayList<>();
		ReleaseTests.together(() -> {
			mover.run();
			return 0;
		}, () -> {
			tasks.forEach(task -> {
				try {
					completed.add(workbench.complete(task, DONE, studio.as(steward)));
				} catch (Refusal refusal) {
					completed.add(refusal);
				}
			});
			return 0;
		});
		for (int i = 0; i < all.size(); i++) {
			var matter = all.get(i);
			boolean done = !(completed.get(i) instanceof Refusal);
			assertThat(matter.at()).containsExactly(done ? "user_settle" : "user_look");
			assertThat(matter.tasks().toList()).hasSize(1);
			assertThat(rows.results(run, null, "", 20)).filteredOn(result -> result.subject().equals(matter.subject)).hasSizeLessThanOrEqualTo(1);
		}
		assertThat(rows.tally(run).failed()).isZero();
		if (moves.behind(bundle) > 0) {
			moved();
		}
		assertThat(all).allSatisfy(matter -> assertThat(moving.standing(matter.subject, bundle)).singleElement().satisfies(at -> assertThat(at.version()).isEqualTo(2)));
	}

	@Test
	void twoNodesAtOnceMoveEachMatterOnce() throws Exception {
		var five = five();
		long run = moves.begin(bundle, designer);
		var other = node(rows, (carried, move) -> { });
		ReleaseTests.together(() -> {
			mover.run();
			return 0;
		}, () -> {
			other.run();
			return 0;
		});
		assertThat(rows.tally(run)).isEqualTo(new Move.Tally(5, 0, 0));
		assertThat(five).allSatisfy(matter -> assertThat(matter.notes()).hasSize(1));
	}

	@Test
	void aRunIsOvertakenByANewerVersion() {
		five();
		long run = moves.begin(bundle, designer);
		published(drawn("再改", first()));
		mover.run();
		assertThat(rows.find(run).orElseThrow().state()).isEqualTo(State.OVERTAKEN);
		assertThat(rows.tally(run).all()).isZero();
		assertThat(rows.tally(moved()).moved()).isEqualTo(5);
	}

	@Test
	void onlyDesignersAndApproversMoveMatters() {
		five();
		var clerk = studio.as(steward);
		Refused.by(403, "design.draft-not-a-designer", () -> moves.begin(bundle, clerk));
		long run = moves.begin(bundle, approver);
		Refused.by(403, "design.draft-not-a-designer", () -> moves.stop(bundle, run, clerk));
		Refused.by(404, "refusals.not-found", () -> moves.stop("matters", run, designer));
		moves.stop(bundle, run, designer);
		moves.giveUp(bundle, run, designer);
		assertThat(rows.find(run).orElseThrow().isOver()).isTrue();
	}
}

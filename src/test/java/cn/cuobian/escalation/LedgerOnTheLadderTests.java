package cn.cuobian.escalation;

import static cn.cuobian.escalation.LadderModel.ASSIGN_DEPARTMENTS;
import static cn.cuobian.escalation.LadderModel.DELIBERATE_AT_HALL;
import static cn.cuobian.escalation.LadderModel.HANDLE_ASSIGNMENT;
import static cn.cuobian.escalation.LadderModel.HOLD_JOINT_MEETING;
import static cn.cuobian.escalation.LadderModel.SETTLE_AT_BUILDING;
import static cn.cuobian.matters.ClosingModel.CARRY_OUT;
import static cn.cuobian.matters.ClosingModel.GIVE_FEEDBACK;
import static cn.cuobian.matters.ClosingModel.VERIFY;
import static cn.cuobian.matters.ResidentMessages.RATED;
import static cn.cuobian.matters.ResidentMessages.REOPENED;
import static cn.cuobian.matters.ResidentMessages.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.clocks.ClockActs;
import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.Pause;
import cn.cuobian.engine.DueJobs;
import cn.cuobian.worklist.WorkItem;

/** Timers of real procedures fire when the ledger says so; the clocks of a matter run across all of them. */
class LedgerOnTheLadderTests extends Ladder {

	private static final long STEWARD = 11;
	private static final long SUPERVISOR = 12;

	@Autowired
	ClockActs acts;
	@Autowired
	DueJobs jobs;
	@Autowired
	TransactionTemplate transaction;

	@Test
	void whatIsPausedDoesNotClimbAndClimbsWhenItsTimeIsUpAfterwards() {
		var matter = smallMatter();
		clock.travel(Duration.ofDays(1));
		pause(matter);
		clock.travel(Duration.ofDays(30));
		jobs.runDue();
		matter.waits(SETTLE_AT_BUILDING);
		assertThat(matter.task(SETTLE_AT_BUILDING).due()).isEmpty();
		acts.resume(matter.clock("LADDER.BUILDING").id(), clock.instant(), "居民已答复", STEWARD);
		assertThat(matter.task(SETTLE_AT_BUILDING).due()).contains(matter.clock("LADDER.BUILDING").due());
		matter.timeRunsOut("LADDER.BUILDING").waits(DELIBERATE_AT_HALL);
	}

	@Test
	void whatIsExtendedClimbsAtTheNewInstantAndNotAtTheOld() {
		var matter = smallMatter();
		var old = matter.clock("LADDER.BUILDING").due();
		acts.extend(matter.clock("LADDER.BUILDING").id(), 2, "要等检测报告", STEWARD, SUPERVISOR);
		assertThat(matter.clock("LADDER.BUILDING").due()).isAfter(old);
		clock.setTo(old);
		jobs.runDue();
		matter.waits(SETTLE_AT_BUILDING).timeRunsOut("LADDER.BUILDING").waits(DELIBERATE_AT_HALL);
	}

	@Test
	void whatPeopleDoToTheTimeStandsInTheRecordOfTheMatter() {
		var matter = smallMatter();
		var before = matter.notes().size();
		var id = matter.clock("LADDER.BUILDING").id();
		pause(matter);
		acts.resume(id, clock.instant(), "居民已答复", STEWARD);
		acts.askExtension(id, 1, "要等检测报告", STEWARD);
		acts.decideExtension(id, false, "不必等", SUPERVISOR);
		acts.extend(id, 2, "情况有变", STEWARD, SUPERVISOR);
		assertThat(matter.notes().subList(before, matter.notes().size()))
				.containsExactly("clock-paused", "clock-resumed", "clock-asked", "clock-refused", "clock-extended");
		assertThat(matter.record()).contains("不必等", "2026-03-09 24:00");
	}

	@Test
	void whatIsUndoneMovesNoTimer() {
		var matter = smallMatter();
		assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
			pause(matter);
			throw new IllegalStateException("the power went out");
		})).hasMessage("the power went out");
		matter.timeRunsOut("LADDER.BUILDING").waits(DELIBERATE_AT_HALL);
	}

	@Test
	void ofDepartmentsSideBySideOnlyTheExtendedOneGetsTheTime() {
		var matter = hardMatter().done(HOLD_JOINT_MEETING, decide("raise", "community", "leader"))
				.done(ASSIGN_DEPARTMENTS, assign("dept-water", "dept-fire")).waits(HANDLE_ASSIGNMENT, HANDLE_ASSIGNMENT);
		var extended = matter.tasks(HANDLE_ASSIGNMENT).get(1);
		var running = clocks.ofTask(extended.taskId()).orElseThrow();
		acts.extend(running.id(), 5, "要等检测报告", null, SUPERVISOR);
		clock.setTo(running.due());
		jobs.runDue();
		assertThat(matter.tasks(HANDLE_ASSIGNMENT)).extracting(WorkItem::taskId).containsExactly(extended.taskId());
	}

	@Test
	void theClocksOfTheMatterRunThroughEveryProcedureUntilItIsAnsweredAndFiled() {
		var matter = compoundMatter();
		var reported = clock.instant();
		matter.timeRunsOut("LADDER.HALL");
		assertThat(matter.clock("MATTER.ANSWER")).returns(reported, running -> running.started())
				.returns(Instant.parse("2026-05-06T16:00:00Z"), running -> running.due());
		assertThat(matter.clock("MATTER.SOLVE").due()).isEqualTo("2026-06-01T16:00:00Z");
		assertThat(matter.clock("MATTER.ANSWER").explanation()).first().asString().contains("60");
	}

	@Test
	void anAnswerMeetsTheFirstClockAndFilingTheSecond() {
		var matter = solvedAtHall();
		assertThat(matter.endings("MATTER.ANSWER")).containsExactly("MET");
		assertThat(matter.endings("MATTER.SOLVE")).containsExactly("RUNNING");
		matter.told(RATED).over();
		assertThat(matter.endings("MATTER.SOLVE")).containsExactly("MET");
	}

	@Test
	void aReopenedMatterOwesANewAnswerAndTheTimeToSolveItGoesOn() {
		var matter = solvedAtHall();
		var solve = matter.clock("MATTER.SOLVE");
		clock.travel(Duration.ofDays(2));
		matter.told(REOPENED);
		assertThat(matter.endings("MATTER.ANSWER")).containsExactly("MET", "RUNNING");
		assertThat(matter.clock("MATTER.ANSWER").started()).isEqualTo(clock.instant());
		assertThat(matter.clock("MATTER.SOLVE")).isEqualTo(solve);
	}

	@Test
	void whatTheResidentTakesBackIsNotOwedAnyMore() {
		var matter = smallMatter().told(WITHDRAWN).over();
		assertThat(matter.endings("MATTER.ANSWER")).containsExactly("CANCELLED");
		assertThat(matter.endings("MATTER.SOLVE")).containsExactly("CANCELLED");
	}

	private Climbing solvedAtHall() {
		return compoundMatter().done(DELIBERATE_AT_HALL, hall("solved")).done(CARRY_OUT, CARRIED_OUT).done(VERIFY, VERIFIED)
				.done(GIVE_FEEDBACK, FEEDBACK);
	}

	private void pause(Climbing matter) {
		var running = matter.clock("LADDER.BUILDING");
		acts.pause(running.id(), new Pause(Pause.Reason.WAITING_RESIDENT, "等他回来", "", clock.instant(), STEWARD));
		assertThat(matter.clock("LADDER.BUILDING").due()).isEqualTo(Clocks.NEVER);
	}
}

package cn.cuobian.escalation;

import static cn.cuobian.escalation.LadderModel.*;
import static cn.cuobian.matters.ClosingModel.*;
import static cn.cuobian.matters.ClosingModel.KEY;
import static cn.cuobian.matters.ResidentMessages.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.cuobian.engine.NotWaiting;
import cn.cuobian.matters.MatterState;
import cn.cuobian.matters.Tier;
import cn.cuobian.refusals.Refusal;

/** One test per path through closing a matter, and what of it reaches the ladder. */
class ClosingTests extends Ladder {

	@Test
	void carriedOutVerifiedAnsweredAndRated() {
		var matter = decidedAtHall().done(CARRY_OUT, CARRIED_OUT).done(VERIFY, VERIFIED).waits(GIVE_FEEDBACK);
		assertThat(matter.groups(GIVE_FEEDBACK)).containsExactly(at("property-manager", "compound"));
		assertThat(matter.matter().answer()).isEmpty();

		matter.done(GIVE_FEEDBACK, FEEDBACK).waits();
		assertThat(matter.matter().state()).isEqualTo(MatterState.ANSWERED);
		assertThat(matter.matter().answer()).contains("已经修好，请查看");
		assertThat(matter.clock("CLOSE.RATE").due()).isEqualTo("2026-03-09T16:00:00Z");

		matter.told(RATED).passed(ENDS_RATED, ENDS_CLOSED)
				.notPassed("service_record_unrated", "service_reopen_matter", RESUME).over();
		assertThat(matter.matter().state()).isEqualTo(MatterState.CLOSED);
		assertThat(matter.endings("CLOSE.RATE")).containsExactly("MET");
	}

	@Test
	void whatIsNotInPlaceIsCarriedOutAgain() {
		var matter = decidedAtHall().done(CARRY_OUT, CARRIED_OUT)
				.done(VERIFY, Map.of("checked", List.of("call"), "decision", "again", "reason", "还在漏"))
				.waits(CARRY_OUT).notPassed(GIVE_FEEDBACK);
		assertThat(matter.record()).contains("还在漏");
		matter.done(CARRY_OUT, CARRIED_OUT).done(VERIFY, VERIFIED).waits(GIVE_FEEDBACK);
		assertThat(matter.endings("CLOSE.CARRYOUT")).containsExactly("MET", "MET");
	}

	@Test
	void withoutARatingInTimeItIsFiledAsUnrated() {
		var matter = answered().timeRunsOut("CLOSE.RATE").passed("service_record_unrated", ENDS_UNRATED, ENDS_CLOSED)
				.notPassed(ENDS_RATED, "service_reopen_matter").over();
		assertThat(matter.matter().state()).isEqualTo(MatterState.CLOSED);
		assertThat(matter.lines("UNRATED")).hasSize(1);
		assertThat(matter.endings("CLOSE.RATE")).containsExactly("EXPIRED");
	}

	@Test
	void aReopenedMatterGoesOnOneTierHigher() {
		var matter = answered().told(REOPENED).waits(HOLD_JOINT_MEETING)
				.passed(ENDS_REOPENED, RESUME).notPassed(ENDS_RATED, ENDS_UNRATED, ENDS_CLOSED, "service_stop_rating");
		assertThat(matter.matter().state()).isEqualTo(MatterState.OPEN);
		assertThat(matter.matter().tier()).isEqualTo(Tier.MEETING);
		assertThat(matter.clock("LADDER.JOINT")).isNotNull();
	}

	@Test
	void whatIsNotOnTheLadderIsCarriedOutAgainWhenReopened() {
		var matter = smallMatter();
		processes.start(KEY, matter.subject, Map.of("matterId", matter.id, "place", matter.matter().facts().place(),
				"carrier", "property-manager"));
		matter.waits(SETTLE_AT_BUILDING, CARRY_OUT).done(CARRY_OUT, CARRIED_OUT).done(VERIFY, VERIFIED)
				.done(GIVE_FEEDBACK, FEEDBACK).told(REOPENED).waits(SETTLE_AT_BUILDING, CARRY_OUT)
				.passed("service_reopen_matter", "service_stop_rating").notPassed(ENDS_REOPENED);
		assertThat(matter.endings("CLOSE.RATE")).containsExactly("MET");
		assertThat(matter.matter().state()).isEqualTo(MatterState.OPEN);
	}

	@Test
	void itIsReopenedOnceOnly() {
		var matter = answered().told(REOPENED).done(HOLD_JOINT_MEETING, decide("settled", "community"))
				.done(VERIFY, VERIFIED).done(GIVE_FEEDBACK, FEEDBACK);
		assertThatThrownBy(() -> matter.told(REOPENED)).isInstanceOf(Refusal.class)
				.extracting("rule").isEqualTo("matters.reopened-already");
		assertThat(matter.matter().state()).isEqualTo(MatterState.ANSWERED);
		matter.told(RATED).over();
	}

	@Test
	void whatTheLeaderSolvedComesBackToTheLeader() {
		var matter = hardMatter().done(HOLD_JOINT_MEETING, decide("raise", "community"))
				.done(ASSIGN_DEPARTMENTS, assign("dept-gas")).done(HANDLE_ASSIGNMENT, ClimbingTests.result("done"))
				.done(ACCEPT_RESULTS, Map.of("decision", "settled")).done(VERIFY, VERIFIED).done(GIVE_FEEDBACK, FEEDBACK)
				.told(REOPENED).waits(ASSIGN_DEPARTMENTS);
		assertThat(matter.matter().tier()).isEqualTo(Tier.LEADER);
		matter.done(ASSIGN_DEPARTMENTS, assign("dept-gas")).waits(HANDLE_ASSIGNMENT);
	}

	@Test
	void theResidentWithdrawsAtEachStep() {
		withdrawn(smallMatter(), SETTLE_AT_BUILDING);
		withdrawn(compoundMatter(), DELIBERATE_AT_HALL);
		withdrawn(urgentMatter(), DELIBERATE_FAST);
		withdrawn(hardMatter(), HOLD_JOINT_MEETING);
		withdrawn(hardMatter().done(HOLD_JOINT_MEETING, decide("raise", "community")), ASSIGN_DEPARTMENTS);
		withdrawn(decidedAtHall(), CARRY_OUT);
		withdrawn(decidedAtHall().done(CARRY_OUT, CARRIED_OUT), VERIFY);
		withdrawn(decidedAtHall().done(CARRY_OUT, CARRIED_OUT).done(VERIFY, VERIFIED), GIVE_FEEDBACK);
	}

	@Test
	void withdrawingTakesTheDepartmentsPartsAway() {
		var matter = hardMatter().done(HOLD_JOINT_MEETING, decide("raise", "community"))
				.done(ASSIGN_DEPARTMENTS, assign("dept-water", "dept-fire"));
		matter.told(WITHDRAWN).over();
		assertThat(assignments.latest(matter.id).values()).extracting(Assignment::state)
				.containsOnly(Assignment.State.CANCELLED);
	}

	@Test
	void anEndedMatterWaitsForNothing() {
		var matter = answered().told(RATED);
		assertThat(processes.awaits(WITHDRAWN, matter.subject)).isFalse();
		assertThatThrownBy(() -> matter.told(WITHDRAWN)).isInstanceOf(NotWaiting.class);
		assertThatThrownBy(() -> matter.told(RATED)).isInstanceOf(NotWaiting.class);
	}

	private void withdrawn(Climbing matter, String step) {
		matter.waits(step).told(WITHDRAWN).passed(ENDS_WITHDRAWN).notPassed(ENDS_CLOSED, ENDS_RATED).over();
		assertThat(matter.matter().state()).isEqualTo(MatterState.WITHDRAWN);
		assertThat(matter.lines("WITHDRAWN")).hasSize(1);
	}

	private Climbing decidedAtHall() {
		return compoundMatter().done(DELIBERATE_AT_HALL, hall("solved")).waits(CARRY_OUT);
	}

	private Climbing answered() {
		return compoundMatter().done(DELIBERATE_AT_HALL, hall("settled")).done(VERIFY, VERIFIED).done(GIVE_FEEDBACK, FEEDBACK);
	}
}

package cn.cuobian.escalation;

import static cn.cuobian.escalation.LadderModel.*;
import static cn.cuobian.matters.ClosingModel.CARRY_OUT;
import static cn.cuobian.matters.ClosingModel.VERIFY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import cn.cuobian.engine.NotWaiting;
import cn.cuobian.matters.MatterState;
import cn.cuobian.matters.Tier;
import cn.cuobian.refusals.Refusal;

/** One test per path up and down the ladder. */
class ClimbingTests extends Ladder {

	private static final String RAISED = "matter_raised";

	@Test
	void aSmallMatterIsSolvedByTheBuildingSteward() {
		var matter = smallMatter().waits(SETTLE_AT_BUILDING);
		assertThat(matter.groups(SETTLE_AT_BUILDING)).containsExactly(at("building-steward", "building"));
		assertThat(matter.matter().tier()).isEqualTo(Tier.BUILDING);

		matter.done(SETTLE_AT_BUILDING, decide("solved")).waits(CARRY_OUT)
				.passed("service_triage_matter", "service_enter_building", SETTLE_AT_BUILDING, "service_record_solution")
				.notPassed("service_enter_hall", "timer_building_due", "service_refuse_at_building");
		assertThat(matter.groups(CARRY_OUT)).containsExactly(at("building-steward", "building"));
		assertThat(matter.endings("LADDER.BUILDING")).containsExactly("MET");
		assertThat(matter.notes()).containsExactly("triaged.steward");
	}

	@Test
	void whatIsSettledOnTheSpotNeedsNoCarryingOut() {
		smallMatter().done(SETTLE_AT_BUILDING, decide("settled")).waits(VERIFY).notPassed(CARRY_OUT);
	}

	@Test
	void aMatterRaisedByHandReachesTheLeaderTierByTier() {
		var matter = smallMatter().done(SETTLE_AT_BUILDING, decide("raise")).waits(DELIBERATE_AT_HALL);
		assertThat(matter.matter().tier()).isEqualTo(Tier.HALL);
		assertThat(matter.groups(DELIBERATE_AT_HALL)).containsExactly(at("hall-secretary", "compound"));

		matter.done(DELIBERATE_AT_HALL, hall("raise")).waits(HOLD_JOINT_MEETING);
		assertThat(matter.matter().tier()).isEqualTo(Tier.MEETING);
		assertThat(matter.groups(HOLD_JOINT_MEETING)).containsExactly(at("joint-meeting-secretary", "community"));

		matter.done(HOLD_JOINT_MEETING, decide("raise", "community", "leader")).waits(ASSIGN_DEPARTMENTS);
		assertThat(matter.matter().tier()).isEqualTo(Tier.LEADER);
		assertThat(matter.groups(ASSIGN_DEPARTMENTS)).containsExactly(at("linked-leader", "community"));
		matter.notPassed(DELIBERATE_FAST, "service_time_out_building", "service_time_out_hall", "service_time_out_meeting");
		assertThat(matter.lines("RAISED")).hasSize(3);
		assertThat(matter.record()).contains("本级定不了");
	}

	@Test
	void aSupervisorRaisesAMatterTierByTierBeforeItsTimeIsUp() {
		var matter = smallMatter().told(RAISED).waits(DELIBERATE_AT_HALL).notPassed("service_time_out_building", "timer_building_due");
		assertThat(matter.matter().tier()).isEqualTo(Tier.HALL);
		assertThat(matter.endings("LADDER.BUILDING")).containsExactly("CANCELLED");
		matter.told(RAISED).waits(HOLD_JOINT_MEETING).notPassed("service_time_out_hall");
		assertThat(matter.matter().tier()).isEqualTo(Tier.MEETING);
		matter.told(RAISED).waits(ASSIGN_DEPARTMENTS).notPassed("service_time_out_meeting");
		assertThat(matter.matter().tier()).isEqualTo(Tier.LEADER);
		assertThat(matter.lines("RAISED")).hasSize(3);
		assertThatThrownBy(() -> matter.told(RAISED)).isInstanceOf(NotWaiting.class);
		matter.waits(ASSIGN_DEPARTMENTS);
	}

	@Test
	void anUrgentMatterIsRaisedFromTheFastTalk() {
		urgentMatter().waits(DELIBERATE_FAST).told(RAISED).waits(HOLD_JOINT_MEETING).passed("message_fast_raised");
	}

	@Test
	void theHallSolvesACompoundMatterAndThePropertyManagerCarriesItOut() {
		var matter = compoundMatter().waits(DELIBERATE_AT_HALL).notPassed(SETTLE_AT_BUILDING);
		assertThat(matter.notes()).containsExactly("triaged.representatives");
		assertThat(matter.lines("RAISED")).isEmpty();
		matter.done(DELIBERATE_AT_HALL, hall("solved")).waits(CARRY_OUT).notPassed(HOLD_JOINT_MEETING);
		assertThat(matter.groups(CARRY_OUT)).containsExactly(at("property-manager", "compound"));
	}

	@Test
	void theJointMeetingSolvesAHardMatter() {
		var matter = hardMatter().waits(HOLD_JOINT_MEETING).notPassed(DELIBERATE_AT_HALL);
		assertThat(matter.notes()).containsExactly("triaged.experts");
		matter.done(HOLD_JOINT_MEETING, decide("solved", "community", "branch")).waits(CARRY_OUT).notPassed(ASSIGN_DEPARTMENTS);
		assertThat(matter.groups(CARRY_OUT)).containsExactly(at("joint-meeting-secretary", "community"));
	}

	@Test
	void anUrgentMatterIsTalkedOverFastAtTheHall() {
		var matter = urgentMatter().waits(DELIBERATE_FAST).notPassed(DELIBERATE_AT_HALL, SETTLE_AT_BUILDING);
		assertThat(matter.notes()).containsExactly("triaged.four-party");
		assertThat(matter.clock("LADDER.FAST").due()).isEqualTo(clock.instant().plusSeconds(24 * 3600));
		matter.done(DELIBERATE_FAST, hall("solved")).waits(CARRY_OUT).notPassed("timer_fast_due");
	}

	@Test
	void timeThatRunsOutAtTheBuildingRaisesToTheHall() {
		var matter = smallMatter().timeRunsOut("LADDER.BUILDING").waits(DELIBERATE_AT_HALL)
				.passed("timer_building_due", "service_time_out_building").notPassed("gateway_decide_building");
		assertThat(matter.matter().tier()).isEqualTo(Tier.HALL);
		assertThat(matter.endings("LADDER.BUILDING")).containsExactly("EXPIRED");
		assertThat(matter.notes()).containsExactly("triaged.steward", "timed-out.LADDER.BUILDING");
		assertThat(matter.record()).contains("2026-03-05 24:00");
	}

	@Test
	void timeThatRunsOutAtTheHallRaisesToTheJointMeeting() {
		var matter = compoundMatter().timeRunsOut("LADDER.HALL").waits(HOLD_JOINT_MEETING)
				.passed("timer_hall_due", "service_time_out_hall").notPassed("timer_fast_due", "gateway_decide_hall");
		assertThat(matter.notes()).endsWith("timed-out.LADDER.HALL");
		assertThat(matter.record()).contains("2026-03-16 24:00");
	}

	@Test
	void timeThatRunsOutForFastTalkRaisesToTheJointMeeting() {
		var matter = urgentMatter().timeRunsOut("LADDER.FAST").waits(HOLD_JOINT_MEETING)
				.passed("timer_fast_due").notPassed("timer_hall_due");
		assertThat(matter.notes()).endsWith("timed-out.LADDER.FAST");
		assertThat(matter.record()).contains("2026-03-03 09:00");
	}

	@Test
	void timeThatRunsOutAtTheJointMeetingRaisesToTheLeader() {
		var matter = hardMatter().timeRunsOut("LADDER.JOINT").waits(ASSIGN_DEPARTMENTS)
				.passed("timer_meeting_due", "service_time_out_meeting").notPassed("gateway_decide_meeting");
		assertThat(matter.matter().tier()).isEqualTo(Tier.LEADER);
		assertThat(matter.notes()).endsWith("timed-out.LADDER.JOINT");
	}

	@Test
	void timeThatRunsOutAtTheLeaderGivesTheAssignmentToHisOffice() {
		var matter = atLeader().timeRunsOut("LADDER.ASSIGN").waits(ASSIGN_FOR_LEADER)
				.passed("timer_assign_due", "service_time_out_leader").notPassed("gateway_decide_leader");
		assertThat(matter.groups(ASSIGN_FOR_LEADER)).containsExactly(at("leader-office", "township"));
		assertThat(matter.notes()).endsWith("timed-out.LADDER.ASSIGN");
		matter.done(ASSIGN_FOR_LEADER, assign("dept-water")).waits(HANDLE_ASSIGNMENT);
	}

	@Test
	void eachHigherTierMayReturnAMatterToTheOneBelow() {
		var matter = atLeader().done(ASSIGN_DEPARTMENTS, Map.of("decision", "return", "reason", "先由社区再议"))
				.waits(HOLD_JOINT_MEETING);
		matter.done(HOLD_JOINT_MEETING, decide("return", "community")).waits(DELIBERATE_AT_HALL);
		matter.done(DELIBERATE_AT_HALL, hall("return")).waits(SETTLE_AT_BUILDING);
		assertThat(matter.matter().tier()).isEqualTo(Tier.BUILDING);
		assertThat(matter.lines("RETURNED")).hasSize(3);
		assertThat(matter.record()).contains("先由社区再议");
		matter.notPassed("service_assign_departments");
	}

	@Test
	void aMatterThatCameBackHasItsFullTimeAgain() {
		var matter = smallMatter();
		var first = matter.clock("LADDER.BUILDING").due();
		clock.travel(Duration.ofDays(2));
		matter.done(SETTLE_AT_BUILDING, decide("raise")).done(DELIBERATE_AT_HALL, hall("return"));
		assertThat(matter.clock("LADDER.BUILDING").due()).isAfter(first);
		assertThat(matter.endings("LADDER.BUILDING")).containsExactly("MET", "RUNNING");
	}

	@Test
	void theStewardRefusesWhatIsNotOursAndSaysWhoseItIs() {
		refusedAt(smallMatter().done(SETTLE_AT_BUILDING, decide("refuse")), ENDS_REFUSED_AT_BUILDING);
	}

	@Test
	void theHallRefuses() {
		refusedAt(compoundMatter().done(DELIBERATE_AT_HALL, hall("refuse")), ENDS_REFUSED_AT_HALL);
	}

	@Test
	void theJointMeetingRefuses() {
		refusedAt(hardMatter().done(HOLD_JOINT_MEETING, decide("refuse", "community")), ENDS_REFUSED_AT_MEETING);
	}

	@Test
	void theLeaderRefuses() {
		refusedAt(atLeader().done(ASSIGN_DEPARTMENTS,
				Map.of("decision", "refuse", "competent", "市供水公司 8222", "answer", "请找供水公司")), ENDS_REFUSED_AT_LEADER);
	}

	private static void refusedAt(Climbing matter, String end) {
		matter.passed(end).notPassed(CLOSE, ENDS_CLOSED).over();
		assertThat(matter.matter().state()).isEqualTo(MatterState.REFUSED);
		assertThat(matter.matter().answer()).hasValueSatisfying(
				answer -> assertThat(answer).contains("请找供水公司").contains("市供水公司 8222"));
	}

	@Test
	void departmentsWorkAtTheSameTimeEachWithItsOwnLimit() {
		var matter = atLeader().done(ASSIGN_DEPARTMENTS, assign("dept-water", "dept-fire"))
				.waits(HANDLE_ASSIGNMENT, HANDLE_ASSIGNMENT).notPassed(ACCEPT_RESULTS);
		assertThat(clocks.ofSubject(matter.subject)).extracting("code")
				.containsExactly("LADDER.DEPARTMENT", "LADDER.DEPARTMENT", "MATTER.ANSWER", "MATTER.SOLVE");

		matter.done(HANDLE_ASSIGNMENT, result("done")).waits(HANDLE_ASSIGNMENT);
		matter.done(HANDLE_ASSIGNMENT, result("planned")).waits(ACCEPT_RESULTS)
				.passed("service_record_result").notPassed("service_record_overdue", "user_assign_for_leader");
		assertThat(assignments.latest(matter.id).values()).extracting(Assignment::result)
				.containsExactlyInAnyOrder("done", "planned");

		matter.done(ACCEPT_RESULTS, Map.of("decision", "solved")).waits(CARRY_OUT);
		assertThat(matter.groups(CARRY_OUT)).containsExactly(at("dept-water", "city"));
	}

	@RepeatedTest(3)
	void departmentsMayAnswerAtTheSameMoment() {
		var matter = atLeader().done(ASSIGN_DEPARTMENTS, assign("dept-water", "dept-fire", "dept-gas"));
		var tasks = matter.tasks(HANDLE_ASSIGNMENT);
		var together = new CyclicBarrier(tasks.size());
		var answers = tasks.stream().map(task -> CompletableFuture.runAsync(() -> {
			await(together);
			matter.done(task, result("done"));
		}, answer -> new Thread(answer).start())).toList();
		answers.forEach(CompletableFuture::join);
		matter.waits(ACCEPT_RESULTS);
		assertThat(matter.endings("LADDER.DEPARTMENT")).containsExactly("MET", "MET", "MET");
	}

	@Test
	void aDepartmentThatDoesNotAnswerInTimeIsOnRecordAndHoldsNobodyUp() {
		var matter = atLeader().done(ASSIGN_DEPARTMENTS, assign("dept-water", "dept-fire"));
		clock.travel(Duration.ofDays(1));
		matter.done(HANDLE_ASSIGNMENT, result("done")).timeRunsOut("LADDER.DEPARTMENT").waits(ACCEPT_RESULTS)
				.passed("service_record_result", "timer_department_due", "service_record_overdue");
		assertThat(matter.notes()).endsWith("department-overdue");
		assertThat(matter.endings("LADDER.DEPARTMENT")).containsExactlyInAnyOrder("MET", "EXPIRED");
	}

	@Test
	void whatNoDepartmentTookOnIsCarriedOutByTheMeeting() {
		var matter = atLeader().done(ASSIGN_DEPARTMENTS, assign("dept-water")).done(HANDLE_ASSIGNMENT, result("not-ours"))
				.done(ACCEPT_RESULTS, Map.of("decision", "solved"));
		assertThat(matter.groups(CARRY_OUT)).containsExactly(at("joint-meeting-secretary", "community"));
	}

	@Test
	void theLeaderSendsOneResultBackAndOnlyThatDepartmentWorksAgain() {
		var matter = atLeader().done(ASSIGN_DEPARTMENTS, assign("dept-water", "dept-fire"))
				.done(HANDLE_ASSIGNMENT, result("done")).done(HANDLE_ASSIGNMENT, result("not-ours"))
				.done(ACCEPT_RESULTS, Map.of("decision", "send-back", "departments", List.of("dept-fire"), "reason", "没有到场"))
				.waits(HANDLE_ASSIGNMENT).passed("service_send_back");
		assertThat(matter.groups(HANDLE_ASSIGNMENT)).containsExactly(at("dept-fire", "city"));
		matter.done(HANDLE_ASSIGNMENT, result("done")).waits(ACCEPT_RESULTS)
				.done(ACCEPT_RESULTS, Map.of("decision", "settled")).waits(VERIFY).notPassed(CARRY_OUT);
	}

	@Test
	void aDepartmentThatWasNotAskedCannotBeSentBackTo() {
		var matter = atLeader().done(ASSIGN_DEPARTMENTS, assign("dept-water")).done(HANDLE_ASSIGNMENT, result("done"));
		assertThatThrownBy(() -> matter.done(ACCEPT_RESULTS,
				Map.of("decision", "send-back", "departments", List.of("dept-gas"), "reason", "没有到场")))
				.isInstanceOf(Refusal.class);
		matter.waits(ACCEPT_RESULTS);
	}

	@Test
	void aReasonIsNeededToRaise() {
		var matter = smallMatter();
		assertThatThrownBy(() -> matter.done(SETTLE_AT_BUILDING, Map.of("decision", "raise", "minutes", "谈了")))
				.isInstanceOf(Refusal.class);
		matter.waits(SETTLE_AT_BUILDING).notPassed("service_enter_hall");
	}

	private Climbing atLeader() {
		return hardMatter().done(HOLD_JOINT_MEETING, decide("raise", "community")).waits(ASSIGN_DEPARTMENTS);
	}

	private static void await(CyclicBarrier together) {
		try {
			together.await();
		} catch (InterruptedException | BrokenBarrierException e) {
			throw new IllegalStateException(e);
		}
	}

	static Map<String, String> result(String result) {
		return Map.of("decision", result, "minutes", "到现场处理");
	}
}

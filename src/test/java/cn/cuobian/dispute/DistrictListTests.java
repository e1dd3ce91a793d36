package cn.cuobian.dispute;

import static cn.cuobian.dispute.DisputeModel.*;
import static cn.cuobian.dispute.DistrictListModel.ENDS_SETTLED;
import static cn.cuobian.dispute.DistrictListModel.ENDS_SOLVED;
import static cn.cuobian.dispute.DistrictListModel.FOLLOW_UP;
import static cn.cuobian.dispute.DistrictListModel.HANDLE_PART;
import static cn.cuobian.dispute.DistrictListModel.HOLD_MEETING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.cuobian.refusals.Refusal;

/** One test per path through {@code district_list.bpmn}. */
class DistrictListTests extends Disputing {

	@Test
	void departmentsAreDispatchedAndTheNamedPersonReportsUntilItIsSolved() {
		var quarrel = listed().waits(HOLD_MEETING);
		assertThat(quarrel.group(HOLD_MEETING)).isEqualTo("district-meeting-secretary@w37-city");
		assertThat(quarrel.running()).containsExactly("W37.MONTHLY");
		assertThat(quarrel.clock("W37.MONTHLY").due()).isEqualTo("2026-04-02T16:00:00Z");
		assertThat(quarrel.endings("W37.FEEDBACK")).containsExactly("CANCELLED");

		quarrel.done(HOLD_MEETING, dispatch("dept-fire", "dept-housing")).waits(HANDLE_PART, HANDLE_PART)
				.done(HANDLE_PART, decided("done")).waits(HANDLE_PART).done(HANDLE_PART, decided("planned")).waits(FOLLOW_UP);
		assertThat(quarrel.task(FOLLOW_UP).assignee()).as("whom the meeting named").isEqualTo(personOf("follow-up-person"));
		assertThat(quarrel.notes()).contains("dispute.listed", "dispute.follow-up-named");

		clock.setTo(MONDAY.plusDays(20).toInstant());
		quarrel.done(FOLLOW_UP, decided("going-on")).waits(FOLLOW_UP).passed("service_record_month").notPassed(ENDS_SOLVED);
		assertThat(quarrel.clock("W37.MONTHLY").due()).isEqualTo("2026-04-22T16:00:00Z");
		assertThat(quarrel.task(FOLLOW_UP).assignee()).isEqualTo(personOf("follow-up-person"));

		quarrel.done(FOLLOW_UP, decided("solved")).waits(GIVE_FEEDBACK).passed(ENDS_SOLVED).notPassed(ENDS_SETTLED, "timer_month_over");
		assertThat(quarrel.clock("W37.FEEDBACK").started()).isEqualTo(clock.instant());
		quarrel.done(GIVE_FEEDBACK, DONE).rates(5, "").passed(ENDS_RATED).over();
	}

	@Test
	void whatTheMeetingSettlesIsFedBackAtOnce() {
		listed().done(HOLD_MEETING, decided("settled")).waits(GIVE_FEEDBACK).passed(ENDS_SETTLED)
				.notPassed("service_assign_departments", FOLLOW_UP);
	}

	@Test
	void aDepartmentThatDoesNotAnswerInTimeHoldsNobodyUp() {
		var quarrel = listed().done(HOLD_MEETING, dispatch("dept-fire")).waits(HANDLE_PART).timeRunsOut("LADDER.DEPARTMENT")
				.waits(FOLLOW_UP).passed("timer_part_due", "service_record_overdue").notPassed("service_record_part");
		assertThat(quarrel.notes()).endsWith("department-overdue");
		assertThat(quarrel.endings("LADDER.DEPARTMENT")).containsExactly("EXPIRED");
	}

	@Test
	void aMonthWithoutAReportGoesBackToTheMeeting() {
		var quarrel = followedUp().timeRunsOut("W37.MONTHLY").waits(HOLD_MEETING).passed("timer_month_over", "service_miss_month")
				.notPassed("service_record_month");
		assertThat(quarrel.notes()).endsWith("dispute.month-missed");
		assertThat(quarrel.endings("W37.MONTHLY")).containsExactly("MET", "EXPIRED", "RUNNING");
	}

	@Test
	void theFollowUpPersonBringsItBackToTheMeetingWhichDispatchesOthers() {
		followedUp().done(FOLLOW_UP, decided("meeting")).waits(HOLD_MEETING).notPassed("timer_month_over")
				.done(HOLD_MEETING, dispatch("dept-housing")).waits(HANDLE_PART);
	}

	@Test
	void whereTheNamedPersonHasLeftThePostTheTaskIsForItsHolders() {
		var quarrel = listed().done(HOLD_MEETING, dispatch("dept-fire"));
		db.sql("update dispute set follow_up_person = ? where matter_id = ?").params(personOf("mediator"), quarrel.id).update();
		quarrel.done(HANDLE_PART, decided("done")).waits(FOLLOW_UP);
		assertThat(quarrel.task(FOLLOW_UP).assignee()).isNull();
		assertThat(quarrel.group(FOLLOW_UP)).isEqualTo("follow-up-person@w37-city");
	}

	@Test
	void onlySomebodyWhoHoldsThePostIsNamed() {
		var quarrel = listed();
		var form = with(dispatch("dept-fire"), Map.of("follow_up", String.valueOf(personOf("property-manager"))));
		assertThatThrownBy(() -> quarrel.done(HOLD_MEETING, form)).isInstanceOf(Refusal.class);
		quarrel.waits(HOLD_MEETING);
	}

	@Test
	void whatIsStillUnderWayAfterTheListIsCarriedOutByTheBranch() {
		var quarrel = listed().done(HOLD_MEETING, decided("settled")).done(GIVE_FEEDBACK, UNDERWAY).waits(CARRY_OUT);
		assertThat(quarrel.group(CARRY_OUT)).isEqualTo("branch-secretary@" + COMPOUND);
	}

	@Test
	void theResidentWithdrawsAtEachStep() {
		DisputeTests.withdrawn(listed(), HOLD_MEETING);
		DisputeTests.withdrawn(followedUp(), FOLLOW_UP);
		var quarrel = listed().done(HOLD_MEETING, dispatch("dept-fire"));
		DisputeTests.withdrawn(quarrel, HANDLE_PART);
		assertThat(db.sql("select state from assignment where matter_id = ?").param(quarrel.id).query(String.class).list())
				.containsExactly("CANCELLED");
	}

	private Disputed listed() {
		return quarrel().done(CONVENE, CONVENE_THEM).done(DELIBERATE, TOO_LARGE);
	}

	private Disputed followedUp() {
		return listed().done(HOLD_MEETING, dispatch("dept-fire")).done(HANDLE_PART, decided("done")).waits(FOLLOW_UP);
	}
}

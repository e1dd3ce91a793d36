package cn.cuobian.dispute;

import static cn.cuobian.dispute.DisputeModel.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.cuobian.matters.MatterState;
import cn.cuobian.matters.Tier;

/** One test per path through {@code dispute.bpmn}. */
class DisputeTests extends Disputing {

	private static final String RAISED = "matter_raised";
	private static final String[] ROUND = { CONVENE, DELIBERATE, CARRY_OUT, GIVE_FEEDBACK };

	@Test
	void deliberatedCarriedOutFedBackAndRated() {
		var quarrel = quarrel().waits(CONVENE);
		assertThat(quarrel.group(CONVENE)).isEqualTo("branch-secretary@" + COMPOUND);
		assertThat(quarrel.clock("W37.DELIBERATE").due()).isEqualTo("2026-03-05T16:00:00Z");
		assertThat(quarrel.clock("W37.FEEDBACK").due()).isEqualTo("2026-03-09T16:00:00Z");
		assertThat(quarrel.matter().tier()).isEqualTo(Tier.HALL);

		quarrel.done(CONVENE, CONVENE_THEM).waits(DELIBERATE).done(DELIBERATE, AGREED).waits(CARRY_OUT);
		assertThat(quarrel.group(CARRY_OUT)).isEqualTo("property-manager@" + COMPOUND);
		assertThat(quarrel.running()).containsExactly("W37.FEEDBACK");
		assertThat(quarrel.task(CARRY_OUT).dueOrNull()).isEqualTo("2026-03-09T16:00:00Z");

		quarrel.done(CARRY_OUT, CARRIED_OUT).waits(GIVE_FEEDBACK);
		assertThat(quarrel.group(GIVE_FEEDBACK)).isEqualTo("branch-secretary@" + COMPOUND);
		assertThat(quarrel.clock("W37.FEEDBACK").started()).as("the seven days run across tasks").isEqualTo(MONDAY.toInstant());

		quarrel.done(GIVE_FEEDBACK, DONE).waits();
		assertThat(quarrel.matter().answer()).contains("已经换了地垫");
		assertThat(quarrel.clock("W37.RATE").due()).isEqualTo("2026-03-09T16:00:00Z");
		quarrel.rates(5, "谢谢").passed(ENDS_RATED).notPassed(CONVENE_AGAIN, LIST, MEDIATE, ENDS_UNRATED, DELIBERATE_FOR_BRANCH).over();
		assertThat(quarrel.matter().state()).isEqualTo(MatterState.CLOSED);
		assertThat(quarrel.notes()).containsExactly("dispute.begun");
		for (var code : List.of("W37.DELIBERATE", "W37.FEEDBACK", "W37.RATE")) {
			assertThat(quarrel.endings(code)).as(code).containsExactly("MET");
		}
	}

	@Test
	void whatTheBranchDoesNotConveneGoesUpToTheCommunity() {
		goesUp(quarrel().timeRunsOut("W37.DELIBERATE").passed("timer_convening_due").notPassed("timer_deliberation_due"));
	}

	@Test
	void whatIsConvenedAndNotHeldGoesUpToTheCommunity() {
		goesUp(quarrel().done(CONVENE, CONVENE_THEM).timeRunsOut("W37.DELIBERATE").passed("timer_deliberation_due")
				.notPassed("timer_convening_due"));
	}

	private void goesUp(Disputed quarrel) {
		quarrel.waits(DELIBERATE_FOR_BRANCH);
		assertThat(quarrel.group(DELIBERATE_FOR_BRANCH)).isEqualTo("community-secretary@w37-village");
		assertThat(quarrel.matter().tier()).isEqualTo(Tier.MEETING);
		assertThat(quarrel.notes()).containsExactly("dispute.begun", "timed-out.W37.DELIBERATE");
		assertThat(quarrel.lines("NOTED").reduce((first, last) -> last).orElseThrow().payload().toString()).contains("2026-03-05 24:00");
		assertThat(quarrel.endings("W37.DELIBERATE")).containsExactly("EXPIRED", "RUNNING");
		assertThat(quarrel.clock("W37.DELIBERATE").due()).as("three days of its own, the sixth not counted").isEqualTo("2026-03-09T16:00:00Z");
		assertThat(quarrel.clock("W37.FEEDBACK").due()).isEqualTo("2026-03-09T16:00:00Z");

		quarrel.done(DELIBERATE_FOR_BRANCH, AGREED).done(CARRY_OUT, CARRIED_OUT).waits(GIVE_FEEDBACK);
		assertThat(quarrel.group(GIVE_FEEDBACK)).isEqualTo("community-secretary@w37-village");
		quarrel.done(GIVE_FEEDBACK, DONE).rates(4, "").passed(ENDS_RATED).over();
		assertThat(quarrel.endings("W37.DELIBERATE")).containsExactly("EXPIRED", "MET");
	}

	@Test
	void whatTheCompoundCannotAgreeOnIsDeliberatedByTheCommunity() {
		var quarrel = quarrel().done(CONVENE, CONVENE_THEM).done(DELIBERATE, NOT_AGREED).waits(DELIBERATE_FOR_BRANCH)
				.passed("service_raise_to_community").notPassed("service_hand_to_community", LIST);
		assertThat(quarrel.endings("W37.DELIBERATE")).containsExactly("MET", "RUNNING");
		assertThat(quarrel.lines("RAISED")).hasSize(1);
	}

	@Test
	void aSupervisorDoesNotWaitForTheBranchToConvene() {
		raised(quarrel().told(RAISED).passed("message_convening_raised"));
	}

	@Test
	void norForItsDeliberation() {
		raised(quarrel().done(CONVENE, CONVENE_THEM).told(RAISED).passed("message_deliberation_raised"));
	}

	private void raised(Disputed quarrel) {
		quarrel.waits(DELIBERATE_FOR_BRANCH).passed("service_raise_to_community").notPassed("service_hand_to_community");
		assertThat(quarrel.matter().tier()).isEqualTo(Tier.MEETING);
		assertThat(quarrel.endings("W37.DELIBERATE")).containsExactly("CANCELLED", "RUNNING");
		quarrel.told(RAISED).waits(DistrictListModel.HOLD_MEETING).passed("message_community_raised");
		assertThat(quarrel.endings("W37.DELIBERATE")).containsExactly("CANCELLED", "CANCELLED");
	}

	@Test
	void whatTheCommunityCannotAgreeOnEitherIsListed() {
		quarrel().done(CONVENE, CONVENE_THEM).done(DELIBERATE, NOT_AGREED).done(DELIBERATE_FOR_BRANCH, NOT_AGREED)
				.waits(DistrictListModel.HOLD_MEETING).notPassed(CARRY_OUT);
	}

	@Test
	void whatIsTooLargeIsListedAtOnce() {
		var quarrel = quarrel().done(CONVENE, CONVENE_THEM).done(DELIBERATE, TOO_LARGE).waits(DistrictListModel.HOLD_MEETING)
				.notPassed(DELIBERATE_FOR_BRANCH, CARRY_OUT);
		assertThat(quarrel.matter().tier()).isEqualTo(Tier.DISTRICT);
	}

	@Test
	void whatIsNotOursIsRefusedWhenConvening() {
		refused(quarrel().done(CONVENE, NOT_OURS).notPassed(DELIBERATE));
	}

	@Test
	void whatIsNotOursIsRefusedWhenDeliberating() {
		refused(quarrel().done(CONVENE, CONVENE_THEM).done(DELIBERATE, with(NOT_OURS, Map.of("attended", List.of("branch"), "minutes", "不归小区管"))));
	}

	private void refused(Disputed quarrel) {
		quarrel.passed(ENDS_REFUSED).notPassed(CARRY_OUT, ENDS_RATED).over();
		assertThat(quarrel.matter().state()).isEqualTo(MatterState.REFUSED);
		assertThat(quarrel.matter().answer()).hasValueSatisfying(answer -> assertThat(answer).contains("请找生态环境局", "12369"));
		assertThat(quarrel.endings("W37.FEEDBACK")).containsExactly("CANCELLED");
	}

	@Test
	void afterSevenDaysTheResidentIsToldHowFarItIsAndItGoesOn() {
		var quarrel = quarrel().done(CONVENE, CONVENE_THEM).done(DELIBERATE, AGREED).timeRunsOut("W37.FEEDBACK").waits(GIVE_FEEDBACK)
				.passed("timer_feedback_due", "service_note_feedback_due");
		assertThat(quarrel.task(GIVE_FEEDBACK).isOverdue(clock.instant())).isTrue();
		assertThat(quarrel.notes()).endsWith("timed-out.W37.FEEDBACK");
		quarrel.done(GIVE_FEEDBACK, UNDERWAY).waits(CARRY_OUT).notPassed("service_answer_resident");
		assertThat(quarrel.group(CARRY_OUT)).isEqualTo("property-manager@" + COMPOUND);
		assertThat(quarrel.clock("W37.FEEDBACK").due()).isEqualTo("2026-03-17T16:00:00Z");
		assertThat(quarrel.matter().answer()).isEmpty();
		quarrel.done(CARRY_OUT, CARRIED_OUT).done(GIVE_FEEDBACK, DONE).rates(3, "").passed(ENDS_RATED).over();
		assertThat(quarrel.endings("W37.FEEDBACK")).containsExactly("EXPIRED", "MET");
	}

	@Test
	void whatCannotBeCarriedOutIsListedByTheFeedback() {
		quarrel().done(CONVENE, CONVENE_THEM).done(DELIBERATE, AGREED).done(CARRY_OUT, CARRIED_OUT)
				.done(GIVE_FEEDBACK, Map.of("decision", "list", "reason", "要动主管网")).waits(DistrictListModel.HOLD_MEETING)
				.notPassed("service_answer_resident");
	}

	@Test
	void withoutARatingInSevenDaysItIsFiledAsUnrated() {
		var quarrel = round(quarrel()).timeRunsOut("W37.RATE").passed("service_record_unrated", ENDS_UNRATED)
				.notPassed(ENDS_RATED, "service_weigh_rating").over();
		assertThat(quarrel.matter().state()).isEqualTo(MatterState.CLOSED);
		assertThat(quarrel.lines("UNRATED")).hasSize(1);
		assertThat(quarrel.endings("W37.RATE")).containsExactly("EXPIRED");
	}

	@Test
	void dissatisfiedOnceItIsDeliberatedAgainWithTheReason() {
		var quarrel = round(quarrel());
		clock.setTo(MONDAY.plusDays(2).toInstant());
		quarrel.rates(2, "夜里还是吵").waits(CONVENE).passed(CONVENE_AGAIN).notPassed(LIST, ENDS_RATED);
		assertThat(quarrel.matter().state()).isEqualTo(MatterState.OPEN);
		assertThat(quarrel.lines("REOPENED").findFirst().orElseThrow().text("reason")).isEqualTo("夜里还是吵");
		assertThat(quarrel.notes()).endsWith("dispute.again");
		assertThat(quarrel.running()).containsExactly("W37.DELIBERATE", "W37.FEEDBACK");
		assertThat(quarrel.clock("W37.DELIBERATE").due()).as("the third day is a Saturday").isEqualTo("2026-03-09T16:00:00Z");
		assertThat(quarrel.clock("W37.FEEDBACK").due()).isEqualTo("2026-03-11T16:00:00Z");
		round(quarrel).rates(4, "好了").passed(ENDS_RATED).notPassed(LIST).over();
		assertThat(quarrel.matter().rating()).hasValueSatisfying(rating -> assertThat(rating.satisfaction()).isEqualTo(4));
		assertThat(quarrel.lines("RATED")).hasSize(2);
	}

	@Test
	void askingForItAgainIsBeingDissatisfied() {
		var quarrel = round(quarrel()).asksAgain("没有换好").waits(CONVENE).passed(CONVENE_AGAIN);
		assertThat(quarrel.running()).doesNotContain("W37.RATE");
		assertThat(quarrel.lines("REOPENED")).hasSize(1);
	}

	@Test
	void dissatisfiedTwiceItIsListed() {
		var quarrel = round(round(quarrel()).rates(1, "没用")).rates(2, "还是没用").waits(DistrictListModel.HOLD_MEETING)
				.passed("service_enter_list").notPassed(ENDS_RATED);
		assertThat(quarrel.matter().tier()).isEqualTo(Tier.DISTRICT);
		assertThat(quarrel.lines("REOPENED")).hasSize(2);
		assertThat(quarrel.running()).containsExactly("W37.MONTHLY");
	}

	@Test
	void whatComesBackFromTheListIsCarriedOutByThoseWhoConvened() {
		var quarrel = round(quarrel(), CONVENE, DELIBERATE, CARRY_OUT)
				.done(GIVE_FEEDBACK, Map.of("decision", "list", "reason", "要动主管网"))
				.done(DistrictListModel.HOLD_MEETING, decided("settled")).done(GIVE_FEEDBACK, UNDERWAY).waits(CARRY_OUT);
		assertThat(quarrel.group(CARRY_OUT)).isEqualTo("branch-secretary@" + COMPOUND);
	}

	@Test
	void whatWasListedBeforeAnybodyWasNamedIsCarriedOutByThoseWhoConvened() {
		var quarrel = quarrel().done(CONVENE, CONVENE_THEM).done(DELIBERATE, TOO_LARGE)
				.done(DistrictListModel.HOLD_MEETING, decided("settled")).done(GIVE_FEEDBACK, UNDERWAY).waits(CARRY_OUT);
		assertThat(quarrel.group(CARRY_OUT)).isEqualTo("branch-secretary@" + COMPOUND);
	}

	@Test
	void afterTheDistrictABadRatingIsFiledAway() {
		var quarrel = round(quarrel().done(CONVENE, CONVENE_THEM).done(DELIBERATE, TOO_LARGE)
				.done(DistrictListModel.HOLD_MEETING, decided("settled")), GIVE_FEEDBACK).rates(1, "不满意");
		quarrel.passed(ENDS_RATED).notPassed(CONVENE_AGAIN).over();
		assertThat(quarrel.matter().rating()).hasValueSatisfying(rating -> assertThat(rating.satisfaction()).isEqualTo(1));
	}

	@Test
	void theCommunityKeepsTheBranchSecretarysSecondRoundInTheCompound() {
		var quarrel = quarrel().timeRunsOut("W37.DELIBERATE").done(DELIBERATE_FOR_BRANCH, AGREED).done(CARRY_OUT, CARRIED_OUT)
				.done(GIVE_FEEDBACK, DONE).rates(1, "没有变化").waits(CONVENE);
		assertThat(quarrel.matter().tier()).isEqualTo(Tier.HALL);
		assertThat(quarrel.lines("RETURNED")).hasSize(1);
	}

	@Test
	void theResidentWithdrawsAtEachStep() {
		withdrawn(quarrel(), CONVENE);
		withdrawn(quarrel().done(CONVENE, CONVENE_THEM), DELIBERATE);
		withdrawn(quarrel().timeRunsOut("W37.DELIBERATE"), DELIBERATE_FOR_BRANCH);
		withdrawn(quarrel().done(CONVENE, CONVENE_THEM).done(DELIBERATE, AGREED), CARRY_OUT);
		withdrawn(quarrel().done(CONVENE, CONVENE_THEM).done(DELIBERATE, AGREED).done(CARRY_OUT, CARRIED_OUT), GIVE_FEEDBACK);
	}

	static void withdrawn(Disputed quarrel, String step) {
		quarrel.waits(step).withdraws().passed(ENDS_WITHDRAWN).notPassed(ENDS_RATED, ENDS_UNRATED, ENDS_MEDIATED).over();
		assertThat(quarrel.matter().state()).isEqualTo(MatterState.WITHDRAWN);
	}

	/** One whole round, to the answer. */
	private Disputed round(Disputed quarrel) {
		return round(quarrel, ROUND);
	}

	private Disputed round(Disputed quarrel, String... steps) {
		var forms = Map.of(CONVENE, CONVENE_THEM, DELIBERATE, AGREED, CARRY_OUT, CARRIED_OUT, GIVE_FEEDBACK, DONE);
		for (var step : steps) {
			quarrel.done(step, forms.get(step));
		}
		return quarrel;
	}
}

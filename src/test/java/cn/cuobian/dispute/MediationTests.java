package cn.cuobian.dispute;

import static cn.cuobian.dispute.DisputeModel.CONVENE;
import static cn.cuobian.dispute.DisputeModel.CONVENE_AGAIN;
import static cn.cuobian.dispute.DisputeModel.DELIBERATE;
import static cn.cuobian.dispute.DisputeModel.ENDS_MEDIATED;
import static cn.cuobian.dispute.DisputeModel.ENDS_RATED;
import static cn.cuobian.dispute.MediationModel.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.cuobian.matters.MatterState;
import cn.cuobian.refusals.Refusal;

/** One test per path through {@code mediation.bpmn}. */
class MediationTests extends Disputing {

	private static final Map<String, Object> AGREEMENT = Map.of("decision", "written", "minutes", "调解了两次", "agreement",
			"楼上十点后不敲打，赔偿二百元", "effective_on", "2026-03-02", "answer", "双方达成协议；三十日内可以共同申请司法确认");
	private static final Map<String, Object> ROUTES = Map.of("routes", List.of("lawsuit", "legal-aid"), "answer",
			"没有调成，可以向法院起诉，法律援助电话 12348");

	@Test
	void anAgreementInWritingIsConfirmedByTheCourt() {
		var quarrel = mediated().waits(ASK_PARTIES);
		assertThat(quarrel.group(ASK_PARTIES)).isEqualTo("mediator@w37-village");
		assertThat(quarrel.running()).as("the mediation's own time counts").containsExactly("MED.CONSENT");
		quarrel.done(ASK_PARTIES, decided("willing")).waits(MEDIATE);
		assertThat(quarrel.clock("MED.USUAL").due()).isEqualTo("2026-04-02T16:00:00Z");

		quarrel.done(MEDIATE, AGREEMENT).waits(RECORD_CONFIRMATION);
		assertThat(quarrel.matter().state()).isEqualTo(MatterState.ANSWERED);
		assertThat(quarrel.running()).containsExactly("MED.CONFIRM", "W37.RATE");
		assertThat(quarrel.clock("MED.CONFIRM").due()).isEqualTo("2026-04-01T16:00:00Z");

		quarrel.rates(5, "").waits(RECORD_CONFIRMATION).done(RECORD_CONFIRMATION, decided("confirmed"))
				.passed(ENDS_AGREED, ENDS_MEDIATED).notPassed(TELL_ROUTES, "timer_confirmation_due", "service_record_unrated").over();
		assertThat(quarrel.notes()).containsExactly("dispute.begun", "mediation.begun", "mediation.agreed-written", "mediation.confirmed");
		assertThat(quarrel.matter().state()).isEqualTo(MatterState.CLOSED);
		assertThat(quarrel.endings("W37.RATE")).containsExactly("MET");
	}

	@Test
	void theThirtyDaysForTheCourtRunOutAndAreOnRecord() {
		var quarrel = willing().done(MEDIATE, with(AGREEMENT, Map.of("decision", "oral"))).timeRunsOut("W37.RATE")
				.waits(RECORD_CONFIRMATION).passed("service_record_unrated");
		assertThat(quarrel.matter().state()).as("not filed before the thirty days are over").isEqualTo(MatterState.ANSWERED);
		quarrel.timeRunsOut("MED.CONFIRM").passed("timer_confirmation_due", ENDS_AGREED).notPassed("service_record_confirmation").over();
		assertThat(quarrel.notes()).endsWith("mediation.agreed-oral", "mediation.window-over");
		assertThat(quarrel.endings("MED.CONFIRM")).containsExactly("EXPIRED");
		assertThat(quarrel.endings("W37.RATE")).containsExactly("EXPIRED");
	}

	/** The thirtieth day after 3 March is Thursday, 2 April; after 27 March it is Sunday, 26 April, so Monday the 27th. */
	@ParameterizedTest(name = "in effect on {0}, recorded on {1}: due by {2}")
	@CsvSource({ "2026-03-03, 2026-03-20T09:00:00+08:00, 2026-04-03T00:00:00+08:00",
			"2026-03-27, 2026-03-27T17:00:00+08:00, 2026-04-28T00:00:00+08:00" })
	void theThirtyDaysRunFromTheDayTheAgreementTakesEffectWheneverItIsRecorded(String effective, String recorded, String due) {
		var quarrel = willing();
		clock.setTo(OffsetDateTime.parse(recorded).toInstant());
		quarrel.done(MEDIATE, with(AGREEMENT, Map.of("effective_on", effective))).waits(RECORD_CONFIRMATION);
		assertThat(quarrel.clock("MED.CONFIRM").due()).isEqualTo(OffsetDateTime.parse(due).toInstant());
	}

	@Test
	void anAgreementIsNotRecordedBeforeItTakesEffectNorDatedBeforeTheMediation() {
		var quarrel = willing();
		refused("dispute.effective-later", () -> quarrel.done(MEDIATE, with(AGREEMENT, Map.of("effective_on", "2026-03-03"))));
		refused("dispute.effective-before-mediation", () -> quarrel.done(MEDIATE, with(AGREEMENT, Map.of("effective_on", "2026-03-01"))));
		quarrel.waits(MEDIATE);
		assertThat(quarrel.matter().state()).as("nothing half-written").isNotEqualTo(MatterState.ANSWERED);
		assertThat(quarrel.notes()).endsWith("mediation.begun");
	}

	private static void refused(String rule, ThrowingCallable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act).returns(rule, Refusal::rule).returns("effective_on", Refusal::field);
	}

	@Test
	void anAgreementRecordedAfterTheThirtyDaysIsOnRecordWithWhenTheyEnded() {
		var quarrel = mediated();
		clock.setTo(Instant.parse("2026-04-02T01:00:00Z"));
		quarrel.done(ASK_PARTIES, decided("willing")).done(MEDIATE, AGREEMENT);
		due.runDue();
		quarrel.passed("timer_confirmation_due").waits();
		assertThat(quarrel.notes()).endsWith("mediation.window-was-over", "mediation.agreed-written", "mediation.window-over");
		assertThat(quarrel.lines("NOTED").filter(line -> line.text("note").equals("mediation.window-was-over")).findFirst())
				.hasValueSatisfying(line -> assertThat(line.text("details")).contains("2026-03-02", "2026-04-01 24:00"));
	}

	@Test
	void theCourtDoesNotConfirm() {
		confirmation("not-confirmed");
	}

	@Test
	void thePartiesDoNotApply() {
		confirmation("not-applied");
	}

	private void confirmation(String outcome) {
		var quarrel = willing().done(MEDIATE, AGREEMENT).done(RECORD_CONFIRMATION, decided(outcome)).waits().rates(4, "")
				.passed(ENDS_AGREED).over();
		assertThat(quarrel.notes()).endsWith("mediation." + outcome);
	}

	@Test
	void whoAppliedInTimeIsNotSaidToHaveMissedTheThirtyDays() {
		var quarrel = willing().done(MEDIATE, AGREEMENT).done(RECORD_CONFIRMATION, decided("applied")).timeRunsOut("W37.RATE")
				.passed(ENDS_AGREED).notPassed("timer_confirmation_due", "service_record_no_application").over();
		assertThat(quarrel.notes()).endsWith("mediation.agreed-written", "mediation.applied");
		assertThat(quarrel.endings("MED.CONFIRM")).containsExactly("MET");
	}

	@Test
	void aBadRatingDoesNotUndoAnAgreement() {
		willing().done(MEDIATE, AGREEMENT).done(RECORD_CONFIRMATION, decided("not-applied")).rates(1, "后悔了")
				.passed(ENDS_AGREED).notPassed(CONVENE_AGAIN).over();
	}

	@Test
	void whoeverIsNotWillingEndsItAndOtherWaysAreTold() {
		fails(mediated().done(ASK_PARTIES, decided("refused")).notPassed(MEDIATE));
	}

	@Test
	void withoutAnAgreementOtherWaysAreTold() {
		fails(willing().done(MEDIATE, decided("failed")));
	}

	@Test
	void whoeverStopsItEndsIt() {
		fails(willing().done(MEDIATE, decided("stopped")));
	}

	@Test
	void aMonthWithoutAnAgreementEndsIt() {
		var quarrel = willing().timeRunsOut("MED.USUAL").passed("timer_mediation_due");
		assertThat(quarrel.notes()).endsWith("mediation.timed-out");
		fails(quarrel);
	}

	private void fails(Disputed quarrel) {
		quarrel.waits(TELL_ROUTES).done(TELL_ROUTES, ROUTES).waits().passed(ENDS_FAILED)
				.notPassed("service_record_agreement", RECORD_CONFIRMATION, ENDS_MEDIATED);
		assertThat(quarrel.matter().state()).isEqualTo(MatterState.ANSWERED);
		assertThat(quarrel.matter().answer()).hasValueSatisfying(answer -> assertThat(answer).contains("12348"));
		quarrel.rates(3, "").passed(ENDS_RATED).over();
	}

	@Test
	void theResidentWithdrawsAtEachStep() {
		DisputeTests.withdrawn(mediated(), ASK_PARTIES);
		DisputeTests.withdrawn(willing(), MEDIATE);
		DisputeTests.withdrawn(mediated().done(ASK_PARTIES, decided("refused")), TELL_ROUTES);
	}

	private Disputed mediated() {
		return quarrel().done(CONVENE, CONVENE_THEM).done(DELIBERATE, TO_MEDIATION);
	}

	private Disputed willing() {
		return mediated().done(ASK_PARTIES, decided("willing"));
	}
}

package cn.cuobian.messages;

import static cn.cuobian.dispute.DisputeModel.*;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.cuobian.dispute.DistrictListModel;
import cn.cuobian.dispute.MediationModel;

/** The paths that disputes take when people act. */
class DisputeOverTheHolidayTests extends OverTheHoliday {

	@Test
	void solvedAndRated() throws IOException {
		reported("2026-09-30T10:00");
		at("2026-09-30T15:00").done(CONVENE, CONVENE_THEM);
		at("2026-10-02T10:00").done(DELIBERATE, AGREED);
		at("2026-10-05T16:00").done(CARRY_OUT, CARRIED_OUT);
		at("2026-10-06T09:00").done(GIVE_FEEDBACK, DONE);
		at("2026-10-09T20:00").rates(5, "谢谢").over();
		happened("solved-and-rated");
	}

	@Test
	void nobodyConvenesAndNobodyRates() throws IOException {
		reported("2026-09-30T10:00");
		at("2026-10-14T10:00").done(DELIBERATE_FOR_BRANCH, AGREED);
		at("2026-10-14T11:00").done(GIVE_FEEDBACK, UNDERWAY);
		at("2026-10-15T10:00").done(CARRY_OUT, CARRIED_OUT);
		at("2026-10-16T10:00").done(GIVE_FEEDBACK, DONE);
		at("2026-10-24T08:00").over();
		happened("nobody-convenes-and-nobody-rates");
	}

	@Test
	void sevenDaysRunOutWhileItIsCarriedOut() throws IOException {
		reported("2026-09-30T10:00").done(CONVENE, CONVENE_THEM);
		at("2026-09-30T19:00").done(DELIBERATE, AGREED);
		at("2026-10-09T09:00").done(GIVE_FEEDBACK, UNDERWAY);
		at("2026-10-10T16:00").done(CARRY_OUT, CARRIED_OUT);
		at("2026-10-10T17:00").done(GIVE_FEEDBACK, DONE);
		at("2026-10-11T10:00").rates(3, "").over();
		happened("seven-days-run-out");
	}

	@Test
	void dissatisfiedTwiceAndSolvedByTheDistrict() throws IOException {
		reported("2026-09-20T10:00").done(CONVENE, CONVENE_THEM);
		round("2026-09-21T19:00");
		at("2026-09-22T12:00").rates(1, "还是吵").done(CONVENE, CONVENE_THEM);
		round("2026-09-25T10:00");
		at("2026-09-30T12:00").rates(2, "没有用");
		at("2026-10-10T09:00").done(DistrictListModel.HOLD_MEETING, dispatch("dept-fire"));
		at("2026-10-20T09:00").done(DistrictListModel.HANDLE_PART, decided("planned"));
		at("2026-10-26T09:00").done(DistrictListModel.FOLLOW_UP, decided("going-on"));
		at("2026-10-30T09:00").done(DistrictListModel.FOLLOW_UP, decided("solved")).done(GIVE_FEEDBACK, DONE);
		at("2026-10-31T10:00").rates(5, "").over();
		happened("dissatisfied-twice");
	}

	@Test
	void mediatedAndConfirmedByTheCourt() throws IOException {
		reported("2026-09-29T10:00").done(CONVENE, CONVENE_THEM).done(DELIBERATE, TO_MEDIATION);
		at("2026-09-30T10:00").done(MediationModel.ASK_PARTIES, decided("willing"));
		at("2026-10-09T10:00").done(MediationModel.MEDIATE, Map.of("decision", "written", "minutes", "调解了两次", "agreement",
				"十点后不敲打", "effective_on", "2026-10-09", "answer", "双方达成协议"));
		at("2026-10-20T10:00").done(MediationModel.RECORD_CONFIRMATION, decided("confirmed")).over();
		happened("mediated-and-confirmed");
	}

	@Test
	void mediationThatFindsNoAgreementInAMonth() throws IOException {
		reported("2026-09-29T10:00").done(CONVENE, CONVENE_THEM).done(DELIBERATE, TO_MEDIATION);
		at("2026-09-30T10:00").done(MediationModel.ASK_PARTIES, decided("willing"));
		at("2026-11-02T10:00").done(MediationModel.TELL_ROUTES, Map.of("routes", List.of("lawsuit"), "answer", "可以起诉"));
		at("2026-11-03T10:00").rates(4, "").over();
		happened("mediation-without-agreement");
	}

	@Test
	void withdrawnInTheHoliday() throws IOException {
		reported("2026-09-30T10:00");
		at("2026-10-03T10:00").withdraws().over();
		at("2026-10-20T10:00");
		happened("withdrawn");
	}

	@Test
	void refusedInTheHoliday() throws IOException {
		reported("2026-09-30T10:00");
		at("2026-10-02T10:00").done(CONVENE, NOT_OURS).over();
		at("2026-10-20T10:00");
		happened("refused");
	}

	private void round(String deliberatedAt) {
		at(deliberatedAt).done(DELIBERATE, AGREED).done(CARRY_OUT, CARRIED_OUT).done(GIVE_FEEDBACK, DONE);
	}
}

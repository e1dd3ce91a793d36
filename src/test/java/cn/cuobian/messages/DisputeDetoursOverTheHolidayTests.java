package cn.cuobian.messages;

import static cn.cuobian.dispute.DisputeModel.*;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.cuobian.dispute.DistrictListModel;
import cn.cuobian.dispute.MediationModel;

/** The paths that disputes take when people disagree, stop, or leave a month or a window unused. */
class DisputeDetoursOverTheHolidayTests extends OverTheHoliday {

	private static final String RAISED = "matter_raised";
	private static final Map<String, Object> ROUTES = Map.of("routes", List.of("lawsuit"), "answer", "可以起诉");

	@Test
	void convenedAndNotHeld() throws IOException {
		reported("2026-09-30T10:00");
		at("2026-10-01T10:00").done(CONVENE, CONVENE_THEM);
		at("2026-10-09T10:00").done(DELIBERATE_FOR_BRANCH, AGREED).done(CARRY_OUT, CARRIED_OUT).done(GIVE_FEEDBACK, DONE);
		at("2026-10-10T10:00").rates(5, "").over();
		happened("convened-and-not-held");
	}

	@Test
	void nobodyAgreesAndTheDistrictSettlesIt() throws IOException {
		reported("2026-09-30T10:00").done(CONVENE, CONVENE_THEM);
		at("2026-10-02T10:00").done(DELIBERATE, NOT_AGREED);
		at("2026-10-09T10:00").done(DELIBERATE_FOR_BRANCH, NOT_AGREED);
		at("2026-10-10T09:00").done(DistrictListModel.HOLD_MEETING, decided("settled")).done(GIVE_FEEDBACK, DONE);
		at("2026-10-11T10:00").rates(5, "").over();
		happened("nobody-agrees");
	}

	@Test
	void aSupervisorRaisesItTwice() throws IOException {
		reported("2026-09-30T10:00");
		at("2026-10-01T10:00").told(RAISED);
		at("2026-10-02T10:00").told(RAISED);
		at("2026-10-10T09:00").done(DistrictListModel.HOLD_MEETING, decided("settled")).done(GIVE_FEEDBACK, DONE);
		at("2026-10-11T10:00").rates(5, "").over();
		happened("raised-twice");
	}

	@Test
	void tooLargeADepartmentSilentAndAMonthWithoutReport() throws IOException {
		reported("2026-09-28T10:00").done(CONVENE, CONVENE_THEM).done(DELIBERATE, TOO_LARGE);
		at("2026-09-30T09:00").done(DistrictListModel.HOLD_MEETING, dispatch("dept-fire"));
		at("2026-11-24T09:00").done(DistrictListModel.HOLD_MEETING, decided("settled")).done(GIVE_FEEDBACK, DONE);
		at("2026-11-25T10:00").rates(4, "").over();
		happened("too-large-and-a-month-missed");
	}

	@Test
	void broughtBackToTheMeetingByTheOneWhoFollowsIt() throws IOException {
		reported("2026-09-22T10:00").done(CONVENE, CONVENE_THEM).done(DELIBERATE, TOO_LARGE);
		at("2026-09-23T09:00").done(DistrictListModel.HOLD_MEETING, dispatch("dept-fire"));
		at("2026-09-28T09:00").done(DistrictListModel.HANDLE_PART, decided("done"));
		at("2026-10-02T09:00").done(DistrictListModel.FOLLOW_UP, decided("meeting"));
		at("2026-10-08T09:00").done(DistrictListModel.HOLD_MEETING, decided("settled")).done(GIVE_FEEDBACK, DONE);
		at("2026-10-09T10:00").rates(5, "").over();
		happened("brought-back-to-the-meeting");
	}

	@Test
	void aPartyIsNotWillingToMediate() throws IOException {
		reported("2026-09-29T10:00").done(CONVENE, CONVENE_THEM).done(DELIBERATE, TO_MEDIATION);
		at("2026-10-02T10:00").done(MediationModel.ASK_PARTIES, decided("refused"));
		at("2026-10-03T10:00").done(MediationModel.TELL_ROUTES, ROUTES);
		at("2026-10-12T10:00").over();
		happened("not-willing-to-mediate");
	}

	@Test
	void aPartyStopsTheMediation() throws IOException {
		reported("2026-09-29T10:00").done(CONVENE, CONVENE_THEM).done(DELIBERATE, TO_MEDIATION);
		at("2026-09-30T10:00").done(MediationModel.ASK_PARTIES, decided("willing"));
		at("2026-10-04T10:00").done(MediationModel.MEDIATE, decided("stopped")).done(MediationModel.TELL_ROUTES, ROUTES);
		at("2026-10-05T10:00").rates(3, "").over();
		happened("mediation-stopped");
	}

	@Test
	void theThirtyDaysForTheCourtRunOut() throws IOException {
		reported("2026-09-29T10:00").done(CONVENE, CONVENE_THEM).done(DELIBERATE, TO_MEDIATION);
		at("2026-09-30T10:00").done(MediationModel.ASK_PARTIES, decided("willing"));
		at("2026-10-01T10:00").done(MediationModel.MEDIATE, Map.of("decision", "written", "minutes", "调解了一次", "agreement", "十点后不敲打",
				"effective_on", "2026-10-01", "answer", "双方达成协议"));
		at("2026-11-05T10:00").over();
		happened("court-window-over");
	}

	@Test
	void refusedAfterTheDeliberation() throws IOException {
		reported("2026-09-30T10:00").done(CONVENE, CONVENE_THEM);
		at("2026-10-03T10:00").done(DELIBERATE, Map.of("decision", "refuse", "attended", List.of("branch"), "minutes", "不归小区管",
				"competent", "市生态环境局 12369", "answer", "请找生态环境局")).over();
		at("2026-10-20T10:00");
		happened("refused-after-deliberation");
	}
}

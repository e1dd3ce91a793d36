package cn.cuobian.escalation;

import static cn.cuobian.matters.ClosingModel.CARRY_OUT;
import static cn.cuobian.matters.ClosingModel.GIVE_FEEDBACK;
import static cn.cuobian.matters.ClosingModel.VERIFY;
import static cn.cuobian.matters.ResidentMessages.RATED;
import static cn.cuobian.matters.ResidentMessages.REOPENED;
import static cn.cuobian.matters.ResidentMessages.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.matters.Kinds;
import cn.cuobian.matters.MatterState;
import cn.cuobian.matters.Scope;

/**
 * A kind of matter that is one drawing and one form, dropped into {@code bpmn/room_booking} and
 * {@code forms/room_booking} (of the test resources): nothing in Java knows it.
 */
class KindWithoutJavaTests extends Ladder {

	private static final String REVIEW = "user_review_booking";

	@Autowired
	Kinds kinds;

	@Test
	void isOfferedByTheNameInItsDrawing() {
		assertThat(kinds.find("room-booking")).hasValueSatisfying(kind -> {
			assertThat(kind.name(Locale.CHINESE)).isEqualTo("活动室借用");
			assertThat(kind.name(Locale.ENGLISH)).isEqualTo("Booking a room");
		});
	}

	@Test
	void isReportedReviewedCarriedOutAnsweredAndRated() {
		var matter = booking().waits(REVIEW);
		assertThat(matter.groups(REVIEW)).containsExactly(at("hall-secretary", "compound"));
		assertThat(matter.clock("LADDER.HALL")).isNotNull();
		matter.done(REVIEW, Map.of("decision", "approve")).done(CARRY_OUT, CARRIED_OUT).done(VERIFY, VERIFIED)
				.done(GIVE_FEEDBACK, FEEDBACK);
		assertThat(matter.matter().state()).isEqualTo(MatterState.ANSWERED);
		matter.told(RATED).passed("end_booking_closed").over();
		assertThat(matter.matter().state()).isEqualTo(MatterState.CLOSED);
	}

	@Test
	void isCarriedOutAgainWhenTheResidentWantsIt() {
		booking().done(REVIEW, Map.of("decision", "approve")).done(CARRY_OUT, CARRIED_OUT).done(VERIFY, VERIFIED)
				.done(GIVE_FEEDBACK, FEEDBACK).told(REOPENED).waits(CARRY_OUT).notPassed("end_booking_closed");
	}

	@Test
	void isRefusedWithAnAnswer() {
		var matter = booking().done(REVIEW, Map.of("decision", "refuse", "answer", "当天已经借出"))
				.passed("end_booking_refused").over();
		assertThat(matter.matter().state()).isEqualTo(MatterState.REFUSED);
		assertThat(matter.matter().answer()).contains("当天已经借出");
	}

	@Test
	void isWithdrawnByTheResidentAlsoWhileItIsCarriedOut() {
		var matter = booking().done(REVIEW, Map.of("decision", "approve")).waits(CARRY_OUT).told(WITHDRAWN)
				.passed("end_booking_withdrawn").over();
		assertThat(matter.matter().state()).isEqualTo(MatterState.WITHDRAWN);
	}

	private Climbing booking() {
		return report("compound", "room-booking", Scope.COMPOUND);
	}
}

package cn.cuobian.elections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import cn.cuobian.notices.Notice;
import cn.cuobian.notices.Objection.Who;
import cn.cuobian.votes.RollCorrected;
import cn.cuobian.votes.Rolls;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said against the public notice of the register reaches the register, and a correction reaches the public. */
class RollNoticesTests extends Electing {

	@Autowired
	private Rolls rolls;

	@Test
	void anObjectionToTheNoticeKeepsTheRegisterFromBeingFrozen() {
		var run = prepared().done("user_prepare_roll", Map.of("roll", String.valueOf(owners.draft(here.compound(), HOUSEHOLDS))));
		long roll = elections.of(run.id).rollId();
		long objection = notices.object(run.notice("roll").orElseThrow().id(), new Who("王五", "１幢 101", "13900000000"), "面积应为120平方米");
		refuses("votes.roll-objections-open", () -> rolls.freeze(roll, officer));
		assertThat(of(roll)).containsExactlyInAnyOrderEntriesOf(Map.of("unit_code", "1幢101", "state", "OPEN"));
		run.answers(objection, true);
		assertThat(of(roll)).containsEntry("state", "UPHELD");
		assertThat(db.sql("select kind from roll_change where roll_id = ? order by id").param(roll).query(String.class).list())
				.containsExactly("OBJECTED", "ANSWERED");
	}

	@Test
	void anObjectionToAnotherNoticeIsNoneToTheRegister() {
		var run = prepared().done("user_prepare_roll", Map.of("roll", String.valueOf(owners.draft(here.compound(), HOUSEHOLDS))));
		run.objects("group");
		assertThat(db.sql("select count(*) from roll_objection where roll_id = ?").param(elections.of(run.id).rollId()).query(Integer.class).single())
				.isZero();
	}

	@Test
	void aCorrectionIsPublishedWithItsDayAndBothFingerprints() {
		var run = reviewed(9);
		long roll = elections.of(run.id).rollId();
		assertThat(run.told()).doesNotContain("roll-corrected");
		application.publishEvent(new RollCorrected(roll, here.compound(), HOUSEHOLDS, 570, 57_120_00, "newprint", "oldprint"));
		var notice = run.notice("roll-corrected").orElseThrow();
		assertThat(notice.body()).contains(clock.instant().atZone(MONDAY.getZone()).toLocalDate().toString(), "570", "57120.00", "newprint", "oldprint");
		assertThat(notice.state()).isEqualTo(Notice.State.OPEN);
		assertThat(notice.objectable()).isFalse();
	}

	private Map<String, Object> of(long roll) {
		return db.sql("select unit_code, state from roll_objection where roll_id = ?").param(roll).query().singleRow();
	}
}

package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.cuobian.CuobianTest;
import cn.cuobian.people.Appointments;
import cn.cuobian.people.Group;
import cn.cuobian.people.Viewer;

/** Four eyes: a draft is approved by somebody who had no hand in it, whoever he is. */
@CuobianTest
class ApprovalTests {

	@Autowired
	Drafts drafts;
	@Autowired
	Approval approval;
	@Autowired
	DraftRecord record;
	@Autowired
	Studio studio;
	@Autowired
	Appointments appointments;
	@Autowired
	Clock clock;
	@Autowired
	JdbcClient db;

	private String bundle;
	private Viewer designer;

	@BeforeEach
	void bundle() {
		bundle = studio.bundle();
		designer = studio.designer();
	}

	@Test
	void aDraftIsSubmittedGivenBackMendedAndApproved() {
		var approver = studio.approver();
		var draft = studio.submitted(bundle, "现场", designer);
		approval.giveBack(draft, "请写“现场情况”", approver);
		assertThat(drafts.of(draft).state()).isEqualTo(DraftState.RETURNED);

		drafts.save(draft, 1, Studio.form(bundle), studio.changed(draft, Studio.form(bundle), "现场", "现场情况"), designer);
		approval.submit(draft, 2, "按审批员的意见改了", designer);
		approval.approve(draft, 2, "", approver);

		assertThat(drafts.of(draft)).satisfies(facts -> {
			assertThat(facts.state()).isEqualTo(DraftState.APPROVED);
			assertThat(facts.approver()).isEqualTo(approver.personId());
			assertThat(facts.reason()).isEqualTo("按审批员的意见改了");
		});
		assertThat(record.of(draft)).extracting(Act::kind).containsExactly(Act.Kind.APPROVED, Act.Kind.SUBMITTED, Act.Kind.RETURNED, Act.Kind.SUBMITTED);
		assertThat(record.of(draft)).extracting(Act::words).contains("请写“现场情况”");
	}

	@Test
	void nobodyApprovesWhatHeHadAHandIn() {
		var author = everything();
		var helper = everything();
		var last = everything();
		var draft = drafts.begin(bundle, "三个人的草稿", author);
		drafts.save(draft, 0, Studio.form(bundle), studio.changed(draft, Studio.form(bundle), "情况", "甲"), helper);
		drafts.save(draft, 1, Studio.form(bundle), studio.changed(draft, Studio.form(bundle), "甲", "乙"), last);
		approval.submit(draft, 2, "原因", author);

		for (var hand : new Viewer[] { author, helper, last }) {
			Refused.by(403, "design.draft-own", () -> approval.approve(draft, 2, "", hand));
			Refused.by(403, "design.draft-own", () -> approval.giveBack(draft, "x", hand));
		}
		approval.approve(draft, 2, "", everything());
	}

	/** Designer, approver and administrator in one person. */
	private Viewer everything() {
		var person = studio.person("administrator");
		appointments.appoint(person.id(), "process-designer", Group.EVERYWHERE, clock.instant(), null);
		appointments.appoint(person.id(), "model-approver", Group.EVERYWHERE, clock.instant(), null);
		return studio.as(person);
	}

	@Test
	void theDatabaseItselfKeepsFourEyes() {
		var draft = studio.submitted(bundle, "现场", designer);
		assertThatThrownBy(() -> db.sql("update design_draft set state = 'APPROVED', approver = author where id = ?").param(draft).update())
				.isInstanceOf(DataIntegrityViolationException.class);
		assertThatThrownBy(() -> db.sql("update design_draft set state = 'PUBLISHED' where id = ?").param(draft).update())
				.isInstanceOf(DataIntegrityViolationException.class);
		assertThatThrownBy(() -> db.sql("""
				insert into design_version (bundle, version, origin, title, reason, author, approver, published, digest)
				values (?, 9, 'STUDIO', '', '', 7, 7, current_timestamp, '')""").param(bundle).update())
				.isInstanceOf(DataIntegrityViolationException.class);
	}

	@Test
	void onlyAnApproverApproves() {
		var draft = studio.submitted(bundle, "现场", designer);
		Refused.by(403, "design.draft-not-an-approver", () -> approval.approve(draft, 1, "", studio.designer()));
		Refused.by(403, "design.draft-not-an-approver", () -> approval.giveBack(draft, "x", studio.designer()));
		Refused.by(403, "design.draft-not-a-designer", () -> approval.takeBack(draft, studio.approver()));
		Refused.by(403, "design.draft-not-a-designer", () -> approval.withdraw(draft, studio.approver()));
		approval.approve(draft, 1, "", studio.administrator());
	}

	@Test
	void aSubmittedDraftIsNotDrawnOnUntilItIsTakenBack() {
		var draft = studio.submitted(bundle, "现场", designer);
		Refused.by(409, "design.draft-not-open",
				() -> drafts.save(draft, 1, Studio.form(bundle), studio.changed(draft, Studio.form(bundle), "现场", "别的"), designer));
		approval.takeBack(draft, designer);
		drafts.save(draft, 1, Studio.form(bundle), studio.changed(draft, Studio.form(bundle), "现场", "别的"), designer);
		Refused.by(409, "design.draft-moved-on", () -> approval.approve(draft, 1, "", studio.approver()));
		Refused.by(409, "design.draft-moved-on", () -> approval.takeBack(draft, designer));
	}

	@Test
	void whoSawAnOlderRevisionApprovesNothing() {
		var draft = studio.submitted(bundle, "现场", designer);
		approval.takeBack(draft, designer);
		drafts.save(draft, 1, Studio.form(bundle), studio.changed(draft, Studio.form(bundle), "现场", "别的"), designer);
		approval.submit(draft, 2, "改了", designer);
		Refused.by(409, "design.draft-moved-on", () -> approval.approve(draft, 1, "", studio.approver()));
		Refused.by(409, "design.draft-moved-on", () -> approval.submit(draft, 2, "改了", designer));
	}

	@Test
	void whatIsNotReadyIsNotSubmitted() {
		var draft = drafts.begin(bundle, "没改什么", designer);
		Refused.by(422, "design.draft-nothing-changed", () -> approval.submit(draft, 0, "原因", designer));
		drafts.save(draft, 0, Studio.form(bundle), studio.changed(draft, Studio.form(bundle), "try-task", "other"), designer);
		Refused.by(422, "design.draft-has-findings", () -> approval.submit(draft, 1, "原因", designer));
		Refused.by(422, "design.draft-no-reason", () -> approval.submit(draft, 1, " ", designer));
		Refused.by(422, "design.draft-words-too-long", () -> approval.submit(draft, 1, "长".repeat(2001), designer));
		var good = studio.submitted(bundle, "现场", designer);
		Refused.by(422, "design.draft-no-words", () -> approval.giveBack(good, "", studio.approver()));
		Refused.by(404, "refusals.not-found", () -> approval.submit(-1, 0, "原因", designer));
	}

	@Test
	void aWithdrawnDraftIsOver() {
		var draft = studio.draft(bundle, "现场", designer);
		approval.withdraw(draft, designer);
		assertThat(drafts.of(draft).state()).isEqualTo(DraftState.WITHDRAWN);
		assertThat(drafts.alive(bundle)).isEmpty();
		Refused.by(409, "design.draft-moved-on", () -> approval.submit(draft, 1, "原因", designer));
		Refused.by(409, "design.draft-moved-on", () -> approval.withdraw(draft, designer));
	}
}

package cn.cuobian.elections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.cuobian.people.Person;
import cn.cuobian.votes.VoteState;

/** A full election of 571 households by time travel to each way out of {@code owners_committee.bpmn}. */
class ElectionExitsTests extends Electing {

	private static final Map<String, Object> AGAIN = Map.of("decision", "vote-again", "words", "再投一次");

	@Test
	void anApplicationThatDoesNotMeetTheConditionsIsRefused() {
		applied("statutory").done("user_check_mandate", Map.of("basis", "developer", "decision", "refuse", "words", "出售未过半"))
				.passed("end_mandate_refused").notPassed("call_form_group").over(ElectionState.REFUSED);
	}

	@Test
	void anObjectionToTheGroupThatIsUpheldLeadsToACorrectedList() {
		var run = prepared();
		run.answers(run.objects("group"), true).done("user_answer_objections", Map.of("answered", true)).noticeEnds("group")
				.passed("end_objection_upheld").waits("user_compose_group", "user_prepare_roll", "user_collect_nominations");
		run.done("user_compose_group", TICKED).noticeEnds("group").passed("end_notice_stands");
		assertThat(run.told()).containsExactly("group", "group");
	}

	@Test
	void theLastAnswerAfterTheTimeOfTheNoticeEndsItAndItsTask() {
		var run = prepared();
		long objection = run.objects("group");
		run.noticeEnds("group").waits("user_answer_objections", "user_prepare_roll", "user_collect_nominations");
		run.answers(objection, false).waits("user_prepare_roll", "user_collect_nominations").passed("message_notice_ended_meanwhile");
	}

	@Test
	void anObjectionToTheRegisterThatIsUpheldLeadsToACorrectedOne() {
		var run = prepared();
		var roll = Map.of("roll", String.valueOf(owners.draft(here.compound(), HOUSEHOLDS)));
		run.done("user_prepare_roll", roll);
		run.answers(run.objects("roll"), true).done("user_answer_objections", Map.of("answered", true)).noticeEnds("roll")
				.waits("user_prepare_roll", "user_collect_nominations");
		run.done("user_prepare_roll", roll).noticeEnds("roll");
		refuses("elections.roll-not-frozen", () -> run.done("user_freeze_roll", Map.of("frozen", true)));
	}

	@Test
	void withTooFewCandidatesNamesAreTakenAgainSeatsAreFewerOrTheResidentsCommitteeActs() {
		var run = reviewed(6);
		refuses("elections.too-few-candidates", () -> run.done("user_fix_list", FIXED));
		run.done("user_fix_list", Map.of("seats", 7, "alternates", 3, "decision", "too-few")).waits("user_answer_shortage");
		run.done("user_answer_shortage", Map.of("decision", "nominate-again", "words", "再动员")).waits("user_collect_nominations");
		nominations.nominate(run.id, name(20, Channel.PARTY), officer);
		run.done("user_collect_nominations", Map.of("closed", true)).doneAll("user_interview_candidate", STANDS);
		assertThat(worklist.openFor(run.subject)).as("only the new name is reviewed").hasSize(4);
		run.doneAll("user_review_by_department", PASSED).doneAll("user_review_jointly", PASSED);
		run.done("user_fix_list", Map.of("seats", 7, "alternates", 3, "decision", "too-few"))
				.done("user_answer_shortage", Map.of("decision", "fewer-seats", "words", "减到五名"))
				.done("user_fix_list", Map.of("seats", 5, "alternates", 2, "decision", "fixed")).waits("user_plan_assembly");
		assertThat(elections.of(run.id).seats()).isEqualTo(5);
	}

	@Test
	void withTooFewCandidatesTheResidentsCommitteeActs() {
		var run = reviewed(6);
		run.done("user_fix_list", Map.of("seats", 7, "alternates", 3, "decision", "too-few"))
				.done("user_answer_shortage", Map.of("decision", "give-up", "words", "没有人愿意")).passed("end_too_few_candidates").over(ElectionState.FAILED);
		assertThat(run.notice("failure").orElseThrow().body()).contains("居民委员会");
	}

	@Test
	void aCandidateMayOwnNothingInTheCompound() {
		var run = prepared().nominate(9);
		nominations.nominate(run.id, new NewCandidate(Channel.SELF, 0, "外人", "99幢101", "", false, true), officer);
		run.register().done("user_collect_nominations", Map.of("closed", true)).passAll();
		run.noticeEnds("group");
		refuses("elections.no-owner", () -> run.done("user_fix_list", FIXED));
	}

	@Test
	void whoWithdrawsDuringTheReviewsIsReviewedNoMore() {
		var run = prepared().nominate(3).done("user_collect_nominations", Map.of("closed", true));
		var first = run.candidates().get(0);
		candidates.withdraw(first.id(), "家里有事", officer);
		run.passed("message_withdrawn_during_review", "end_candidate_withdrawn");
		assertThat(worklist.openFor(run.subject)).filteredOn(task -> task.elementId().equals("user_interview_candidate")).hasSize(2);
		refuses("elections.stands-no-more", () -> candidates.withdraw(first.id(), "再退一次", officer));
	}

	@Test
	void whoWithdrawsFromTheBallotCannotBeVotedForAndTooFewOfThemCallTheVoteOff() {
		var run = announced(8);
		candidates.withdraw(run.candidates().get(0).id(), "出差", officer);
		run.noticeEnds("candidates").waits("user_answer_shortage").passed("service_call_off_vote");
		assertThat(run.box()).isEqualTo(VoteState.ANNULLED);
		assertThat(run.told()).contains("called-off");
	}

	@Test
	void whoWithdrawsBetweenTheNoticeAndTheOpeningCallsTheVoteOffToo() {
		var run = announced(8).noticeEnds("candidates");
		candidates.strike(run.candidates().get(7).id(), "异议成立", officer);
		run.travel(run.poll().opens()).passed("end_vote_called_off").waits("user_answer_shortage");
		assertThat(run.box()).isEqualTo(VoteState.ANNULLED);
		assertThat(elections.of(run.id).state()).isEqualTo(ElectionState.LISTED);
	}

	@Test
	void withOneOwnerTooFewTheVoteIsVoidAndHeldAgain() {
		var run = counted(open(9), QUORUM - 1, 1, 2, 3, 4, 5, 6, 7).waits("user_answer_failure");
		assertThat(run.poll().outcome()).isEqualTo("no-quorum");
		assertThat(run.notice("failure").orElseThrow().body()).contains("不足三分之二");
		long first = run.vote();
		run.done("user_answer_failure", AGAIN).waits("user_plan_assembly").done("user_plan_assembly", plan(17, 21, null));
		run.noticeEnds("candidates").opens();
		assertThat(run.vote()).isGreaterThan(first);
		counted(run, QUORUM, 1, 2, 3, 4, 5, 6, 7).waits("user_hold_first_meeting", "user_submit_filing");
	}

	@Test
	void withoutAQuorumTheResidentsCommitteeActs() {
		counted(open(9), 100, 1, 2).done("user_answer_failure", Map.of("decision", "residents-committee", "words", "两次不足"))
				.passed("end_residents_committee_acts").over(ElectionState.FAILED);
	}

	@Test
	void newNamesMayBePutForwardAfterAFailedVote() {
		var run = counted(open(9), 100, 1).done("user_answer_failure", Map.of("decision", "new-candidates", "words", "重新提名"))
				.waits("user_collect_nominations");
		nominations.nominate(run.id, name(30, Channel.OWNERS), officer);
		run.done("user_collect_nominations", Map.of("closed", true)).passAll();
		run.waits("user_fix_list");
	}

	@Test
	void theWindowIsExtendedAsTheNoticeSaidIfTooFewTookPart() {
		var run = extendable();
		owners.vote(run.vote(), QUORUM - 1, 1, 2, 3, 4, 5, 6, 7);
		run.travel(run.poll().closes().minus(Poll.LOOKED_AT_BEFORE)).passed("service_extend_vote").waits();
		assertThat(run.poll().extended()).isTrue();
		run.travel(run.poll().closes()).waits();
		owners.vote(run.vote(), 1, 1);
		run.closes().done("user_close_box", closing()).done("user_reconcile_ballots", reconciled())
				.waits("user_hold_first_meeting", "user_submit_filing");
	}

	@Test
	void theWindowIsNotExtendedWhereEnoughTookPart() {
		var run = extendable();
		owners.vote(run.vote(), QUORUM, 1, 2, 3, 4, 5, 6, 7);
		run.travel(run.poll().closes().minus(Poll.LOOKED_AT_BEFORE)).waits().notPassed("service_extend_vote");
		run.travel(run.poll().closes()).waits("user_close_box");
	}

	@Test
	void theWindowIsNotExtendedWhereTheNoticeDidNotSaySo() {
		var run = open(9);
		owners.vote(run.vote(), 10, 1);
		run.travel(run.poll().closes()).waits("user_close_box").notPassed("service_extend_vote");
	}

	private Driven extendable() {
		return reviewed(9).done("user_fix_list", FIXED).done("user_plan_assembly", plan(17, 21, 25)).noticeEnds("candidates").opens();
	}

	@Test
	void fewerThanHalfOfTheSeatsAreNoCommittee() {
		var run = open(9);
		owners.vote(run.vote(), 200, 1, 2, 3);
		owners.vote(run.vote(), 190, 4, 5, 6);
		run.closes().done("user_close_box", closing()).done("user_reconcile_ballots", reconciled()).waits("user_answer_failure");
		assertThat(run.poll().outcome()).as("three of seven have more than half of the 390").isEqualTo("not-elected");
	}

	@Test
	void threeWhoStandEqualForTwoSeatsAreDrawnByLot() {
		var run = open(9);
		owners.vote(run.vote(), 150, 1, 2, 3, 4, 5, 7, 8);
		owners.vote(run.vote(), 100, 1, 2, 3, 4, 5, 6, 7);
		owners.vote(run.vote(), 100, 1, 2, 3, 4, 5, 6, 8);
		owners.vote(run.vote(), 50, 1, 2, 3, 4, 5, 6);
		run.closes().done("user_close_box", closing()).done("user_reconcile_ballots", reconciled()).waits("user_draw_lot");
		assertThat(run.box()).as("nothing is on record before the lot").isEqualTo(VoteState.CLOSED);
		run.done("user_draw_lot", Map.of("drawn", true)).waits("user_draw_lot");
		owners.draw(run.vote(), List.of(8, 6, 7), officer);
		run.done("user_draw_lot", Map.of("drawn", true)).waits("user_hold_first_meeting", "user_submit_filing");
		assertThat(run.candidates()).filteredOn(each -> each.state() == CandidateState.ELECTED).extracting(Candidate::ballot)
				.containsExactly(1, 2, 3, 4, 5, 6, 8);
		assertThat(run.candidates()).filteredOn(each -> each.state() == CandidateState.ALTERNATE).extracting(Candidate::ballot).containsExactly(7);
	}

	@Test
	void aVoteThatTheOfficerAnnulsOnItsPageHasNoResultAndMayBeHeldAgain() {
		var run = open(9);
		votes.annul(run.vote(), "选票印错", officer);
		run.closes().done("user_close_box", closing()).done("user_reconcile_ballots", reconciled()).waits("user_answer_failure");
		assertThat(run.notice("failure").orElseThrow().body()).contains("撤销");
		run.done("user_answer_failure", AGAIN).done("user_plan_assembly", plan(17, 21, null)).noticeEnds("candidates");
		votes.annul(run.vote(), "再次印错", officer);
		run.travel(run.poll().opens()).passed("end_vote_called_off").waits("user_answer_failure");
	}

	@Test
	void whatTheOfficerCountedOnThePageOfTheVoteIsNotCountedAgain() {
		var run = open(9);
		owners.vote(run.vote(), 400, 1, 2, 3, 4, 5, 6, 7);
		run.closes().done("user_close_box", closing());
		owners.count(run.vote(), officer);
		run.done("user_reconcile_ballots", reconciled()).waits("user_hold_first_meeting", "user_submit_filing");
	}

	@Test
	void theSubDistrictMayAnnulWhatRunsAndAllOwnersAreTold() {
		var run = announced(9);
		Person anybody = some.holding("branch-secretary", here.compound());
		refuses("elections.not-your-post", () -> elections.annul(run.id, "违法", viewer(anybody)));
		elections.annul(run.id, "公告内容违法", officer);
		run.waits("user_tell_owners_annulled").passed("service_annul_annulled");
		assertThat(run.box()).isEqualTo(VoteState.ANNULLED);
		run.done("user_tell_owners_annulled", Map.of("words", "选举撤销")).over(ElectionState.ANNULLED);
		assertThat(run.told()).contains("annulled");
		refuses("elections.over", () -> elections.annul(run.id, "再次", officer));
	}

	@Test
	void anObjectionToTheResultThatIsUpheldOverturnsItAndEndsTheTerm() {
		var run = elected();
		var today = clock.instant().atZone(MONDAY.getZone()).toLocalDate().toString();
		var chair = run.candidates().stream().filter(each -> each.state() == CandidateState.ELECTED).findFirst().orElseThrow();
		run.done("user_hold_first_meeting", Map.of("held_on", today, "chair", String.valueOf(chair.id()), "words", "推选"));
		var committee = committeeRows.inOffice(here.compound()).orElseThrow();
		run.answers(run.objects("result"), true).done("user_answer_objections", Map.of("answered", true)).noticeEnds("result")
				.passed("end_result_overturned").waits("user_tell_owners_overturned");
		run.done("user_tell_owners_overturned", Map.of("words", "结果不成立")).over(ElectionState.ANNULLED);
		assertThat(committeeRows.find(committee.id()).orElseThrow().state()).isEqualTo(Committee.ANNULLED);
		assertThat(new Driven(committee.id(), committee.subject()).trace()).allMatch(trace -> trace.ended());
	}

	@Test
	void aReviewThatIsLateStaysOpenForNobodyPassesByDefault() {
		var run = prepared().nominate(1).done("user_collect_nominations", Map.of("closed", true)).doneAll("user_interview_candidate", STANDS);
		run.travel(Duration.ofDays(5));
		assertThat(worklist.openFor(run.subject)).filteredOn(task -> task.elementId().equals("user_review_by_department")).hasSize(4)
				.allMatch(task -> task.isOverdue(clock.instant()));
	}

	@Test
	void whatIsLateShowsInTheSchedule() {
		var run = prepared();
		run.travel(Duration.ofDays(20));
		var roll = milestones.of(elections.of(run.id)).stream().filter(line -> line.milestone() == Milestone.ROLL).findFirst().orElseThrow();
		assertThat(roll.slack()).as("planned for day 11, and this is day 21").isEqualTo(-10);
		assertThat(roll.isLate()).isTrue();
	}

	@Test
	void theDatabaseItselfRefusesToChangeTheRecord() {
		var run = applied("statutory");
		assertThatThrownBy(() -> db.sql("update election_line set detail = 'x' where subject = ?").param(run.subject).update())
				.hasStackTraceContaining("append-only");
		assertThatThrownBy(() -> db.sql("delete from election_line where subject = ?").param(run.subject).update())
				.hasStackTraceContaining("append-only");
	}

	@Test
	void namesAreSealedInTheDatabaseAndNeverInTheEngine() {
		var run = prepared().nominate(1).done("user_collect_nominations", Map.of("closed", true));
		run.done("user_interview_candidate", Map.of("decision", "stands", "words", "候选1 说他愿意"));
		for (var column : List.of("act_hi_varinst.text_", "act_ru_variable.text_", "act_hi_detail.text_")) {
			var parts = column.split("\\.");
			assertThat(db.sql("select count(*) from %s where %s like '%%候选1%%'".formatted(parts[0], parts[1])).query(Integer.class).single())
					.as(column).isZero();
		}
		assertThat(db.sql("select name_sealed from candidate where election_id = ?").param(run.id).query((row, n) -> new String(row.getBytes(1),
				java.nio.charset.StandardCharsets.UTF_8)).single()).doesNotContain("候选1");
		assertThat(log.of(run.subject, 5)).anySatisfy(line -> assertThat(line.words()).contains("愿意"));
	}
}

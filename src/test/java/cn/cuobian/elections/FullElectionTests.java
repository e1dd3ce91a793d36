package cn.cuobian.elections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.cuobian.elections.Committee.Member;
import cn.cuobian.votes.VoteState;

/** One election of 571 households from the application to the committee in office, by the 31-day schedule, stage by stage. */
class FullElectionTests extends Electing {

	@Test
	void aFullElectionOf571Households() {
		var run = applied("fast31").waits("user_check_mandate");
		assertThat(run.group("user_check_mandate")).isEqualTo("election-officer@" + here.township());
		assertThat(run.clock("ELECT.MANDATE").due()).isEqualTo("2026-03-09T16:00:00Z");

		run.done("user_check_mandate", Map.of("basis", "owners", "decision", "accept", "schedule", "fast31")).waits("user_compose_group");
		assertThat(run.clock("PREP.SETUP").due()).isEqualTo("2026-05-06T16:00:00Z");
		group(run);
		namesAndReviews(run);
		register(run);
		run.waits("user_fix_list");
		announce(run);
		vote(run);
		office(run);
		schedule(run);
	}

	private void group(Driven run) {
		for (int i = 0; i < 4; i++) {
			groups.add(run.id, Role.RESIDENTS_COMMITTEE, false, "居委" + i, officer);
		}
		refuses("elections.group-too-small", () -> run.done("user_compose_group", TICKED));
		refuses("elections.group-even", () -> run.done("user_compose_group", TICKED));
		refuses("elections.group-owners", () -> run.done("user_compose_group", TICKED));
		refuses("elections.group-leader", () -> run.done("user_compose_group", TICKED));
		groups.of(run.id).members().forEach(member -> groups.remove(run.id, member.id(), officer));
		composeGroup(run.id);
		run.done("user_compose_group", TICKED).waits("user_prepare_roll", "user_collect_nominations");
		assertThat(run.told()).containsExactly("group");
		assertThat(run.clock("PREP.MEETING").due()).isEqualTo("2026-05-06T16:00:00Z");
		var hung = run.notice("group").orElseThrow();
		assertThat(hung.body()).contains("街道组长（组长）", "业主代表 业主1");
		assertThat(hung.ends()).as("seven days").isEqualTo("2026-03-09T16:00:00Z");
	}

	/** 507 names stood in the drive this was learned from; 23 stand here, by the same three channels and with every answer. */
	private void namesAndReviews(Driven run) {
		run.nominate(23);
		refuses("elections.nominated-already", () -> candidates.nominate(run.id, name(0, Channel.SELF), officer));
		run.done("user_collect_nominations", Map.of("closed", true));
		assertThat(openSteps(run, "user_interview_candidate")).isEqualTo(23);
		run.done("user_interview_candidate", Map.of("decision", "declines", "words", "没有时间")).doneAll("user_interview_candidate", STANDS);
		assertThat(openSteps(run, "user_review_by_department")).as("four departments for each of 22").isEqualTo(88);
		assertThat(run.clock("CAND.STREET").due()).as("one working day").isEqualTo("2026-03-03T16:00:00Z");

		run.done("user_review_by_department", Map.of("decision", "refused", "conditions", List.of("dishonest"), "words", "失信被执行人"))
				.done("user_review_by_department", PASSED).done("user_review_by_department", PASSED).done("user_review_by_department", PASSED);
		run.done("user_review_by_department", Map.of("decision", "supplement", "words", "缺产权证明"))
				.doneAll("user_review_by_department", PASSED).done("user_supplement_for_street", Map.of("words", "已补产权证明"));
		assertThat(openSteps(run, "user_review_by_department")).as("only the department that asked").isEqualTo(1);
		run.done("user_review_by_department", PASSED);

		assertThat(openSteps(run, "user_review_jointly")).isEqualTo(21);
		assertThat(run.group("user_review_jointly")).isEqualTo("joint-reviewer@" + here.city());
		run.done("user_review_jointly", Map.of("decision", "refused", "words", "不宜参选"))
				.done("user_review_jointly", Map.of("decision", "supplement", "words", "缺说明"))
				.doneAll("user_review_jointly", PASSED).done("user_supplement_for_city", Map.of("words", "已说明"))
				.done("user_review_jointly", PASSED).waits("user_prepare_roll");
		assertThat(run.candidates()).extracting(Candidate::state).filteredOn(CandidateState.PASSED::equals).hasSize(20);
		assertThat(run.candidates()).extracting(Candidate::state).filteredOn(state -> !state.stands())
				.containsExactlyInAnyOrder(CandidateState.DECLINED, CandidateState.REFUSED, CandidateState.REFUSED);
	}

	private void register(Driven run) {
		run.register().noticeEnds("group");
		assertThat(run.notice("roll").orElseThrow().body()).contains("571", "57100.00");
	}

	private void announce(Driven run) {
		refuses("elections.enough-candidates", () -> run.done("user_fix_list", Map.of("seats", 7, "alternates", 3, "decision", "too-few")));
		refuses("elections.committee-even", () -> run.done("user_fix_list", Map.of("seats", 8, "alternates", 3, "decision", "fixed")));
		refuses("elections.committee-size", () -> run.done("user_fix_list", Map.of("seats", 3, "alternates", 3, "decision", "fixed")));
		refuses("elections.too-many-alternates", () -> run.done("user_fix_list", Map.of("seats", 7, "alternates", 8, "decision", "fixed")));
		run.done("user_fix_list", FIXED).waits("user_plan_assembly");
		refuses("elections.notice-too-short", () -> run.done("user_plan_assembly", plan(15, 20, null)));
		refuses("elections.extends-before-closes", () -> run.done("user_plan_assembly", plan(17, 21, 20)));
		run.done("user_plan_assembly", plan(17, 21, 24)).waits();
		assertThat(run.told()).contains("assembly", "candidates");
		assertThat(run.notice("assembly").orElseThrow().body()).contains("延长到", "选举委员 7 名");
		assertThat(run.notice("candidates").orElseThrow().body()).as("who did not agree is masked").contains("候**", "候选10（2幢***）");
		assertThat(run.box()).isEqualTo(VoteState.ANNOUNCED);

		long objection = run.objects("candidates");
		run.waits("user_answer_objections");
		refuses("elections.objections-open", () -> run.done("user_answer_objections", Map.of("answered", true)));
		run.answers(objection, false).done("user_answer_objections", Map.of("answered", true)).waits().noticeEnds("candidates");
	}

	private void vote(Driven run) {
		run.travel(run.poll().opens().minusSeconds(1));
		assertThat(run.box()).as("not a second early").isEqualTo(VoteState.ANNOUNCED);
		run.opens();
		assertThat(run.box()).isEqualTo(VoteState.OPEN);
		owners.vote(run.vote(), 300, 1, 2, 3, 4, 5, 6, 7);
		owners.vote(run.vote(), 100, 8, 9, 10, 11, 12);
		run.closes().waits("user_close_box");
		assertThat(run.poll().extended()).as("enough had taken part").isFalse();
		run.done("user_close_box", closing());
		assertThat(run.box()).isEqualTo(VoteState.CLOSED);
		run.done("user_reconcile_ballots", reconciled());
		assertThat(run.box()).isEqualTo(VoteState.COUNTED);
		assertThat(run.candidates()).filteredOn(candidate -> candidate.state() == CandidateState.ELECTED).hasSize(7);
		run.waits("user_hold_first_meeting", "user_submit_filing");
	}

	private void office(Driven run) {
		assertThat(run.clock("COMM.FIRST").due()).isAfter(clock.instant());
		var elected = run.candidates().stream().filter(candidate -> candidate.state() == CandidateState.ELECTED).map(Candidate::id)
				.map(String::valueOf).toList();
		var today = clock.instant().atZone(MONDAY.getZone()).toLocalDate().toString();
		refuses("elections.chair-is-deputy", () -> run.done("user_hold_first_meeting",
				Map.of("held_on", today, "chair", elected.get(0), "deputies", List.of(elected.get(0)), "words", "推选")));
		run.done("user_hold_first_meeting", Map.of("held_on", today, "chair", elected.get(0), "deputies", List.of(elected.get(1)), "words", "推选"));
		run.done("user_submit_filing", Map.of("submitted_on", today, "papers", List.of("report", "covenant", "rules"), "to",
				List.of("housing", "subdistrict")));
		assertThat(run.group("user_answer_filing")).isEqualTo("dept-housing@" + here.city());
		run.done("user_answer_filing", Map.of("decision", "correct", "words", "缺委员名单")).done("user_correct_filing", Map.of("words", "已补"))
				.done("user_answer_filing", Map.of("decision", "taken", "receipt", "备〔2026〕1号"));
		run.noticeEnds("result").passed("end_committee_in_office", "end_nothing_to_hand_over").over(ElectionState.DONE);

		var committee = committeeRows.inOffice(here.compound()).orElseThrow();
		assertThat(committee.seated()).isEqualTo(7);
		assertThat(committee.members()).extracting(Member::duty).containsOnlyOnce("CHAIR", "DEPUTY");
		assertThat(committee.termTo()).isEqualTo(committee.termFrom().plusYears(5).minusDays(1));
	}

	private void schedule(Driven run) {
		var lines = milestones.of(elections.of(run.id));
		assertThat(lines).hasSize(Milestone.values().length).allSatisfy(line -> assertThat(line.reached()).as(line.milestone().name()).isNotNull());
		assertThat(lines).allSatisfy(line -> assertThat(line.basis()).isEqualTo("local-programme"));
		var notice = lines.stream().filter(line -> line.milestone() == Milestone.NOTICE).findFirst().orElseThrow();
		assertThat(notice.planned()).isEqualTo(LocalDate.parse("2026-03-12"));
	}

	private long openSteps(Driven run, String step) {
		return worklist.openFor(run.subject).stream().filter(task -> task.elementId().equals(step)).count();
	}
}

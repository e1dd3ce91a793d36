package cn.cuobian.elections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import cn.cuobian.votes.VoteState;
import org.junit.jupiter.api.Test;

/** The 31 days of the fast formation, each step on the day its schedule gives it: from Monday 2 March 2026, day 1, to Wednesday 1 April, day 31. */
class FastFormationTests extends Electing {

	@Test
	void theCommitteeIsFormedOnThe31stDay() {
		var run = applied("fast31").done("user_check_mandate", Map.of("basis", "owners", "decision", "accept", "schedule", "fast31"));
		on("2026-03-04", run);
		composeGroup(run.id);
		run.done("user_compose_group", TICKED).nominate(23);
		run.done("user_prepare_roll", Map.of("roll", String.valueOf(owners.draft(here.compound(), HOUSEHOLDS))));
		on("2026-03-10", run);
		run.done("user_collect_nominations", Map.of("closed", true)).doneAll("user_interview_candidate", STANDS);
		on("2026-03-11", run);
		run.doneAll("user_review_by_department", PASSED);
		run.noticeEnds("group").noticeEnds("roll");
		on("2026-03-12", run);
		owners.freeze(elections.of(run.id).rollId());
		run.done("user_freeze_roll", Map.of("frozen", true)).doneAll("user_review_jointly", PASSED).done("user_fix_list", FIXED);
		refuses("elections.notice-too-short", () -> run.done("user_plan_assembly", plan(15, 19, null)));
		refuses("elections.closes-before-opens", () -> run.done("user_plan_assembly", plan(16, 15, null)));
		run.done("user_plan_assembly", plan(16, 19, null)).noticeEnds("candidates").opens();
		assertThat(today()).as("fifteen whole days after the notice").isEqualTo("2026-03-28");
		owners.vote(run.vote(), 400, 1, 2, 3, 4, 5, 6, 7);
		run.closes().done("user_close_box", closing()).done("user_reconcile_ballots", reconciled());
		assertThat(run.box()).isEqualTo(VoteState.COUNTED);
		assertThat(today()).as("the result is published").isEqualTo("2026-03-31");
		assertThat(run.told()).contains("result");
		on("2026-04-01", run);
		meets(run);

		assertThat(committeeRows.inOffice(here.compound()).orElseThrow().termFrom()).as("day 31").isEqualTo("2026-04-01");
		run.noticeEnds("result");
		assertThat(milestones.of(elections.of(run.id))).filteredOn(line -> line.reached() != null).hasSize(Milestone.values().length)
				.allSatisfy(line -> assertThat(line.slack()).as(line.milestone().name()).isNotNegative());
	}

	@Test
	void onlyTheObjectionsToTheResultEndAfterThe31stDay() {
		var lines = milestones.of(elections.of(applied("fast31").id));
		assertThat(lines).filteredOn(line -> line.planned().isAfter(LocalDate.parse("2026-04-01"))).extracting(Milestones.Line::milestone)
				.containsExactly(Milestone.RESULT_PUBLIC);
	}

	private void meets(Driven run) {
		var elected = run.candidates().stream().filter(one -> one.state() == CandidateState.ELECTED).map(one -> String.valueOf(one.id())).toList();
		run.done("user_hold_first_meeting", Map.of("held_on", today(), "chair", elected.get(0), "deputies", List.of(elected.get(1)), "words", "推选"))
				.done("user_submit_filing", Map.of("submitted_on", today(), "papers", List.of("report", "covenant", "rules"), "to",
						List.of("housing", "subdistrict")));
	}

	/** At nine in the morning. */
	private void on(String day, Driven run) {
		run.travel(LocalDate.parse(day).atTime(9, 0).atZone(MONDAY.getZone()).toInstant());
	}

	private String today() {
		return clock.instant().atZone(MONDAY.getZone()).toLocalDate().toString();
	}
}

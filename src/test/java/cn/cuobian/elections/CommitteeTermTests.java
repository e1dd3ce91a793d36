package cn.cuobian.elections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cn.cuobian.clocks.ClockActs;
import cn.cuobian.clocks.Pause;
import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.elections.Committee.Member;

/** One test per path through {@code committee_term.bpmn} and {@code hand_over.bpmn}. */
class CommitteeTermTests extends Electing {

	private Driven first;
	private Committee committee;
	private Driven term;

	/** Seven members and two alternates in office after a first election. */
	@BeforeEach
	void inOffice() {
		var run = open(11);
		owners.vote(run.vote(), 300, 1, 2, 3, 4, 5, 6, 7);
		owners.vote(run.vote(), 271, 1, 2, 3, 4, 5, 8, 9);
		first = run.closes().done("user_close_box", closing()).done("user_reconcile_ballots", reconciled());
		office(first);
		committee = committeeRows.inOffice(here.compound()).orElseThrow();
		term = new Driven(committee.id(), committee.subject());
	}

	private void office(Driven run) {
		var elected = run.candidates().stream().filter(each -> each.state() == CandidateState.ELECTED).map(Candidate::id).toList();
		run.done("user_hold_first_meeting", Map.of("held_on", today().toString(), "chair", String.valueOf(elected.get(0)), "words", "推选"));
		run.done("user_submit_filing", Map.of("submitted_on", today().toString(), "papers", List.of("report"), "to", List.of("housing")))
				.done("user_answer_filing", Map.of("decision", "taken", "receipt", "备1")).noticeEnds("result");
	}

	@Test
	void anAlternateMovesUpInTheOrderOfVotesAndTheNextIfHeDeclines() {
		alternates(2);
		committees.vacate(committee.id(), seated().get(6).id(), "resigned", "搬走了", officer);
		term.waits("user_confirm_alternate").done("user_confirm_alternate", Map.of("decision", "declined")).waits("user_confirm_alternate")
				.done("user_confirm_alternate", Map.of("decision", "accepted")).waits();
		assertThat(now().seated()).isEqualTo(7);
		assertThat(now().members()).extracting(Member::state).contains(Member.LEFT, Member.DECLINED);
		assertThat(term.clock("MEMBER.HANDOVER").due()).as("three days").isEqualTo(endOfWorkdayIn(3));
		assertThat(term.clock("COMM.CHANGE").due()).as("thirty days").isAfter(term.clock("MEMBER.HANDOVER").due());
		committees.settled(committee.id(), "COMM.CHANGE", "已备案", officer);
		assertThat(clocks.ofSubject(term.subject)).extracting(running -> running.code()).containsExactly("MEMBER.HANDOVER");
	}

	@Test
	void withoutAlternatesAByElectionFillsTheSeat() {
		alternates(0);
		committees.vacate(committee.id(), seated().get(6).id(), "no-owner", "房子卖了", officer);
		term.waits().passed("service_call_by_election");
		var by = successor();
		assertThat(by.kind()).isEqualTo(Election.BY_ELECTION);
		assertThat(by.seats()).isEqualTo(1);
		byElection(new Driven(by.id()));
		assertThat(now().seated()).isEqualTo(7);
		assertThat(committeeRows.ofElection(by.id())).as("no committee of its own").isEmpty();
	}

	/** No preparation group, the same roll, one seat. */
	private void byElection(Driven by) {
		by.done("user_check_mandate", Map.of("basis", "vacancy", "decision", "accept", "schedule", "statutory")).notPassed("call_form_group")
				.done("user_prepare_roll", Map.of("roll", String.valueOf(elections.of(first.id).rollId()))).noticeEnds("roll")
				.done("user_freeze_roll", Map.of("frozen", true));
		nominations.nominate(by.id, name(40, Channel.SELF), officer);
		nominations.nominate(by.id, name(41, Channel.OWNERS), officer);
		by.done("user_collect_nominations", Map.of("closed", true)).passAll();
		by.done("user_fix_list", Map.of("seats", 1, "alternates", 1, "decision", "fixed")).done("user_plan_assembly", plan(17, 21, null))
				.noticeEnds("candidates").opens();
		counted(by, 400, 1);
		office(by);
		by.over(ElectionState.DONE);
	}

	@Test
	void withFewerThanHalfOfTheSeatsLeftAllAreElectedAnew() {
		alternates(0);
		seated().subList(0, 4).forEach(member -> committees.vacate(committee.id(), member.id(), "resigned", "辞职", officer));
		assertThat(now().seated()).isEqualTo(3);
		var called = successor();
		assertThat(called.kind()).as("called for the first vacancy").isEqualTo(Election.BY_ELECTION);
		elections.annul(called.id(), "缺额过半，改为重新选举", officer);
		committees.vacate(committee.id(), seated().get(0).id(), "resigned", "辞职", officer);
		term.passed("end_full_election_called");
		assertThat(successor().kind()).isEqualTo(Election.RE_ELECTION);
		assertThat(successor().seats()).isEqualTo(7);
	}

	@Test
	void aThirdOfTheMembersMayProposeARecallAndTheOwnersVoteOnIt() {
		alternates(0);
		recall(400, true).passed("service_end_recalled_seats");
		assertThat(now().seated()).isEqualTo(6);
		assertThat(now().members()).extracting(Member::cause).contains("recalled");
		term.passed("service_call_by_election");
	}

	@Test
	void withoutAMajorityTheMemberStays() {
		recall(400, false).notPassed("service_end_recalled_seats").waits();
		assertThat(now().seated()).isEqualTo(7);
	}

	private Driven recall(int voters, boolean yes) {
		committees.proposeRecall(committee.id(), seated().get(2).id(), 3, 0, 0, "不履职", officer);
		term.done("user_check_recall", Map.of("decision", "put", "words", "三名委员提议")).done("user_plan_recall", planRecall());
		term.opens();
		owners.say(term.vote(), voters, yes);
		return term.closes().done("user_close_box", closing()).done("user_reconcile_ballots", reconciled());
	}

	private Map<String, Object> planRecall() {
		var form = new java.util.HashMap<>(plan(17, 21, null));
		form.keySet().removeAll(List.of("where", "told_residents"));
		form.put("roll", String.valueOf(elections.of(first.id).rollId()));
		return form;
	}

	@Test
	void twoOfSevenMembersOrTooFewOwnersCannotPutARecallToTheVote() {
		committees.proposeRecall(committee.id(), seated().get(2).id(), 2, 114, 114 * 100_00L, "不履职", officer);
		refuses("elections.recall-too-few", () -> term.done("user_check_recall", Map.of("decision", "put", "words", "凑数")));
		refuses("elections.recall-runs", () -> committees.proposeRecall(committee.id(), seated().get(1).id(), 3, 0, 0, "又一个", officer));
		term.done("user_check_recall", Map.of("decision", "refuse", "words", "人数不够")).waits();
	}

	@Test
	void aFifthOfTheOwnersMayProposeARecall() {
		committees.proposeRecall(committee.id(), seated().get(2).id(), 0, 115, 115 * 100_00L, "不履职", officer);
		term.done("user_check_recall", Map.of("decision", "put", "words", "115 户提议")).waits("user_plan_recall");
	}

	@Test
	void threeMonthsBeforeTheEndTheReElectionBeginsByItselfAndTheOldCommitteeHandsOver() {
		var latest = clocks.latestBefore("COMM.REELECT", here.compound(), committee.termTo());
		assertThat(latest).isBefore(committee.termTo().minusMonths(3));
		term.travel(latest.atStartOfDay(WorkingCalendar.ZONE).toInstant().minusSeconds(1));
		assertThat(now().successor()).isNull();
		term.travel(latest.atStartOfDay(WorkingCalendar.ZONE).toInstant());
		var again = new Driven(successor().id());
		assertThat(successor().kind()).isEqualTo(Election.RE_ELECTION);
		var told = db.sql("select person_id from inbox where event = ?").param("re-election:" + successor().id()).query(Long.class).list();
		assertThat(told).as("the sub-district's officer and the community are told").contains(officer.personId()).hasSizeGreaterThanOrEqualTo(2);
		again.waits("user_check_mandate");
		reElect(again);
		again.waits().travel(endOf(committee.termTo())).waits("user_hand_over");
		assertThat(committeeRows.ofElection(again.id).orElseThrow().termFrom()).isEqualTo(committee.termTo().plusDays(1));
		term.passed("end_term_over");
		again.done("user_hand_over", Map.of("items", List.of("files", "seal"), "words", "清单一份")).passed("end_handed_over").over(ElectionState.DONE);
	}

	@Test
	void whoDoesNotHandOverInTenDaysIsHelpedByThePolice() {
		term.travel(clocks.latestBefore("COMM.REELECT", here.compound(), committee.termTo()).atStartOfDay(WorkingCalendar.ZONE).toInstant());
		var again = new Driven(successor().id());
		reElect(again);
		again.travel(endOf(committee.termTo()));
		var before = again.clock("COMM.HANDOVER").due();
		pauseForFiveDays(again.clock("COMM.HANDOVER").id());
		assertThat(again.clock("COMM.HANDOVER").due()).isAfter(before);
		again.travel(before).waits("user_hand_over").travel(again.clock("COMM.HANDOVER").due()).waits("user_ask_police").passed("timer_hand_over_due")
				.done("user_ask_police", Map.of("words", "公安协助追回印章")).over(ElectionState.DONE);
	}

	/** The timer of the drawing moves with the ledger. */
	private void pauseForFiveDays(long clockId) {
		var acts = application.getBean(ClockActs.class);
		acts.pause(clockId, new Pause(Pause.Reason.WAITING_OTHER_BODY, "等银行对账", "", clock.instant(), officer.personId()));
		clock.travel(Duration.ofDays(5));
		acts.resume(clockId, clock.instant(), "对账完成", officer.personId());
	}

	private void reElect(Driven run) {
		run.done("user_check_mandate", Map.of("basis", "term", "decision", "accept", "schedule", "fast31"));
		composeGroup(run.id);
		run.done("user_compose_group", TICKED).nominate(9).register();
		run.done("user_collect_nominations", Map.of("closed", true)).passAll();
		run.noticeEnds("group").done("user_fix_list", FIXED).done("user_plan_assembly", plan(19, 23, null)).noticeEnds("candidates").opens();
		office(counted(run, 400, 1, 2, 3, 4, 5, 6, 7));
	}

	/** As if so many of them had been elected. */
	private void alternates(int wanted) {
		db.sql("delete from committee_member where committee_id = ? and state = 'WAITING'").param(committee.id()).update();
		var losers = first.candidates().stream().filter(each -> each.state() == CandidateState.NOT_ELECTED || each.state() == CandidateState.ALTERNATE)
				.toList();
		for (int i = 0; i < wanted; i++) {
			committeeRows.seat(committee.id(), losers.get(i).id(), 100 + i, "MEMBER", Member.WAITING, today());
		}
	}

	private java.time.Instant endOfWorkdayIn(int days) {
		var day = today().plusDays(days);
		return application.getBean(WorkingCalendar.class).workingDayFrom(day).plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant();
	}

	private static java.time.Instant endOf(LocalDate day) {
		return day.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant();
	}

	private LocalDate today() {
		return clock.instant().atZone(WorkingCalendar.ZONE).toLocalDate();
	}

	private Committee now() {
		return committeeRows.find(committee.id()).orElseThrow();
	}

	private List<Member> seated() {
		return now().members().stream().filter(Member::isSeated).toList();
	}

	private Election successor() {
		return elections.of(now().successor());
	}
}

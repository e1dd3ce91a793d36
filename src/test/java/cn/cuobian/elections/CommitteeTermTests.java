package cn.cuobian.elections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cn.cuobian.clocks.ClockActs;
import cn.cuobian.clocks.Pause;
import cn.cuobian.clocks.WorkingCalendar;
import cn.cuobian.elections.Committee.Member;
import cn.cuobian.people.Appointments;
import cn.cuobian.people.Person;

/** One test per path through {@code committee_term.bpmn} and {@code hand_over.bpmn}. */
class CommitteeTermTests extends Electing {

	private Driven first;
	private Committee committee;
	private Driven term;
	/** Of the chair, who is also a steward here. */
	private Person chair;

	/** Seven members and two alternates in office after a first election. */
	@BeforeEach
	void inOffice() {
		var run = open(11);
		owners.vote(run.vote(), 300, 1, 2, 3, 4, 5, 6, 7);
		owners.vote(run.vote(), 271, 1, 2, 3, 4, 5, 8, 9);
		first = run.closes().done("user_close_box", closing()).done("user_reconcile_ballots", reconciled());
		chair = some.holding("building-steward", here.building(), "候选1");
		office(first);
		committee = committeeRows.inOffice(here.compound()).orElseThrow();
		term = new Driven(committee.id(), committee.subject());
	}

	private void office(Driven run) {
		office(run, String.valueOf(chair.id()));
	}

	/** @param account of the chair; empty: he has none */
	private void office(Driven run, String account) {
		var elected = run.candidates().stream().filter(each -> each.state() == CandidateState.ELECTED).map(Candidate::id).toList();
		run.done("user_hold_first_meeting", Map.of("held_on", today().toString(), "chair", String.valueOf(elected.get(0)),
				"chair_account", account, "words", "推选"));
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
		assertThat(seated()).filteredOn(Member::isChair).as("another was chosen").extracting(Member::name).containsExactly("候选41");
		assertThat(chairs()).as("and has no account").isEmpty();
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
		office(by, "");
		by.over(ElectionState.DONE);
	}

	@Test
	void withFewerThanHalfOfTheSeatsLeftAllAreElectedAnew() {
		alternates(0);
		assertThat(chairs()).containsExactly(chair);
		committees.vacate(committee.id(), seated().get(1).id(), "resigned", "辞职", officer);
		assertThat(chairs()).as("another member left").containsExactly(chair);
		committees.vacate(committee.id(), seated().get(0).id(), "resigned", "辞职", officer);
		assertThat(chairs()).as("the chair left").isEmpty();
		seated().subList(0, 2).forEach(member -> committees.vacate(committee.id(), member.id(), "resigned", "辞职", officer));
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
		assertThat(chairs()).containsExactly(chair);
		recall(0, 400, true).passed("service_end_recalled_seats");
		assertThat(now().seated()).isEqualTo(6);
		assertThat(now().members()).extracting(Member::cause).contains("recalled");
		assertThat(chairs()).as("whom the owners recalled is not the chair any more").isEmpty();
		term.passed("service_call_by_election");
	}

	@Test
	void withoutAMajorityTheMemberStays() {
		recall(2, 400, false).notPassed("service_end_recalled_seats").waits();
		assertThat(now().seated()).isEqualTo(7);
	}

	private Driven recall(int member, int voters, boolean yes) {
		committees.proposeRecall(committee.id(), seated().get(member).id(), 3, 0, 0, "不履职", officer);
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
		committees.proposeRecall(committee.id(), seated().get(2).id(), 0, 115, 114 * 100_00L, "不履职", officer);
		refuses("elections.recall-too-few", () -> term.done("user_check_recall", Map.of("decision", "put", "words", "面积不够")));
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
		assertThat(terms()).as("he was elected again: the next term follows the first without a gap").containsExactly("2026-03-31T10:00:00Z 2031-03-30T16:00:00Z",
				"2031-03-30T16:00:00Z 2036-03-30T16:00:00Z");
		again.waits().travel(endOf(committee.termTo())).waits("user_hand_over");
		assertThat(chairs()).containsExactly(chair);
		assertThat(committeeRows.ofElection(again.id).orElseThrow().termFrom()).isEqualTo(committee.termTo().plusDays(1));
		term.passed("end_term_over");
		again.done("user_hand_over", Map.of("items", List.of("files", "seal"), "words", "清单一份")).passed("end_handed_over").over(ElectionState.DONE);
	}

	@Test
	void whoDoesNotHandOverInTenDaysIsHelpedByThePolice() {
		term.travel(clocks.latestBefore("COMM.REELECT", here.compound(), committee.termTo()).atStartOfDay(WorkingCalendar.ZONE).toInstant());
		var again = new Driven(successor().id());
		some.holding("committee-chair", here.compound());
		reElect(again, "");
		again.travel(endOf(committee.termTo()));
		assertThat(chairs()).as("his term is over, who was appointed by hand still has to hand over").hasSize(1).doesNotContain(chair);
		assertThat(again.group("user_hand_over")).isEqualTo("committee-chair@" + here.compound());
		var before = again.clock("COMM.HANDOVER").due();
		pauseForFiveDays(again.clock("COMM.HANDOVER").id());
		assertThat(again.clock("COMM.HANDOVER").due()).isAfter(before);
		again.travel(before).waits("user_hand_over").travel(again.clock("COMM.HANDOVER").due()).waits("user_ask_police").passed("timer_hand_over_due")
				.done("user_ask_police", Map.of("words", "公安协助追回印章")).over(ElectionState.DONE);
		assertThat(chairs()).as("the new chair has no account").isEmpty();
	}

	/** The timer of the drawing moves with the ledger. */
	private void pauseForFiveDays(long clockId) {
		var acts = application.getBean(ClockActs.class);
		acts.pause(clockId, new Pause(Pause.Reason.WAITING_OTHER_BODY, "等银行对账", "", clock.instant(), officer.personId()));
		clock.travel(Duration.ofDays(5));
		acts.resume(clockId, clock.instant(), "对账完成", officer.personId());
	}

	private void reElect(Driven run) {
		reElect(run, String.valueOf(chair.id()));
	}

	private void reElect(Driven run, String account) {
		run.done("user_check_mandate", Map.of("basis", "term", "decision", "accept", "schedule", "fast31"));
		composeGroup(run.id);
		run.done("user_compose_group", TICKED).nominate(9).register();
		run.done("user_collect_nominations", Map.of("closed", true)).passAll();
		run.noticeEnds("group").done("user_fix_list", FIXED).done("user_plan_assembly", plan(19, 23, null)).noticeEnds("candidates").opens();
		office(counted(run, 400, 1, 2, 3, 4, 5, 6, 7), account);
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

	private Set<Person> chairs() {
		return posts.holders("committee-chair@" + here.compound());
	}

	/** From when until when the chair holds his post, now and later. */
	private List<String> terms() {
		return application.getBean(Appointments.class).at(List.of(here.compound())).stream()
				.filter(holding -> holding.group().post().equals("committee-chair")).map(holding -> holding.from() + " " + holding.until()).toList();
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

package cn.cuobian.elections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.elections.Candidate.Origin;
import cn.cuobian.elections.Committee.Member;
import cn.cuobian.votes.OwnersOfACompound;
import cn.cuobian.votes.VoteState;
import cn.cuobian.worklist.WorkItem;

/** One election of 571 households from the application to the committee in office, by the 31-day schedule, stage by stage. */
class FullElectionTests extends Electing {

	private static final int NAMES = 507;
	private static final String WRONG = """
			姓名,房号,渠道,联名户数
			陈一,1幢101,自荐,
			林二,1幢102,业主联名,
			王三,1幢103,邻居,
			黄四,,自荐,
			,1幢105,党组织推荐,
			""";

	@Autowired
	private ElectionTasks tasks;
	@Autowired
	private ReviewRows reviews;

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

	/** As many names as the drive this was learned from had, by all three channels, some by several; the interviews leave 22 of them. */
	private void namesAndReviews(Driven run) {
		nominate(run);
		run.done("user_collect_nominations", Map.of("closed", true));
		refuses("elections.not-nominating", () -> nominations.nominate(run.id, name(520, Channel.SELF), officer));
		interview(run);
		assertThat(openSteps(run, "user_review_by_department")).as("four departments for each of 22").isEqualTo(88);
		assertThat(run.clock("CAND.STREET").due()).as("one working day").isEqualTo("2026-03-03T16:00:00Z");

		var first = ofCandidate(run, 1);
		complete(run, first.get(0), Map.of("decision", "refused", "conditions", List.of("dishonest"), "words", "失信被执行人"));
		first.stream().skip(1).forEach(task -> complete(run, task, PASSED));
		complete(run, ofCandidate(run, 2).get(0), Map.of("decision", "supplement", "words", "缺产权证明"));
		run.doneAll("user_review_by_department", PASSED).done("user_supplement_for_street", Map.of("words", "已补产权证明"));
		assertThat(openSteps(run, "user_review_by_department")).as("only the department that asked").isEqualTo(1);
		run.done("user_review_by_department", PASSED);

		assertThat(openSteps(run, "user_review_jointly")).isEqualTo(21);
		assertThat(run.group("user_review_jointly")).isEqualTo("joint-reviewer@" + here.city());
		run.done("user_review_jointly", Map.of("decision", "refused", "words", "不宜参选"))
				.done("user_review_jointly", Map.of("decision", "supplement", "words", "缺说明"))
				.doneAll("user_review_jointly", PASSED).done("user_supplement_for_city", Map.of("words", "已说明"))
				.done("user_review_jointly", PASSED).waits("user_prepare_roll");
		assertThat(run.candidates()).extracting(Candidate::state).filteredOn(CandidateState.PASSED::equals).hasSize(20);
		assertThat(run.candidates()).extracting(Candidate::state).filteredOn(CandidateState.REFUSED::equals).hasSize(2);
		assertThat(run.candidates()).extracting(Candidate::state).filteredOn(CandidateState.DECLINED::equals).hasSize(NAMES - 22);
	}

	/** 507 people in 570 lines: every tenth by two channels, every fiftieth by all three, and nobody stands twice for it. */
	private void nominate(Driven run) {
		assertThatThrownBy(() -> nominations.take(run.id, NominationFile.read(WRONG.getBytes(StandardCharsets.UTF_8)), officer))
				.isInstanceOfSatisfying(NominationErrors.class, errors -> assertThat(errors.lines()).extracting(line -> line.number() + " " + line.refusal().rule())
						.containsExactly("3 elections.proposers", "4 elections.channel", "5 elections.text", "6 elections.text"));
		assertThat(run.candidates()).as("of a list with a wrong line nothing is taken").isEmpty();

		var sheet = sheet();
		assertThat(nominations.take(run.id, NominationFile.read(sheet.getBytes(StandardCharsets.UTF_8)), officer))
				.isEqualTo(new Nominations.Taken(NAMES, 62, 1));
		assertThat(nominations.take(run.id, NominationFile.read(sheet.getBytes(Charset.forName("GB18030"))), officer))
				.as("the same list again, as Excel saves it").isEqualTo(new Nominations.Taken(0, 0, 570));
		refuses("elections.nominated-already", () -> nominations.nominate(run.id, name(0, Channel.SELF), officer));
		assertThat(run.candidates()).hasSize(NAMES).extracting(Candidate::no).isSorted().doesNotHaveDuplicates();
		assertThat(run.candidates().get(0).origins()).containsExactly(new Origin(Channel.SELF, 0), new Origin(Channel.PARTY, 0),
				new Origin(Channel.OWNERS, 12));
		assertThat(run.candidates().get(1).origins()).containsExactly(new Origin(Channel.PARTY, 0));
	}

	private static String sheet() {
		var lines = new ArrayList<>(List.of("姓名,房号,渠道,联名户数,党员,同意公开,本人介绍"));
		for (int n = 0; n < NAMES; n++) {
			lines.add(line(n, n % 3));
			if (n % 10 == 0) {
				lines.add(line(n, (n + 1) % 3));
			}
			if (n % 50 == 0) {
				lines.add(line(n, (n + 2) % 3));
			}
		}
		lines.add(line(4, 4 % 3));
		return String.join("\r\n", lines);
	}

	/** As people type: some with full-width digits in the number of the flat. */
	private static String line(int n, int channel) {
		var unit = OwnersOfACompound.unit(n);
		return "候选%d,%s,%s,%s,%s,%s,我愿意".formatted(n + 1, n % 7 == 0 ? unit.replace('1', '１') : unit,
				List.of("自荐", "党组织推荐", "业主联名").get(channel), channel == 2 ? "12" : "", n % 2 == 0 ? "是" : "", n % 4 != 3 ? "是" : "否");
	}

	/** Two secretaries of the community share them and write at the same time without a pause; neither is sent away. */
	private void interview(Driven run) {
		var standing = run.candidates().stream().limit(22).map(Candidate::id).toList();
		var open = run.tasks("user_interview_candidate");
		assertThat(open).hasSize(NAMES);
		var declines = Map.of("decision", "declines", "words", "没有时间");
		var secretaries = List.of(viewer(some.holding("community-secretary", here.community())), viewer(some.holding("community-secretary", here.community())));
		IntStream.range(0, 2).parallel().forEach(half -> IntStream.range(0, open.size()).filter(i -> i % 2 == half).forEach(i -> {
			var task = open.get(i).taskId();
			workbench.complete(task, standing.contains(tasks.partOf(task)) ? STANDS : declines, secretaries.get(half));
		}));
		assertThat(run.tasks("user_interview_candidate")).isEmpty();
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
		assertThat(run.notice("assembly").orElseThrow().body()).contains("会议形式和地点：" + ASSEMBLY + "\n", "延长到", "选举委员 7 名");
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
		run.travel(run.poll().closes().minus(Poll.LOOKED_AT_BEFORE)).closes().waits("user_close_box");
		assertThat(run.poll().extended()).as("enough had taken part").isFalse();
		run.done("user_close_box", closing());
		assertThat(run.box()).isEqualTo(VoteState.CLOSED);
		run.done("user_reconcile_ballots", reconciled());
		assertThat(run.box()).isEqualTo(VoteState.COUNTED);
		assertThat(run.candidates()).filteredOn(candidate -> candidate.state() == CandidateState.ELECTED).hasSize(7);
		run.waits("user_hold_first_meeting", "user_submit_filing");
		assertThat(clocks.ofSubject(run.subject)).extracting(running -> running.code()).as("the assembly was held").doesNotContain("PREP.MEETING");
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

	private List<WorkItem> ofCandidate(Driven run, int no) {
		long candidate = run.candidates().get(no - 1).id();
		return run.tasks("user_review_by_department").stream()
				.filter(task -> reviews.find(tasks.partOf(task.taskId())).orElseThrow().candidateId() == candidate).toList();
	}

	private void complete(Driven run, WorkItem task, Map<String, ?> form) {
		workbench.complete(task.taskId(), form, viewer(run.holder(task)));
	}

	private long openSteps(Driven run, String step) {
		return worklist.openFor(run.subject).stream().filter(task -> task.elementId().equals(step)).count();
	}
}

package cn.cuobian.elections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.clocks.Clocks;
import cn.cuobian.clocks.Running;
import cn.cuobian.engine.DueJobs;
import cn.cuobian.engine.ProcessTrace;
import cn.cuobian.engine.Processes;
import cn.cuobian.notices.DueNotices;
import cn.cuobian.notices.Notice;
import cn.cuobian.notices.Notices;
import cn.cuobian.notices.Objection.Who;
import cn.cuobian.people.Person;
import cn.cuobian.people.Posts;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;
import cn.cuobian.votes.OwnersOfACompound;
import cn.cuobian.votes.VoteState;
import cn.cuobian.votes.Votes;
import cn.cuobian.worklist.WorkItem;
import cn.cuobian.worklist.Workbench;
import cn.cuobian.worklist.Worklist;

/** A compound of 571 households in eight buildings with everybody who has a post in an election, and procedures on their way there. */
@CuobianTest
abstract class ElectionHouse {

	static final int HOUSEHOLDS = 571;
	/** The least that is two thirds: 3 · 381 = 1143 ≥ 2 · 571. */
	static final int QUORUM = 381;
	static final ZonedDateTime MONDAY = ZonedDateTime.parse("2026-03-02T09:00:00+08:00");
	static final Map<String, Object> TICKED = Map.of("complete", true);
	static final Map<String, Object> STANDS = Map.of("decision", "stands", "words", "愿意为大家做事");
	static final Map<String, Object> PASSED = Map.of("decision", "passed");
	static final Map<String, Object> FIXED = Map.of("seats", 7, "alternates", 3, "decision", "fixed");

	@Autowired
	ApplicationContext application;
	@Autowired
	TestClock clock;
	@Autowired
	JdbcClient db;
	@Autowired
	SomePlaces somePlaces;
	@Autowired
	SomePeople some;
	@Autowired
	Elections elections;
	@Autowired
	Groups groups;
	@Autowired
	Candidates candidates;
	@Autowired
	Nominations nominations;
	@Autowired
	CandidateRows candidateRows;
	@Autowired
	PollRows pollRows;
	@Autowired
	CommitteeRows committeeRows;
	@Autowired
	Committees committees;
	@Autowired
	Milestones milestones;
	@Autowired
	ElectionLog log;
	@Autowired
	Notices notices;
	@Autowired
	Votes votes;
	@Autowired
	Clocks clocks;
	@Autowired
	Processes processes;
	@Autowired
	DueJobs due;
	@Autowired
	Posts posts;
	@Autowired
	Worklist worklist;
	@Autowired
	Workbench workbench;

	Branch here;
	Viewer officer;
	OwnersOfACompound owners;

	@BeforeEach
	void aMondayWithEverybodyInOffice() {
		clock.setTo(MONDAY.toInstant());
		here = somePlaces.branch();
		owners = new OwnersOfACompound(application);
		officer = viewer(some.holding("election-officer", here.township()));
		Stream.of("candidate-reviewer", "leader-office").forEach(post -> some.holding(post, here.township()));
		Stream.of("joint-reviewer", "dept-police", "dept-urban-management", "dept-housing").forEach(post -> some.holding(post, here.city()));
		some.holding("community-secretary", here.community());
		Stream.of("branch-secretary", "scrutineer", "committee-chair").forEach(post -> some.holding(post, here.compound()));
	}

	Viewer viewer(Person person) {
		return TestViewers.of(application, person);
	}

	static void refuses(String rule, ThrowingCallable act) {
		assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class,
				refusal -> assertThat(refusal.parts()).extracting(Refusal::rule).contains(rule));
	}

	/** The procedure of one subject on its way. */
	class Driven {

		final long id;
		final String subject;

		Driven(long electionId) {
			this(electionId, "election:" + electionId);
		}

		Driven(long id, String subject) {
			this.id = id;
			this.subject = subject;
		}

		Driven done(String step, Map<String, ?> form) {
			var task = task(step);
			workbench.complete(task.taskId(), form, viewer(holder(task)));
			return this;
		}

		/** Every open task of this step, one after the other. */
		Driven doneAll(String step, Map<String, ?> form) {
			worklist.openFor(subject).stream().filter(task -> task.elementId().equals(step))
					.forEach(task -> workbench.complete(task.taskId(), form, viewer(holder(task))));
			return this;
		}

		Driven nominate(int names) {
			var channels = Channel.values();
			nominations.take(id, IntStream.range(0, names).mapToObj(n -> new NominationLine(n + 2L, name(n, channels[n % 3]))).toList(), officer);
			return this;
		}

		Driven register() {
			done("user_prepare_roll", Map.of("roll", String.valueOf(owners.draft(here.compound(), HOUSEHOLDS)))).noticeEnds("roll");
			owners.freeze(elections.of(id).rollId());
			return done("user_freeze_roll", Map.of("frozen", true));
		}

		/** The open tasks of this step, for people who share them. */
		List<WorkItem> tasks(String step) {
			return worklist.openFor(subject).stream().filter(task -> task.elementId().equals(step)).toList();
		}

		void passAll() {
			doneAll("user_interview_candidate", STANDS).doneAll("user_review_by_department", PASSED).doneAll("user_review_jointly", PASSED);
		}

		/** Travels to the end of the notice; one that is over already changes nothing. */
		Driven noticeEnds(String about) {
			notice(about).filter(notice -> notice.state() == Notice.State.OPEN).ifPresent(notice -> travel(notice.ends()));
			DueNotices.run(application);
			return this;
		}

		java.util.Optional<Notice> notice(String about) {
			return notices.about(subject).stream().filter(notice -> notice.kind().equals(about)).reduce((first, last) -> last);
		}

		long objects(String about) {
			return notices.object(notice(about).orElseThrow().id(), new Who("王五", "3幢501", "13900000000"), "名单有误");
		}

		Driven answers(long objection, boolean upheld) {
			notices.decide(objection, upheld, "已经核实", officer);
			return this;
		}

		Driven opens() {
			travel(poll().opens());
			owners.codes(vote(), officer);
			return this;
		}

		Driven closes() {
			return travel(poll().ends());
		}

		/** Never back; what falls due on the way happens at its time. */
		Driven travel(Instant to) {
			if (clock.instant().isBefore(to)) {
				clock.setTo(to);
			}
			due.runDue();
			return this;
		}

		Driven travel(Duration duration) {
			return travel(clock.instant().plus(duration));
		}

		Poll poll() {
			return pollRows.last(subject).orElseThrow();
		}

		long vote() {
			return poll().voteId();
		}

		VoteState box() {
			return votes.of(vote()).state();
		}

		Driven waits(String... steps) {
			assertThat(worklist.openFor(subject)).extracting(WorkItem::elementId).containsExactlyInAnyOrder(steps);
			return this;
		}

		Driven passed(String... steps) {
			assertThat(trace().flatMap(each -> each.passed().stream())).contains(steps);
			return this;
		}

		Driven notPassed(String... steps) {
			assertThat(trace().flatMap(each -> each.passed().stream())).doesNotContain(steps);
			return this;
		}

		/** Nothing of it runs any more: no instance, no task, no clock. */
		Driven over(ElectionState state) {
			assertThat(trace()).isNotEmpty().allMatch(ProcessTrace::ended);
			assertThat(worklist.openFor(subject)).isEmpty();
			assertThat(clocks.ofSubject(subject)).isEmpty();
			assertThat(elections.of(id).state()).isEqualTo(state);
			return this;
		}

		Running clock(String code) {
			return clocks.ofSubject(subject).stream().filter(each -> each.code().equals(code)).findFirst()
					.orElseThrow(() -> new AssertionError(code + " does not run, but " + clocks.ofSubject(subject).stream().map(Running::code).toList()));
		}

		List<Candidate> candidates() {
			return candidateRows.of(id);
		}

		List<String> told() {
			return notices.about(subject).stream().map(Notice::kind).toList();
		}

		String group(String step) {
			return String.join(",", worklist.groups(task(step).taskId()));
		}

		WorkItem task(String step) {
			return worklist.openFor(subject).stream().filter(each -> each.elementId().equals(step)).findFirst()
					.orElseThrow(() -> new AssertionError(step + " is not open, but "
							+ worklist.openFor(subject).stream().map(WorkItem::elementId).toList()));
		}

		Stream<ProcessTrace> trace() {
			return processes.trace(subject).stream();
		}

		Person holder(WorkItem task) {
			return worklist.groups(task.taskId()).stream().flatMap(group -> posts.holders(group).stream()).findFirst()
					.orElseThrow(() -> new AssertionError("nobody holds " + worklist.groups(task.taskId())));
		}
	}

	/** @param n of a flat, which is the candidate's own */
	static NewCandidate name(int n, Channel channel) {
		return new NewCandidate(channel, channel == Channel.OWNERS ? 12 : 0, "候选" + (n + 1), OwnersOfACompound.unit(n), "我愿意", n % 2 == 0,
				n % 4 != 3);
	}
}

package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import cn.cuobian.CuobianTest;
import cn.cuobian.TestClock;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.SomePlaces;
import cn.cuobian.territory.SomePlaces.Branch;
import cn.cuobian.votes.Casting.Ballot;
import cn.cuobian.votes.Casting.VoteReceipt;
import cn.cuobian.votes.NewVote.NewQuestion;
import cn.cuobian.votes.SomeRolls.SomeRoll;
import cn.cuobian.votes.TallyRules.Tie;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A compound with an election officer and ways to hold a vote in it. */
@CuobianTest
abstract class VotesInTheHouse {

	/** Elections of three seats out of five, and one motion. */
	static final List<NewQuestion> QUESTIONS = List.of(NewQuestion.seats("选举业委会委员", 3, 1, List.of("陈一", "林二", "黄三", "张四", "吴五")),
			NewQuestion.motion(5, "使用维修资金修电梯"));

	@Autowired
	ApplicationContext application;
	@Autowired
	MockMvc web;
	@Autowired
	JdbcClient db;
	@Autowired
	TestClock clock;
	@Autowired
	SomePlaces somePlaces;
	@Autowired
	SomePeople some;
	@Autowired
	Votes votes;
	@Autowired
	Casting casting;
	@Autowired
	VoteCodes codes;
	@Autowired
	Box box;
	@Autowired
	BoxRows boxRows;

	Branch here;
	Person officerPerson;
	Viewer officer;

	private Instant before;

	@BeforeEach
	void somewhere() {
		before = clock.instant();
		here = somePlaces.branch();
		officerPerson = some.holding("election-officer", here.township());
		officer = viewer(officerPerson);
	}

	/** A vote takes weeks, and the clock is everybody's. */
	@AfterEach
	void asBefore() {
		clock.setTo(before);
	}

	Viewer viewer(Person person) {
		return TestViewers.of(application, person);
	}

	Viewer anotherOfficer() {
		return viewer(some.holding("election-officer", here.township()));
	}

	/** Equal flats of 100 m². */
	SomeRoll roll(int heads) {
		var areas = new long[heads];
		Arrays.fill(areas, 100_00);
		return new SomeRolls(db).frozen(here.compound(), areas);
	}

	/** Opens in an hour and closes a week later. */
	NewVote plan(SomeRoll roll) {
		var opens = clock.instant().plus(Duration.ofHours(1));
		return new NewVote(roll.id(), "第一届业委会选举", NewVote.ALONE, Openness.REAL_NAME, false, false, ReceiptShows.INCLUSION, 2, Tie.AREA,
				opens, opens.plus(Duration.ofDays(7)), true, QUESTIONS);
	}

	static NewVote secret(NewVote plan) {
		return new NewVote(plan.rollId(), plan.title(), plan.origin(), Openness.SECRET, false, plan.invalidParticipates(), ReceiptShows.INCLUSION,
				plan.proxyCap(), plan.tie(), plan.opens(), plan.closes(), plan.extendable(), plan.questions());
	}

	static NewVote replacing(NewVote plan) {
		return new NewVote(plan.rollId(), plan.title(), plan.origin(), plan.openness(), true, plan.invalidParticipates(), plan.receipt(),
				plan.proxyCap(), plan.tie(), plan.opens(), plan.closes(), plan.extendable(), plan.questions());
	}

	long announced(NewVote plan) {
		long vote = votes.prepare(plan, officer);
		votes.announce(vote, officer);
		return vote;
	}

	/** Open, with the clock at its first instant. */
	long open(NewVote plan) {
		long vote = announced(plan);
		clock.setTo(plan.opens());
		votes.open(vote);
		return vote;
	}

	/** Open, with a code for each head. */
	long openWithCodes(NewVote plan) {
		long vote = open(plan);
		codes.issue(vote, officer);
		return vote;
	}

	void close(long vote) {
		clock.setTo(votes.of(vote).ends());
		votes.close(vote, officer);
	}

	VoteReceipt online(long vote, long head, String choices) {
		return casting.cast(Ballot.online(vote, head, Choices.parse(choices)));
	}

	/** What the chain hangs on. */
	String fingerprint(SomeRoll roll) {
		return application.getBean(Rolls.class).of(roll.id()).fingerprint();
	}

	static Map<Integer, Choice> choices(String line) {
		return Choices.parse(line);
	}

	int count(String sql, Object... parameters) {
		return db.sql("select count(*) from " + sql).params(parameters).query(Integer.class).single();
	}

	static void assertRefused(String rule, ThrowingCallable act) {
		assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class,
				refusal -> org.assertj.core.api.Assertions.assertThat(refusal.parts()).extracting(Refusal::rule).contains(rule));
	}
}

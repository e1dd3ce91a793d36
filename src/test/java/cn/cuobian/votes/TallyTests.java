package cn.cuobian.votes;

import static cn.cuobian.votes.SomeVotes.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import cn.cuobian.votes.Outcome.MotionResult;
import cn.cuobian.votes.Outcome.Place;
import cn.cuobian.votes.Outcome.SeatsResult;
import cn.cuobian.votes.TallyRules.Tie;

class TallyTests {

	private static final Weight COMPOUND = new Weight(1_000_000, 89);
	private static final long UNIT = 10_000;

	private static MotionResult motion(Gate gate, Weight all, TallyRules rules, List<Paper> papers) {
		return (MotionResult) Tally.count(all, rules, List.of(Question.motion(1, 1, gate)), papers).of(1);
	}

	private static SeatsResult election(Question question, TallyRules rules, Weight all, List<Paper> papers) {
		return (SeatsResult) Tally.count(all, rules, List.of(question), papers).of(1);
	}

	/** 100 units of 100 m²: the developer's ten unsold are one head, A's three are one, 87 have one each. */
	@Test
	void theWorkedExample() {
		var papers = all(papers(1, 10 * UNIT, "1=no"), papers(40, UNIT, "1=yes"), papers(20, UNIT, "1=no"));
		var ordinary = motion(HALF, COMPOUND, RULES, papers);
		assertThat(ordinary.count().participating()).isEqualTo(new Weight(700_000, 61));
		assertThat(ordinary.turnout().passed()).isTrue();
		assertThat(ordinary.yes()).isEqualTo(new Weight(400_000, 40));
		assertThat(ordinary.isPassed()).isTrue();
		assertThat(motion(THREE_QUARTERS, COMPOUND, RULES, papers)).returns(false, MotionResult::isPassed)
				.satisfies(major -> assertThat(major.turnout().passed()).isTrue());
	}

	@Test
	void withoutTwoThirdsNothingIsDecided() {
		var papers = papers(60, UNIT, "1=yes");
		var short1 = motion(HALF, COMPOUND, RULES, papers);
		assertThat(short1.turnout()).returns(false, Ruling::byArea).returns(true, Ruling::byHeads);
		assertThat(short1.approval().passed()).isTrue();
		assertThat(short1.isPassed()).isFalse();
		assertThat(motion(HALF, new Weight(1_000_000, 91), RULES, all(papers, papers(1, 66_667, "1=yes"))).turnout())
				.as("61 of 91 heads").returns(true, Ruling::passed);
		assertThat(motion(HALF, new Weight(1_000_000, 92), RULES, all(papers, papers(1, 66_667, "1=yes"))).turnout())
				.as("one head short of 92").returns(true, Ruling::byArea).returns(false, Ruling::byHeads);
	}

	@Test
	void whereEverythingIsUnsoldTheDeveloperAloneDecides() {
		var one = new Weight(1_000_000, 1);
		assertThat(motion(THREE_QUARTERS, one, RULES, papers(1, 1_000_000, "1=yes")).isPassed()).isTrue();
		assertThat(motion(HALF, one, RULES, List.of()).isPassed()).isFalse();
	}

	@Test
	void anOwnerOfHalfTheAreaIsNoMajorityAgainstTheOtherHeads() {
		var all = new Weight(200, 11);
		assertThat(motion(HALF, all, RULES, all(papers(1, 100, "1=yes"), papers(10, 10, "1=no")))).returns(false, MotionResult::isPassed)
				.satisfies(result -> assertThat(result.approval().byHeads()).isFalse());
		assertThat(motion(HALF, all, RULES, all(papers(1, 100, "1=no"), papers(10, 10, "1=yes"))).approval())
				.as("exactly half the area is not more than half").returns(false, Ruling::byArea).returns(true, Ruling::byHeads);
	}

	@Test
	void whoAbstainsTakesPartAndWhoIsInvalidDoesNotUnlessDeclared() {
		var all = new Weight(300, 3);
		var papers = all(papers(1, 100, "1=yes"), papers(1, 100, "1=abstain"), papers(1, 100, "1=invalid"));
		assertThat(motion(HALF, all, RULES, papers).count().participating()).isEqualTo(new Weight(200, 2));
		assertThat(motion(HALF, all, RULES, papers).isPassed()).as("one of two").isFalse();
		var counting = new TallyRules(TWO_THIRDS, true, Tie.AREA, Map.of());
		assertThat(motion(HALF, all, counting, papers).count().participating()).isEqualTo(all);
		assertThat(motion(HALF, all, counting, papers).count().invalid()).isEqualTo(new Weight(100, 1));
	}

	@Test
	void oneWhoDidNotVoteSpoilsUnanimity() {
		var all = new Weight(300, 3);
		assertThat(motion(ALL, all, RULES, papers(3, 100, "1=yes")).isPassed()).isTrue();
		assertThat(motion(ALL, all, RULES, papers(2, 100, "1=yes")).isPassed()).isFalse();
	}

	@Test
	void theMostNamedAreElectedThenAlternatesAndWhoHasNoMajorityIsNeither() {
		var papers = all(papers(4, 100, "1=1,2,3"), papers(2, 100, "1=1,2,4"), papers(1, 100, "1=1,5"));
		var result = election(seats(1, 3, 2, 1, 2, 3, 4, 5), RULES, new Weight(700, 7), papers);
		assertThat(result.at(Place.ELECTED)).containsExactly(1, 2, 3);
		assertThat(result.at(Place.ALTERNATE)).isEmpty();
		assertThat(result.at(Place.NOT_ELECTED)).containsExactly(4, 5);
		var wider = election(new Question(1, 3, HALF, 1, 1, 3, List.of(1, 2, 3)), RULES, new Weight(700, 7), papers);
		assertThat(wider.at(Place.ELECTED)).containsExactly(1);
		assertThat(wider.at(Place.ALTERNATE)).containsExactly(2);
		assertThat(wider.at(Place.NOT_ELECTED)).as("a majority, but no seat").containsExactly(3);
	}

	@Test
	void aTieAtTheLastSeatWaitsForTheLotAndOneWithinTheSeatsDoesNot() {
		var papers = papers(3, 100, "1=1,2,3");
		var all = new Weight(300, 3);
		var three = new Question(1, 3, HALF, 2, 0, 3, List.of(1, 2, 3));
		assertThat(election(three, RULES, all, papers).at(Place.TIED)).containsExactlyInAnyOrder(1, 2, 3);
		assertThat(election(three, RULES, all, papers).isTied()).isTrue();
		var drawn = new TallyRules(TWO_THIRDS, false, Tie.AREA, Map.of(1, List.of(3, 1, 2)));
		assertThat(election(three, drawn, all, papers).at(Place.ELECTED)).containsExactly(3, 1);
		assertThat(election(new Question(1, 3, HALF, 3, 0, 3, List.of(1, 2, 3)), RULES, all, papers).isTied()).isFalse();
	}

	@Test
	void withAsManyHeadsTheLargerAreaGoesFirstUnlessTheLotWasDeclared() {
		var papers = all(papers(1, 300, "1=1,2"), papers(1, 200, "1=1,3"), papers(1, 100, "1=2,3"));
		var question = new Question(1, 3, HALF, 1, 0, 2, List.of(1, 2, 3));
		var all = new Weight(600, 3);
		assertThat(election(question, RULES, all, papers).at(Place.ELECTED)).containsExactly(1);
		var lot = new TallyRules(TWO_THIRDS, false, Tie.LOT, Map.of());
		assertThat(election(question, lot, all, papers).isTied()).isTrue();
	}

	@Test
	void aWithdrawnCandidateGetsNothingAndTheBallotStillCountsForTheOthers() {
		var result = election(new Question(1, 3, HALF, 1, 0, 2, List.of(2)), RULES, new Weight(300, 3), papers(3, 100, "1=1,2"));
		assertThat(result.standings()).singleElement().satisfies(only -> {
			assertThat(only.candidate()).isEqualTo(2);
			assertThat(only.place()).isEqualTo(Place.ELECTED);
		});
		assertThat(result.count().participating()).isEqualTo(new Weight(300, 3));
	}

	@Test
	void namingTooManyIsInvalid() {
		var result = election(seats(1, 1, 0, 1, 2), RULES, new Weight(300, 3), all(papers(2, 100, "1=1"), papers(1, 100, "1=1,2")));
		assertThat(result.count().invalid()).isEqualTo(new Weight(100, 1));
		assertThat(result.standings().get(0).votes()).isEqualTo(new Weight(200, 2));
	}

	@Test
	void theOrderOfTheBallotsChangesNothing() {
		var papers = all(papers(4, 100, "1=1,2;2=yes"), papers(3, 150, "1=2;2=no"), papers(2, 90, "1=invalid;2=abstain"));
		var questions = List.of(seats(1, 2, 1, 1, 2, 3), Question.motion(2, 6, THREE_QUARTERS));
		var text = Tally.count(new Weight(1030, 9), RULES, questions, papers).text();
		var random = new Random(7);
		for (int i = 0; i < 20; i++) {
			Collections.shuffle(papers, random);
			assertThat(Tally.count(new Weight(1030, 9), RULES, questions, papers).text()).isEqualTo(text);
		}
		assertThat(text).isEqualTo("""
				all area=1030 heads=9
				question 1 seats=2 alternates=1 gate=ORDINARY
				participating area=850 heads=7
				abstain area=0 heads=0
				invalid area=180 heads=2
				turnout area=true heads=true
				candidate 2 area=850 heads=7 majority area=true heads=true elected
				candidate 1 area=400 heads=4 majority area=false heads=true not-elected
				candidate 3 area=0 heads=0 majority area=false heads=false not-elected
				outcome decided
				question 2 motion gate=MAJOR
				participating area=1030 heads=9
				abstain area=180 heads=2
				invalid area=0 heads=0
				yes area=400 heads=4
				no area=450 heads=3
				turnout area=true heads=true
				approval area=false heads=false
				outcome failed
				""");
	}

	@Test
	void aBallotIsWrittenInOneWayOnly() {
		assertThat(Choices.text(Map.of(2, named(7, 3), 1, Choice.Mark.YES))).isEqualTo("1=yes;2=3,7");
		for (var wrong : List.of("", "1", "1=maybe", "1=7,3", "2=yes;1=yes", "1=yes;1=no", "1=", "01=yes", "1=3,3", "1=yes;")) {
			assertThatThrownBy(() -> Choices.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
		}
	}
}

package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

import cn.cuobian.votes.TallyRules.Tie;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random elections against {@link RationalCount}, which divides where the tally multiplies. */
class TallyPropertyTests {

	private static final String[] MARKS = { "yes", "no", "abstain", "invalid" };

	@Property(tries = 100_000)
	void aRandomElectionIsCountedLikeByFractions(@ForAll long seed) {
		var random = new Random(seed);
		var questions = List.of(Question.motion(1, 1, SomeVotes.HALF), Question.motion(2, 6, SomeVotes.THREE_QUARTERS),
				Question.motion(3, 279, SomeVotes.ALL), seats(random));
		var papers = new ArrayList<Paper>();
		long silentArea = 0;
		int silentHeads = 0;
		int heads = 1 + random.nextInt(12);
		for (int head = 0; head < heads; head++) {
			long area = 1 + random.nextInt(4);
			if (random.nextInt(4) == 0) {
				silentArea += area;
				silentHeads++;
			} else {
				papers.add(new Paper(area, choices(random, questions.get(3))));
			}
		}
		var all = papers.stream().map(Paper::weight).reduce(new Weight(silentArea, silentHeads), Weight::plus);
		var rules = new TallyRules(SomeVotes.TWO_THIRDS, random.nextBoolean(), random.nextBoolean() ? Tie.AREA : Tie.LOT,
				random.nextBoolean() ? Map.of() : Map.of(4, List.of(3, 1, 4, 2, 5)));
		assertThat(Tally.count(all, rules, questions, papers).text()).isEqualTo(RationalCount.text(all, rules, questions, papers));
	}

	private static Question seats(Random random) {
		int candidates = 1 + random.nextInt(5);
		var standing = new ArrayList<Integer>();
		for (int no = 1; no <= candidates; no++) {
			if (random.nextInt(6) > 0) {
				standing.add(no);
			}
		}
		int seats = 1 + random.nextInt(3);
		return new Question(4, 3, SomeVotes.HALF, seats, random.nextInt(3), seats + random.nextInt(2), standing);
	}

	private static Map<Integer, Choice> choices(Random random, Question seats) {
		var choices = new TreeMap<Integer, Choice>();
		for (int no = 1; no <= 3; no++) {
			if (random.nextInt(8) > 0) {
				choices.put(no, Choices.parse(no + "=" + MARKS[random.nextInt(10) < 6 ? 0 : random.nextInt(MARKS.length)]).get(no));
			}
		}
		var named = new TreeSet<Integer>();
		for (int no = 1; no <= 5; no++) {
			if (random.nextInt(2) == 0) {
				named.add(no);
			}
		}
		choices.put(4, named.isEmpty() ? Choices.parse("4=" + MARKS[random.nextInt(MARKS.length)]).get(4) : new Choice.Named(named));
		return choices;
	}
}

package cn.cuobian.votes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import cn.cuobian.votes.TallyRules.Tie;

/** The shares as the law writes them, and ballots by the dozen. */
final class SomeVotes {

	static final Gate TWO_THIRDS = new Gate(Gates.PARTICIPATION, 2, 3, false, "278");
	static final Gate HALF = new Gate(Gates.ORDINARY, 1, 2, true, "278");
	static final Gate THREE_QUARTERS = new Gate(Gates.MAJOR, 3, 4, false, "278");
	static final Gate ALL = new Gate(Gates.UNANIMOUS, 1, 1, false, "279");
	static final TallyRules RULES = new TallyRules(TWO_THIRDS, false, Tie.AREA, Map.of());

	private SomeVotes() {
	}

	static Paper paper(long area, String choices) {
		return new Paper(area, Choices.parse(choices));
	}

	static List<Paper> papers(int count, long area, String choices) {
		var papers = new ArrayList<Paper>();
		for (int i = 0; i < count; i++) {
			papers.add(paper(area, choices));
		}
		return papers;
	}

	static Question seats(int no, int seats, int alternates, Integer... candidates) {
		return new Question(no, 3, HALF, seats, alternates, seats, List.of(candidates));
	}

	static Choice named(Integer... candidates) {
		return new Choice.Named(new TreeSet<>(List.of(candidates)));
	}

	@SafeVarargs
	static List<Paper> all(List<Paper>... parts) {
		var all = new ArrayList<Paper>();
		List.of(parts).forEach(all::addAll);
		return all;
	}
}

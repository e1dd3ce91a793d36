package cn.cuobian.votes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import cn.cuobian.votes.Choice.Mark;
import cn.cuobian.votes.Choice.Named;
import cn.cuobian.votes.Outcome.Count;
import cn.cuobian.votes.Outcome.MotionResult;
import cn.cuobian.votes.Outcome.Place;
import cn.cuobian.votes.Outcome.Result;
import cn.cuobian.votes.Outcome.SeatsResult;
import cn.cuobian.votes.Outcome.Standing;
import cn.cuobian.votes.TallyRules.Tie;

/**
 * Counts a vote: on two axes, in whole numbers, from the roll's totals, the questions and the ballots and from nothing
 * else. Counting again gives the same.
 */
public final class Tally {

	private final Weight all;
	private final TallyRules rules;

	private Tally(Weight all, TallyRules rules) {
		this.all = all;
		this.rules = rules;
	}

	/** @param all area and heads of the frozen roll; of a unanimous vote those of the owners with an interest */
	public static Outcome count(Weight all, TallyRules rules, List<Question> questions, List<Paper> papers) {
		var tally = new Tally(all, rules);
		return new Outcome(all, questions.stream().map(question -> tally.count(question, papers)).toList());
	}

	private Result count(Question question, List<Paper> papers) {
		var marks = new HashMap<Mark, Weight>();
		var named = new HashMap<Integer, Weight>();
		var participating = Weight.NONE;
		for (var paper : papers) {
			var choice = valid(question, paper.to(question));
			if (choice != Mark.INVALID || rules.invalidParticipates()) {
				participating = participating.plus(paper.weight());
			}
			if (choice instanceof Mark mark) {
				marks.merge(mark, paper.weight(), Weight::plus);
			} else {
				((Named) choice).candidates().forEach(candidate -> named.merge(candidate, paper.weight(), Weight::plus));
			}
		}
		var count = new Count(participating, of(marks, Mark.ABSTAIN), of(marks, Mark.INVALID));
		return question.isElection() ? seats(question, count, named) : motion(question, count, of(marks, Mark.YES), of(marks, Mark.NO));
	}

	/** A ballot that names too many, or answers another kind of question, is invalid to this one. */
	private static Choice valid(Question question, Choice choice) {
		boolean fits = choice instanceof Named named ? question.isElection() && named.candidates().size() <= question.most()
				: !question.isElection() || choice == Mark.ABSTAIN;
		return fits ? choice : Mark.INVALID;
	}

	private MotionResult motion(Question question, Count count, Weight yes, Weight no) {
		boolean unanimous = question.gate().code().equals(Gates.UNANIMOUS);
		return new MotionResult(question, count, yes, no, rules.turnout().over(count.participating(), all),
				question.gate().over(yes, unanimous ? all : count.participating()));
	}

	private SeatsResult seats(Question question, Count count, Map<Integer, Weight> named) {
		var ranked = new ArrayList<Standing>();
		for (var candidate : question.candidates()) {
			var votes = named.getOrDefault(candidate, Weight.NONE);
			ranked.add(new Standing(candidate, votes, question.gate().over(votes, count.participating()), Place.NOT_ELECTED));
		}
		var turnout = rules.turnout().over(count.participating(), all);
		ranked.sort(order(question).thenComparing(Standing::candidate));
		return new SeatsResult(question, count, turnout, turnout.passed() ? placed(question, ranked) : ranked);
	}

	/** Who has the majority comes first, then more heads, then what the rules declared; equal ones are tied. */
	private Comparator<Standing> order(Question question) {
		var lots = rules.lots().getOrDefault(question.no(), List.of());
		Comparator<Standing> order = Comparator.comparing((Standing each) -> !each.majority().passed())
				.thenComparing(each -> -each.votes().heads());
		if (rules.tie() == Tie.AREA) {
			order = order.thenComparing(each -> -each.votes().area());
		}
		return order.thenComparing(each -> lots.indexOf(each.candidate()) < 0 ? lots.size() : lots.indexOf(each.candidate()));
	}

	private List<Standing> placed(Question question, List<Standing> ranked) {
		var placed = new ArrayList<Standing>();
		for (int first = 0; first < ranked.size(); first = placed.size()) {
			int last = lastEqual(question, ranked, first);
			var place = ranked.get(first).majority().passed() ? place(question, first, last) : Place.NOT_ELECTED;
			ranked.subList(first, last + 1).forEach(each -> placed.add(new Standing(each.candidate(), each.votes(), each.majority(), place)));
		}
		return placed;
	}

	private int lastEqual(Question question, List<Standing> ranked, int first) {
		int last = first;
		while (last + 1 < ranked.size() && order(question).compare(ranked.get(first), ranked.get(last + 1)) == 0) {
			last++;
		}
		return last;
	}

	/** Of those who stand equal from the first to the last rank, counted from 0. */
	private static Place place(Question question, int first, int last) {
		var best = place(question, first);
		return best == place(question, last) ? best : Place.TIED;
	}

	private static Place place(Question question, int rank) {
		return rank < question.seats() ? Place.ELECTED
				: rank < question.seats() + question.alternates() ? Place.ALTERNATE : Place.NOT_ELECTED;
	}

	private static Weight of(Map<Mark, Weight> marks, Mark mark) {
		return marks.getOrDefault(mark, Weight.NONE);
	}
}

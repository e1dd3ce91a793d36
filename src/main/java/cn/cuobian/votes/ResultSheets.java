package cn.cuobian.votes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.cuobian.votes.Outcome.MotionResult;
import cn.cuobian.votes.Outcome.Place;
import cn.cuobian.votes.Outcome.Result;
import cn.cuobian.votes.Outcome.SeatsResult;
import cn.cuobian.votes.Outcome.Standing;
import cn.cuobian.votes.ResultSheet.CandidateLine;
import cn.cuobian.votes.ResultSheet.GateLine;
import cn.cuobian.votes.ResultSheet.WeightLine;
import cn.cuobian.votes.VoteQuestion.Candidate;

/** Writes an outcome out for people. */
@Component
class ResultSheets {

	private final Counting counting;
	private final VoteQuestions questions;
	private final PrintWords words;

	ResultSheets(Counting counting, VoteQuestions questions, PrintWords words) {
		this.counting = counting;
		this.questions = questions;
		this.words = words;
	}

	List<ResultSheet> of(long voteId) {
		var asked = questions.of(voteId).stream().collect(Collectors.toMap(VoteQuestion::no, question -> question));
		return counting.tallied(voteId).results().stream().map(result -> sheet(result, asked.get(result.question().no()))).toList();
	}

	private ResultSheet sheet(Result result, VoteQuestion asked) {
		var weights = new ArrayList<WeightLine>();
		weights.add(weight("participating", result.count().participating()));
		if (result instanceof MotionResult motion) {
			weights.add(weight("yes", motion.yes()));
			weights.add(weight("no", motion.no()));
		}
		weights.add(weight("abstain", result.count().abstain()));
		weights.add(weight("invalid", result.count().invalid()));
		return new ResultSheet(asked.no(), asked.words(), words.of("votes.print.item." + asked.item()), weights, gate(result.turnout()),
				result instanceof MotionResult motion ? gate(motion.approval()) : null, candidates(result, asked), outcome(result, asked));
	}

	private WeightLine weight(String name, Weight weight) {
		return new WeightLine(words.of("votes.print." + name), PrintWords.area(weight.area()), weight.heads());
	}

	private GateLine gate(Ruling ruling) {
		var arithmetic = ruling.arithmetic();
		return new GateLine(words.of("votes.print.gate." + ruling.gate().code()), ruling.gate().article(), arithmetic.get(0), ruling.byArea(),
				arithmetic.get(1), ruling.byHeads());
	}

	private List<CandidateLine> candidates(Result result, VoteQuestion asked) {
		if (!(result instanceof SeatsResult seats)) {
			return List.of();
		}
		var names = names(asked);
		return seats.standings().stream().map(each -> candidate(each, names)).toList();
	}

	private CandidateLine candidate(Standing standing, Map<Integer, String> names) {
		return new CandidateLine(words.of("votes.print.candidate.no", standing.candidate(), names.get(standing.candidate())),
				PrintWords.area(standing.votes().area()), standing.votes().heads(), gate(standing.majority()),
				words.of("votes.print.place." + standing.place()));
	}

	private String outcome(Result result, VoteQuestion asked) {
		if (!result.turnout().passed()) {
			return words.of("votes.print.outcome.no-quorum");
		}
		if (result instanceof SeatsResult seats) {
			return seats.isTied() ? words.of("votes.print.outcome.tied")
					: words.of("votes.print.outcome.decided", listed(seats, Place.ELECTED, asked), listed(seats, Place.ALTERNATE, asked));
		}
		return words.of("votes.print.outcome." + (((MotionResult) result).isPassed() ? "passed" : "failed"));
	}

	private String listed(SeatsResult seats, Place place, VoteQuestion asked) {
		var names = names(asked);
		var listed = seats.at(place).stream().map(names::get).collect(Collectors.joining("、"));
		return listed.isEmpty() ? words.of("votes.print.nobody") : listed;
	}

	private static Map<Integer, String> names(VoteQuestion asked) {
		return asked.candidates().stream().collect(Collectors.toMap(Candidate::no, Candidate::name));
	}
}

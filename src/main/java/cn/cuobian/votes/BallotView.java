package cn.cuobian.votes;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import cn.cuobian.votes.Choice.Named;
import cn.cuobian.votes.VoteQuestion.Candidate;

/** A filled-in ballot in words, question by question, for the screen on which it is looked over. */
record BallotView(List<Answer> answers) {

	/**
	 * @param mark {@code yes}, {@code no}, {@code abstain} or {@code invalid}; null where names were chosen
	 * @param names chosen, in the order of their numbers
	 */
	record Answer(VoteQuestion question, String mark, List<Candidate> names) {
	}

	static BallotView of(List<VoteQuestion> questions, Map<Integer, Choice> choices) {
		return new BallotView(questions.stream().map(question -> answer(question, choices.getOrDefault(question.no(), Choice.Mark.ABSTAIN))).toList());
	}

	private static Answer answer(VoteQuestion question, Choice choice) {
		return choice instanceof Named named
				? new Answer(question, null, question.candidates().stream().filter(each -> named.candidates().contains(each.no())).toList())
				: new Answer(question, choice.toString().toLowerCase(Locale.ROOT), List.of());
	}
}

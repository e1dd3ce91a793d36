package cn.cuobian.votes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.Choice.Mark;
import cn.cuobian.votes.Choice.Named;

/** Whether a ballot fits the questions, so that nothing lies in the box that could not be counted. */
final class BallotCheck {

	private BallotCheck() {
	}

	/**
	 * @param paper whether it was read from paper, where a mark may be invalid, and may stand beside a name that was
	 *              withdrawn after the printing: it is read as it is, and does not count for him
	 * @return the ballot with an answer to every question; to what it leaves out it abstains
	 * @throws Refusal for a question or candidate that is not there, too many names, or somebody who has withdrawn
	 */
	static Map<Integer, Choice> complete(List<VoteQuestion> questions, Map<Integer, Choice> choices, boolean paper) {
		var complete = new TreeMap<Integer, Choice>();
		questions.forEach(question -> complete.put(question.no(), answer(question, choices.getOrDefault(question.no(), Mark.ABSTAIN), paper)));
		choices.keySet().stream().filter(no -> !complete.containsKey(no)).findFirst().ifPresent(no -> {
			throw new Refusal("votes.box.unknown-question", no);
		});
		return complete;
	}

	private static Choice answer(VoteQuestion question, Choice choice, boolean paper) {
		if (choice == Mark.INVALID && !paper || question.isElection() && (choice == Mark.YES || choice == Mark.NO)
				|| !question.isElection() && choice instanceof Named) {
			throw field(question, "votes.box.wrong-answer", question.no());
		}
		if (choice instanceof Named named) {
			named(question, named, paper);
		}
		return choice;
	}

	private static void named(VoteQuestion question, Named named, boolean paper) {
		if (named.candidates().size() > question.most()) {
			throw field(question, "votes.box.too-many", question.most(), named.candidates().size());
		}
		for (var no : named.candidates()) {
			var candidate = question.candidates().stream().filter(each -> each.no() == no).findFirst()
					.orElseThrow(() -> field(question, "votes.box.unknown-candidate", no));
			if (candidate.withdrawn() && !paper) {
				throw field(question, "votes.box.withdrawn", candidate.name());
			}
		}
	}

	private static Refusal field(VoteQuestion question, String rule, Object... arguments) {
		return Refusal.onField("q" + question.no(), rule, arguments);
	}
}

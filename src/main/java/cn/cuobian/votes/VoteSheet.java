package cn.cuobian.votes;

import java.util.List;

/**
 * Rules, questions and candidates as one text, the same for the same vote: {@code vote.txt} of the archive. The first line
 * of the chain carries its hash.
 */
final class VoteSheet {

	private VoteSheet() {
	}

	static String text(VoteFacts vote, RollFacts roll, List<VoteQuestion> questions) {
		var text = new StringBuilder("""
				vote=%d
				title=%s
				place=%s
				roll=%d
				fingerprint=%s
				units=%d
				heads=%d
				area=%d
				openness=%s
				replacing=%s
				invalid-participates=%s
				receipt=%s
				proxy-cap=%d
				tie=%s
				opens=%s
				closes=%s
				extendable=%s
				""".formatted(vote.id(), line(vote.title()), vote.place(), roll.id(), roll.fingerprint(), roll.units(), roll.heads(),
				roll.area(), vote.openness(), vote.replacing(), vote.invalidParticipates(), vote.receipt(), vote.proxyCap(), vote.tie(),
				vote.opens(), vote.closes(), vote.extendable()));
		questions.forEach(question -> question(text, question));
		return text.toString();
	}

	private static void question(StringBuilder text, VoteQuestion question) {
		var prefix = "question." + question.no() + ".";
		text.append(prefix).append("item=").append(question.item()).append('\n')
				.append(prefix).append("gate=").append(question.gate()).append('\n')
				.append(prefix).append("seats=").append(question.seats()).append('\n')
				.append(prefix).append("alternates=").append(question.alternates()).append('\n')
				.append(prefix).append("most=").append(question.most()).append('\n')
				.append(prefix).append("words=").append(line(question.words())).append('\n');
		question.candidates().forEach(each -> text.append(prefix).append("candidate.").append(each.no())
				.append(each.withdrawn() ? ".withdrawn=" : "=").append(line(each.name())).append('\n'));
	}

	private static String line(String words) {
		return words.replaceAll("\\s+", " ");
	}
}

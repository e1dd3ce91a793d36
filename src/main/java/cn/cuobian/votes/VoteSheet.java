package cn.cuobian.votes;

import java.util.List;

import cn.cuobian.vault.Sha256;
import org.springframework.stereotype.Component;

/**
 * Rules, questions and candidates as one text, the same for the same vote: {@code vote.txt} of the archive. The first line
 * of the chain carries its hash, so that nothing of it, nor the weight of a head, changes after the opening.
 */
@Component
class VoteSheet {

	private final Gates gates;
	private final HeadRows heads;

	VoteSheet(Gates gates, HeadRows heads) {
		this.gates = gates;
		this.heads = heads;
	}

	/** @param roll frozen */
	String text(VoteFacts vote, RollFacts roll, List<VoteQuestion> questions) {
		var text = new StringBuilder("""
				format=cuobian-vote-1
				vote=%d
				title=%s
				place=%s
				roll=%d
				fingerprint=%s
				units=%d
				heads=%d
				area=%d
				heads-sha256=%s
				openness=%s
				replacing=%s
				invalid-participates=%s
				receipt=%s
				proxy-cap=%d
				tie=%s
				opens=%s
				closes=%s
				extendable=%s
				turnout=%s
				""".formatted(vote.id(), line(vote.title()), vote.place(), roll.id(), roll.fingerprint(), roll.units(), roll.heads(),
				roll.area(), headsHash(roll.id()), vote.openness(), vote.replacing(), vote.invalidParticipates(), vote.receipt(),
				vote.proxyCap(), vote.tie(), vote.opens(), vote.closes(), vote.extendable(), written(gates.of(Gates.PARTICIPATION))));
		questions.forEach(question -> question(text, question));
		return text.toString();
	}

	private String headsHash(long rollId) {
		return Sha256.hex(Archive.heads(heads.lines(rollId)));
	}

	private void question(StringBuilder text, VoteQuestion question) {
		var prefix = "question." + question.no() + ".";
		text.append("""
				%1$sitem=%2$d
				%1$sgate=%3$s
				%1$sseats=%4$d
				%1$salternates=%5$d
				%1$smost=%6$d
				%1$swords=%7$s
				""".formatted(prefix, question.item(), written(gates.of(question.gate())), question.seats(), question.alternates(),
				question.most(), line(question.words())));
		question.candidates().forEach(each -> text.append(prefix).append("candidate.").append(each.no())
				.append(each.withdrawn() ? ".withdrawn=" : "=").append(line(each.name())).append('\n'));
	}

	private static String written(Gate gate) {
		return gate.code() + " " + gate.part() + "/" + gate.whole() + (gate.more() ? " more" : " at-least");
	}

	private static String line(String words) {
		return words.replaceAll("\\s+", " ");
	}
}

package cn.cuobian.elections;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;
import cn.cuobian.votes.Rolls;
import org.springframework.stereotype.Component;

/** What an election still lacks before it can go on, in the sentences with which the step would be refused. */
@Component
class Missing {

	private final GroupRows group;
	private final CandidateRows candidates;
	private final ElectionRules rules;
	private final Publicity publicity;
	private final Rolls rolls;
	private final RefusalSentences sentences;

	Missing(GroupRows group, CandidateRows candidates, ElectionRules rules, Publicity publicity, Rolls rolls, RefusalSentences sentences) {
		this.group = group;
		this.candidates = candidates;
		this.rules = rules;
		this.publicity = publicity;
		this.rolls = rolls;
		this.sentences = sentences;
	}

	List<String> of(Election election, Locale locale) {
		var missing = new ArrayList<Refusal>();
		if (election.state() == ElectionState.ASKED || election.state() == ElectionState.PREPARING) {
			preparation(election, missing);
		}
		if (election.state() == ElectionState.PREPARING || election.state() == ElectionState.LISTED) {
			int standing = candidates.standing(election.id()).size();
			if (!new CandidateList(election.seats(), election.alternates(), standing).isEnough()) {
				missing.add(new Refusal("elections.candidates-missing", election.seats(), standing));
			}
		}
		for (var about : About.values()) {
			int open = publicity.open(election.id(), about);
			if (open > 0) {
				missing.add(new Refusal("elections.objections-open", open));
			}
		}
		return missing.stream().map(each -> sentences.sentence(each, locale)).toList();
	}

	private void preparation(Election election, List<Refusal> missing) {
		if (!election.isByElection()) {
			try {
				group.of(election.id()).check(rules.group(election.place()));
			} catch (Refusal refusal) {
				missing.addAll(refusal.parts());
			}
		}
		if (election.rollId() == null) {
			missing.add(new Refusal("elections.roll-missing"));
		} else if (!rolls.of(election.rollId()).isFrozen()) {
			missing.add(new Refusal("elections.roll-not-frozen"));
		}
	}
}

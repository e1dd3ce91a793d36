package cn.cuobian.votes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/** The questions of votes, remembered by the edition of the ballot: while one ballot is cast, no other waits for a read. */
@Component
class BallotSheets {

	private static final int REMEMBERED = 200;

	private final VoteQuestions questions;
	private final Map<Key, List<VoteQuestion>> known = Collections.synchronizedMap(new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, List<VoteQuestion>> eldest) {
			return size() > REMEMBERED;
		}
	});

	BallotSheets(VoteQuestions questions) {
		this.questions = questions;
	}

	private record Key(long voteId, int edition) {
	}

	/** Right for a vote whose row is locked: a withdrawal raises the edition under the same lock. */
	List<VoteQuestion> of(VoteFacts vote) {
		var key = new Key(vote.id(), vote.edition());
		var questionsThen = known.get(key);
		if (questionsThen == null) {
			questionsThen = questions.of(vote.id());
			known.put(key, questionsThen);
		}
		return questionsThen;
	}
}

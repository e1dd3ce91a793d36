package cn.cuobian.elections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import cn.cuobian.engine.Processes;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.Rolls;
import cn.cuobian.votes.VoteState;
import cn.cuobian.votes.Votes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The candidates of an election, until they stand on the ballot. */
@Component
class Candidates {

	private final CandidateRows rows;
	private final Elections elections;
	private final PollRows polls;
	private final ElectionRights rights;
	private final ElectionLog log;
	private final ElectionWords words;
	private final Rolls rolls;
	private final Votes votes;
	private final Processes processes;

	Candidates(CandidateRows rows, Elections elections, PollRows polls, ElectionRights rights, ElectionLog log, ElectionWords words,
			Rolls rolls, Votes votes, Processes processes) {
		this.rows = rows;
		this.elections = elections;
		this.polls = polls;
		this.rights = rights;
		this.log = log;
		this.words = words;
		this.rolls = rolls;
		this.votes = votes;
		this.processes = processes;
	}

	/** Shown on the public page if he agreed to be published. @param upload any picture; kept small and without what the camera added */
	@Transactional
	public void photo(long candidateId, byte[] upload, Viewer viewer) {
		var candidate = get(candidateId);
		var election = elections.locked(candidate.electionId());
		rights.require(rights.nominates(viewer, election.place()));
		election.requireUndecided();
		rows.photo(candidateId, Portrait.png(upload));
		log.by(election.subject(), viewer.personId(), "photo", candidate.no());
	}

	/** He himself does not want to stand any more. */
	@Transactional
	public void withdraw(long candidateId, String why, Viewer viewer) {
		leave(candidateId, CandidateState.WITHDRAWN, why, viewer);
	}

	/** An objection against him was upheld. */
	@Transactional
	public void strike(long candidateId, String why, Viewer viewer) {
		leave(candidateId, CandidateState.STRUCK, why, viewer);
	}

	private void leave(long candidateId, CandidateState state, String why, Viewer viewer) {
		var candidate = get(candidateId);
		var election = elections.locked(candidate.electionId());
		rights.require(rights.runs(viewer, election.place()));
		election.requireRunning();
		election.requireUndecided();
		if (!candidate.state().mayLeave()) {
			throw new Refusal("elections.stands-no-more").status(HttpStatus.CONFLICT);
		}
		rows.state(candidateId, state);
		log.said(election.subject(), viewer.personId(), state.code(), String.valueOf(candidate.no()), Elections.required(why));
		var message = "candidate_withdrawn_" + candidateId;
		if (processes.awaits(message, election.subject())) {
			processes.tell(message, election.subject(), Map.of());
		}
		strikeFromBallot(election, candidate, state);
	}

	/** As long as the box is not closed nobody may be left on the ballot who does not stand. */
	private void strikeFromBallot(Election election, Candidate candidate, CandidateState state) {
		polls.last(election.subject()).map(Poll::voteId).filter(voteId -> candidate.ballot() != null).ifPresent(voteId -> {
			var now = votes.of(voteId).state();
			if (now == VoteState.ANNOUNCED || now == VoteState.OPEN) {
				votes.withdraw(voteId, candidate.ballot(), words.say("candidate." + state.code()));
			}
		});
	}

	/** @throws Refusal 404 */
	Candidate get(long id) {
		return rows.find(id).orElseThrow(Refusal::notFound);
	}

	List<Candidate> of(long electionId) {
		return rows.of(electionId);
	}

	/** Fixes who owns what: every candidate who passed must have a head on the frozen roll, and nobody stands twice with two flats. */
	void requireOwners(Election election) {
		var wrong = new ArrayList<Refusal>();
		var seen = new HashMap<String, Candidate>();
		for (var candidate : rows.standing(election.id())) {
			rolls.headOf(election.rollId(), candidate.unit()).ifPresentOrElse(head -> {
				rows.head(candidate.id(), head);
				var same = seen.putIfAbsent(head + " " + candidate.name(), candidate);
				if (same != null) {
					wrong.add(new Refusal("elections.stands-twice", same.no(), candidate.no()));
				}
			}, () -> wrong.add(new Refusal("elections.no-owner", candidate.no(), candidate.unit())));
		}
		if (!wrong.isEmpty()) {
			throw Refusal.several(wrong);
		}
	}
}

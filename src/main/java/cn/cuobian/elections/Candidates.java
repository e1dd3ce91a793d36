package cn.cuobian.elections;

import java.time.Clock;
import java.util.ArrayList;
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

/** The candidates of an election, from the nomination to the ballot. */
@Component
class Candidates {

	/** Held by 507 names in the largest drive known; ten times that is a mistake. */
	private static final int MOST = 5_000;

	private final CandidateRows rows;
	private final Elections elections;
	private final PollRows polls;
	private final ElectionRights rights;
	private final ElectionLog log;
	private final ElectionWords words;
	private final Rolls rolls;
	private final Votes votes;
	private final Processes processes;
	private final Clock clock;

	Candidates(CandidateRows rows, Elections elections, PollRows polls, ElectionRights rights, ElectionLog log, ElectionWords words,
			Rolls rolls, Votes votes, Processes processes, Clock clock) {
		this.rows = rows;
		this.elections = elections;
		this.polls = polls;
		this.rights = rights;
		this.log = log;
		this.words = words;
		this.rolls = rolls;
		this.votes = votes;
		this.processes = processes;
		this.clock = clock;
	}

	/** @throws Refusal 403, 409 once nominations are over, several at once for what is wrong with it */
	@Transactional
	public long nominate(long electionId, NewCandidate wanted, Viewer viewer) {
		var election = elections.locked(electionId);
		rights.require(rights.nominates(viewer, election.place()));
		election.requireNominating();
		check(election, wanted);
		int no = rows.nextNo(electionId);
		long id = rows.insert(new Candidate(0, electionId, no, wanted.channel(), wanted.proposers(), wanted.unit().strip(), null, null,
				wanted.name().strip(), wanted.statement() == null || wanted.statement().isBlank() ? null : wanted.statement().strip(), false,
				wanted.partyMember(), wanted.publish(), CandidateState.NOMINATED, clock.instant()));
		log.by(election.subject(), viewer.personId(), "nominated", no, wanted.channel().code());
		return id;
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

	/** Fixes who owns what: every candidate who passed must have a head on the frozen roll. */
	void requireOwners(Election election) {
		var strangers = new ArrayList<Refusal>();
		for (var candidate : rows.standing(election.id())) {
			var head = rolls.headOf(election.rollId(), candidate.unit());
			head.ifPresentOrElse(found -> rows.head(candidate.id(), found),
					() -> strangers.add(new Refusal("elections.no-owner", candidate.no(), candidate.unit())));
		}
		if (!strangers.isEmpty()) {
			throw Refusal.several(strangers);
		}
	}

	private void check(Election election, NewCandidate wanted) {
		var wrong = new ArrayList<Refusal>();
		text("name", wanted.name(), NewCandidate.MAX_NAME, wrong);
		text("unit", wanted.unit(), NewCandidate.MAX_UNIT, wrong);
		if (wanted.statement() != null && wanted.statement().strip().length() > NewCandidate.MAX_STATEMENT) {
			wrong.add(Refusal.onField("statement", "elections.too-long", NewCandidate.MAX_STATEMENT));
		}
		if (wanted.channel() == null) {
			wrong.add(Refusal.onField("channel", "elections.channel"));
		} else if (wanted.channel() == Channel.OWNERS && wanted.proposers() < 1) {
			wrong.add(Refusal.onField("proposers", "elections.proposers"));
		}
		if (!wrong.isEmpty()) {
			throw Refusal.several(wrong);
		}
		checkAgainstOthers(election, wanted);
	}

	private void checkAgainstOthers(Election election, NewCandidate wanted) {
		var others = rows.of(election.id());
		if (others.size() >= MOST) {
			throw new Refusal("elections.too-many-names", MOST);
		}
		boolean known = others.stream().anyMatch(other -> other.name().equals(wanted.name().strip())
				&& other.unit().equals(wanted.unit().strip()) && (other.state().mayLeave() || other.state() == CandidateState.REFUSED));
		if (known) {
			throw Refusal.onField("name", "elections.nominated-already");
		}
		if (election.rollId() != null && rolls.of(election.rollId()).isFrozen()
				&& rolls.headOf(election.rollId(), wanted.unit().strip()).isEmpty()) {
			throw Refusal.onField("unit", "elections.no-owner", others.size() + 1, wanted.unit().strip());
		}
	}

	private static void text(String field, String text, int most, List<Refusal> wrong) {
		if (text == null || text.isBlank() || text.strip().length() > most) {
			wrong.add(Refusal.onField(field, "elections.text", most));
		}
	}
}

package cn.cuobian.elections;

import java.time.Clock;
import java.util.List;

import cn.cuobian.votes.Counting;
import cn.cuobian.votes.NewVote;
import cn.cuobian.votes.NewVote.NewQuestion;
import cn.cuobian.votes.Openness;
import cn.cuobian.votes.Outcome.MotionResult;
import cn.cuobian.votes.Outcome.Place;
import cn.cuobian.votes.Outcome.SeatsResult;
import cn.cuobian.votes.ReceiptShows;
import cn.cuobian.votes.TallyRules.Tie;
import cn.cuobian.votes.VoteState;
import cn.cuobian.votes.Votes;
import org.springframework.stereotype.Component;

/** Lets the owners vote: prepares what is on the ballot, and turns what was counted into what the procedure asks. */
@Component
class Polls {

	private final PollRows rows;
	private final ElectionRows elections;
	private final CandidateRows candidates;
	private final Votes votes;
	private final Counting counting;
	private final ElectionWords words;
	private final ElectionLog log;
	private final Milestones milestones;
	private final Clock clock;

	Polls(PollRows rows, ElectionRows elections, CandidateRows candidates, Votes votes, Counting counting, ElectionWords words, ElectionLog log,
			Milestones milestones, Clock clock) {
		this.rows = rows;
		this.elections = elections;
		this.candidates = candidates;
		this.votes = votes;
		this.counting = counting;
		this.words = words;
		this.log = log;
		this.milestones = milestones;
		this.clock = clock;
	}

	/** Puts the candidates who stand on the ballot, in the order of their nomination, and announces the vote. */
	void announce(Election election, Poll poll) {
		var standing = candidates.standing(election.id());
		var question = NewQuestion.seats(words.say("question", election.seats()), election.seats(), election.alternates(),
				standing.stream().map(candidate -> onBallot(candidate, standing)).toList());
		announce(poll, election.title(), question);
		for (int i = 0; i < standing.size(); i++) {
			candidates.ballot(standing.get(i).id(), i + 1);
		}
	}

	/** Two candidates of one name are told apart by their units. */
	private static String onBallot(Candidate candidate, List<Candidate> standing) {
		boolean twice = standing.stream().filter(other -> other.name().equals(candidate.name())).count() > 1;
		return twice ? candidate.name() + " " + candidate.unit() : candidate.name();
	}

	/** A motion on the recall of a member (Civil Code 278(1) item 3: replace members). */
	void announceRecall(Poll poll, String title, String question) {
		announce(poll, title, NewQuestion.motion(3, question));
	}

	private void announce(Poll poll, String title, NewQuestion question) {
		var vote = new NewVote(poll.rollId(), title, poll.subject(), poll.secret() ? Openness.SECRET : Openness.REAL_NAME, false, false,
				ReceiptShows.INCLUSION, poll.proxyCap(), Tie.LOT, poll.opens(), poll.closes(), poll.extendsTo() != null, List.of(question));
		long id = votes.prepare(vote, Elections.BY_PROCEDURE);
		votes.announce(id);
		rows.vote(poll.id(), id);
	}

	String open(Poll poll) {
		if (isAnnulled(poll)) {
			return Poll.ANNULLED;
		}
		if (poll.isElection() && !isEnough(poll.electionId())) {
			votes.annul(poll.voteId(), words.say("called-off"));
			return Poll.TOO_FEW;
		}
		votes.open(poll.voteId());
		if (poll.isElection()) {
			elections.state(poll.electionId(), ElectionState.VOTING, null);
			milestones.reached(poll.electionId(), Milestone.OPENS);
		}
		return "open";
	}

	/** Whether there is a choice: more stand than seats are filled. */
	boolean isEnough(long electionId) {
		var election = elections.find(electionId).orElseThrow();
		return new CandidateList(election.seats(), election.alternates(), candidates.standing(electionId).size()).isEnough();
	}

	String quorum(Poll poll) {
		if (clock.instant().isBefore(poll.ends()) && !isAnnulled(poll)) {
			rows.weighed(poll.id());
			var turnout = votes.turnout(poll.voteId()).now();
			return poll.mayBeExtended() && !turnout.passed() ? "extend" : "wait";
		}
		if (poll.isElection()) {
			milestones.reached(poll.electionId(), Milestone.CLOSES);
		}
		return "over";
	}

	void extend(Poll poll) {
		votes.extend(poll.voteId(), poll.extendsTo(), words.say("extended", NoticeTexts.minute(poll.extendsTo())));
		rows.extended(poll.id());
		log.add(poll.subject(), "extended", NoticeTexts.minute(poll.extendsTo()));
	}

	void close(Poll poll) {
		if (!isAnnulled(poll)) {
			votes.close(poll.voteId());
		}
	}

	/** What is open of it counts for nothing; ballots already counted stay on record. */
	void annul(Poll poll) {
		if (poll.voteId() != null && votes.of(poll.voteId()).state().compareTo(VoteState.COUNTED) < 0) {
			votes.annul(poll.voteId(), words.say("annulled"));
		}
	}

	/** What the officer counted on the page of the vote is not counted again. Candidates who stand equal at the border of the seats wait for the lot: nothing is on record before. */
	String count(Poll poll) {
		if (isAnnulled(poll)) {
			return Poll.ANNULLED;
		}
		var recorded = counting.outcome(poll.voteId());
		if (recorded.isEmpty() && counting.isTied(poll.voteId())) {
			return Poll.TIED;
		}
		var result = recorded.orElseGet(() -> counting.count(poll.voteId())).results().get(0);
		var outcome = result instanceof SeatsResult seats ? seats(seats) : motion((MotionResult) result);
		rows.outcome(poll.id(), outcome);
		log.add(poll.subject(), "counted", outcome);
		return outcome;
	}

	private boolean isAnnulled(Poll poll) {
		return votes.of(poll.voteId()).state() == VoteState.ANNULLED;
	}

	/** The only question that was asked. */
	SeatsResult elected(Poll poll) {
		return (SeatsResult) counting.outcome(poll.voteId()).orElseThrow().results().get(0);
	}

	/** Fewer than half of the seats: as if no committee had been elected (Guiding Rules 58). */
	private static String seats(SeatsResult result) {
		if (!result.turnout().passed()) {
			return Poll.NO_QUORUM;
		}
		return result.at(Place.ELECTED).size() * 2 < result.question().seats() ? Poll.NOT_ELECTED : Poll.ELECTED;
	}

	private static String motion(MotionResult result) {
		return !result.turnout().passed() ? Poll.NO_QUORUM : result.isPassed() ? Poll.PASSED : Poll.FAILED;
	}
}

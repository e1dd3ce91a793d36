package cn.cuobian.elections;

import java.time.Clock;
import java.time.Instant;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.engine.ProcessBean;
import cn.cuobian.votes.Outcome.Place;
import org.springframework.stereotype.Component;

/** What {@code owners_committee.bpmn} and its parts do to an election besides waiting for people. */
@Component
@ProcessBean("elections")
public class ElectionVerbs {

	private final ElectionRows rows;
	private final CandidateRows candidates;
	private final PollRows pollRows;
	private final Polls polls;
	private final Publicity publicity;
	private final Committees committees;
	private final Milestones milestones;
	private final ElectionLog log;
	private final ElectionWords words;
	private final Clocks clocks;
	private final Clock clock;

	ElectionVerbs(ElectionRows rows, CandidateRows candidates, PollRows pollRows, Polls polls, Publicity publicity, Committees committees,
			Milestones milestones, ElectionLog log, ElectionWords words, Clocks clocks, Clock clock) {
		this.rows = rows;
		this.candidates = candidates;
		this.pollRows = pollRows;
		this.polls = polls;
		this.publicity = publicity;
		this.committees = committees;
		this.milestones = milestones;
		this.log = log;
		this.words = words;
		this.clocks = clocks;
		this.clock = clock;
	}

	/** @param about {@code group}, {@code roll}, {@code candidates} or {@code result} */
	public void publish(long electionId, String about) {
		publicity.publish(election(electionId), About.of(about));
		log.add(election(electionId).subject(), "published", about);
	}

	/** Whether its time is up and every objection is answered. */
	public boolean isOver(long electionId, String about) {
		return publicity.isOver(electionId, About.of(about));
	}

	/** {@code upheld} if somebody objected rightly, else {@code none}. */
	public String objection(long electionId, String about) {
		return publicity.upheld(electionId, About.of(about)) > 0 ? "upheld" : "none";
	}

	/**
	 * Announces the assembly that was planned: its notice, and the vote with the candidates.
	 *
	 * @return the vote, for {@code hold_vote}
	 */
	public long announce(long electionId) {
		var election = election(electionId);
		var poll = pollRows.last(election.subject()).orElseThrow();
		polls.announce(election, poll);
		publicity.tell(election, About.ASSEMBLY, poll.closes());
		rows.state(electionId, ElectionState.ANNOUNCED, null);
		milestones.reached(electionId, Milestone.NOTICE);
		log.add(election.subject(), "announced", NoticeTexts.minute(poll.opens()), NoticeTexts.minute(poll.closes()));
		return poll.id();
	}

	/** Whether there is still a choice. */
	public boolean enough(long electionId) {
		return polls.isEnough(electionId);
	}

	/** The vote does not take place: too few candidates are left. */
	public void callOff(long electionId, long pollId) {
		var election = election(electionId);
		polls.annul(pollRows.get(pollId));
		pollRows.outcome(pollId, Poll.TOO_FEW);
		publicity.withdraw(electionId, About.ASSEMBLY, words.say("called-off"));
		publicity.tell(election, About.CALLED_OFF, afterPublicity(election));
		rows.state(electionId, ElectionState.LISTED, null);
		log.add(election.subject(), "called-off");
	}

	/** What was counted elects nobody: the owners are told why. */
	public void tellFailure(long electionId, long pollId, String outcome) {
		var election = election(electionId);
		publicity.tell(election, About.FAILURE, afterPublicity(election), words.say("outcome." + outcome));
		rows.state(electionId, ElectionState.LISTED, null);
		log.add(election.subject(), "failed-vote", outcome);
	}

	/** Who was elected, who became an alternate and who did not, as counted. */
	public void declare(long electionId, long pollId) {
		var result = polls.elected(pollRows.get(pollId));
		var listed = candidates.standing(electionId);
		for (var candidate : listed) {
			candidates.state(candidate.id(), result.at(Place.ELECTED).contains(candidate.ballot()) ? CandidateState.ELECTED
					: result.at(Place.ALTERNATE).contains(candidate.ballot()) ? CandidateState.ALTERNATE : CandidateState.NOT_ELECTED);
		}
		rows.state(electionId, ElectionState.ELECTED, null);
		milestones.reached(electionId, Milestone.COUNTED);
		clocks.stop("PREP.MEETING", election(electionId).subject(), true);
		log.add(election(electionId).subject(), "elected", result.at(Place.ELECTED).size(), result.at(Place.ALTERNATE).size());
	}

	/** Nobody can be elected: the residents' committee acts in its place meanwhile. @param why a code */
	public void failed(long electionId, String why) {
		end(electionId, ElectionState.FAILED, why);
		publicity.tell(election(electionId), About.FAILURE, afterPublicity(election(electionId)), words.say("residents-committee"));
	}

	/** Ordered by the sub-district, or by an objection to the result that was upheld. */
	public void annul(long electionId) {
		var election = election(electionId);
		pollRows.last(election.subject()).ifPresent(polls::annul);
		committees.annulledWith(election);
		end(electionId, ElectionState.ANNULLED, "");
		publicity.tell(election, About.ANNULLED, afterPublicity(election));
	}

	/** The committee is in office and everything was handed over. */
	public void ended(long electionId) {
		committees.handedOver(election(electionId));
		end(electionId, ElectionState.DONE, "");
	}

	private void end(long electionId, ElectionState state, String why) {
		var election = election(electionId);
		rows.state(electionId, state, clock.instant());
		clocks.stop("PREP.MEETING", election.subject(), state == ElectionState.DONE);
		log.add(election.subject(), state.code(), why);
	}

	/** How long a notice hangs that only tells. */
	private Instant afterPublicity(Election election) {
		return clocks.wouldBeDue(About.RESULT.clock(), election.place());
	}

	private Election election(long id) {
		return rows.find(id).orElseThrow();
	}
}

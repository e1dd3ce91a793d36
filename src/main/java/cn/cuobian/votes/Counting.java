package cn.cuobian.votes;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.Outcome.Place;
import cn.cuobian.votes.Outcome.SeatsResult;
import cn.cuobian.votes.Outcome.Standing;

/**
 * From the closed box to the result on record: sheets are reconciled, the box is counted, and where candidates stand equal
 * at the border of the seats lots are drawn first. What is counted once is not counted differently later.
 */
@Component
public class Counting {

	private static final int MAX_WITNESSES = 200;

	private final VoteRows votes;
	private final VoteQuestions questions;
	private final Rolls rolls;
	private final RollRights rights;
	private final Box box;
	private final Reconciliation reconciliation;
	private final ResultRows results;
	private final Gates gates;
	private final ApplicationEventPublisher events;

	Counting(VoteRows votes, VoteQuestions questions, Rolls rolls, RollRights rights, Box box, Reconciliation reconciliation,
			ResultRows results, Gates gates, ApplicationEventPublisher events) {
		this.votes = votes;
		this.questions = questions;
		this.rolls = rolls;
		this.rights = rights;
		this.box = box;
		this.reconciliation = reconciliation;
		this.results = results;
		this.gates = gates;
		this.events = events;
	}

	/** Writes down what hands counted; may be corrected until the result is on record. */
	@Transactional
	public void reconcile(long voteId, HandCount counted, Viewer officer) {
		reconciliation.note(closed(voteId, officer), counted, officer.personId());
	}

	/**
	 * Lots drawn in public between candidates who stand equal.
	 *
	 * @param drawn numbers of the candidates, the first drawn first
	 * @throws Refusal unless exactly those are named who stand equal
	 */
	@Transactional
	public void drawLots(long voteId, int question, List<Integer> drawn, String witnesses, Viewer officer) {
		closed(voteId, officer);
		reconciliation.require(voteId);
		if (witnesses == null || witnesses.isBlank() || witnesses.strip().length() > MAX_WITNESSES) {
			throw Refusal.onField("witnesses", "votes.evidence.witnesses", MAX_WITNESSES);
		}
		var tied = tied(tallied(voteId)).filter(each -> each.question().no() == question)
				.orElseThrow(() -> Refusal.onField("drawn", "votes.evidence.no-tie", question));
		if (drawn.size() != tied.at(Place.TIED).size() || !new HashSet<>(drawn).equals(new HashSet<>(tied.at(Place.TIED)))) {
			throw Refusal.onField("drawn", "votes.evidence.lot", numbers(tied));
		}
		results.draw(voteId, question, drawn, witnesses.strip(), officer.personId());
	}

	/** @throws Refusal unless the box is closed, sheets are reconciled and no candidates stand equal */
	@Transactional
	public Outcome count(long voteId, Viewer officer) {
		return count(closed(voteId, officer), officer.personId());
	}

	/** The same for a procedure. */
	@Transactional
	public Outcome count(long voteId) {
		return count(Votes.required(votes.locked(voteId), VoteState.CLOSED), null);
	}

	private Outcome count(VoteFacts vote, Long person) {
		reconciliation.require(vote.id());
		var outcome = tallied(vote.id());
		tied(outcome).ifPresent(each -> {
			throw new Refusal("votes.evidence.tied", each.question().no(), numbers(each));
		});
		results.add(vote.id(), outcome.text(), person);
		votes.counted(vote.id());
		events.publishEvent(new VoteCounted(vote.id(), vote.origin(), outcome));
		return outcome;
	}

	/** Whether a lot has to be drawn before the result can be put on record. */
	public boolean isTied(long voteId) {
		return tied(tallied(voteId)).isPresent();
	}

	/**
	 * Candidates who stand equal at the last seat.
	 *
	 * @param candidates their numbers
	 */
	record Tie(int question, String candidates) {
	}

	/** What waits for a lot, once the sheets are reconciled; nobody learns earlier how the count goes. */
	Optional<Tie> tie(long voteId) {
		return reconciliation.isSettled(voteId) ? tied(tallied(voteId)).map(each -> new Tie(each.question().no(), numbers(each))) : Optional.empty();
	}

	/** The result on record; empty before. */
	public Optional<Outcome> outcome(long voteId) {
		return results.find(voteId).map(recorded -> tallied(voteId));
	}

	/** @throws Refusal {@code votes.box.still-closed} before the vote is closed */
	Outcome tallied(long voteId) {
		var vote = votes.get(voteId);
		var roll = rolls.of(vote.rollId());
		var rules = new TallyRules(gates.of(Gates.PARTICIPATION), vote.invalidParticipates(), vote.tie(), results.orders(voteId));
		var asked = questions.of(voteId).stream().map(question -> question.counted(gates)).toList();
		return Tally.count(new Weight(roll.area(), roll.heads()), rules, asked, box.papers(voteId));
	}

	private static Optional<SeatsResult> tied(Outcome outcome) {
		return outcome.results().stream().filter(SeatsResult.class::isInstance).map(SeatsResult.class::cast)
				.filter(each -> each.turnout().passed() && each.isTied()).findFirst();
	}

	private static String numbers(SeatsResult tied) {
		return tied.standings().stream().filter(each -> each.place() == Place.TIED).map(Standing::candidate).map(String::valueOf)
				.collect(Collectors.joining(", "));
	}

	private VoteFacts closed(long voteId, Viewer officer) {
		var vote = votes.locked(voteId);
		rights.require(officer, rolls.of(vote.rollId()));
		return Votes.required(vote, VoteState.CLOSED);
	}
}

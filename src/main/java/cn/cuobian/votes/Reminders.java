package cn.cuobian.votes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.HeadRows.Voter;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes to those who have not voted, once a day at most. */
@Component
class Reminders {

	private final VoteRows votes;
	private final Rolls rolls;
	private final RollRights rights;
	private final HeadRows heads;
	private final ApplicationEventPublisher events;
	private final Clock clock;

	Reminders(VoteRows votes, Rolls rolls, RollRights rights, HeadRows heads, ApplicationEventPublisher events, Clock clock) {
		this.votes = votes;
		this.rolls = rolls;
		this.rights = rights;
		this.heads = heads;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * @return how many heads have not voted
	 * @throws Refusal unless the vote is open, and the second time on one day
	 */
	@Transactional
	public int remind(long voteId, Viewer officer) {
		var vote = votes.locked(voteId);
		var roll = rolls.of(vote.rollId());
		rights.require(officer, roll);
		Casting.requireWindow(vote, clock.instant());
		var day = LocalDate.now(clock);
		if (!votes.reminded(voteId, day)) {
			throw new Refusal("votes.box.reminded-today");
		}
		List<Long> missing = heads.missing(voteId, vote.rollId(), 0, roll.heads()).stream().map(Voter::id).toList();
		events.publishEvent(new VoteReminded(voteId, day, missing));
		return missing.size();
	}
}

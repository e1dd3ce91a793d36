package cn.cuobian.votes;

import java.time.Clock;
import java.util.function.LongConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.nodes.ClockWatch;
import cn.cuobian.refusals.Refusal;

/** Opens and closes boxes when their time has come, and makes the ends of the chains public. */
@Component
class BoxRounds {

	private static final Logger LOG = LoggerFactory.getLogger(BoxRounds.class);

	private final Votes votes;
	private final VoteRows rows;
	private final Box box;
	private final Clock clock;
	private final ClockWatch time;
	private final TransactionTemplate transaction;

	BoxRounds(Votes votes, VoteRows rows, Box box, Clock clock, ClockWatch time, PlatformTransactionManager transactions) {
		this.votes = votes;
		this.rows = rows;
		this.box = box;
		this.clock = clock;
		this.time = time;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Every half minute. What a rule still forbids, such as closing over a paper that was read once, waits for the next round. Not by a clock that is off. */
	@Scheduled(cron = "${cuobian.votes.rounds:*/30 * * * * *}")
	void round() {
		if (time.isOff()) {
			return;
		}
		var now = clock.instant();
		rows.in(VoteState.ANNOUNCED).stream().filter(vote -> !now.isBefore(vote.opens()) && now.isBefore(vote.closes()))
				.forEach(vote -> act(vote, votes::open));
		rows.in(VoteState.OPEN).stream().filter(vote -> !now.isBefore(vote.ends())).forEach(vote -> act(vote, votes::close));
	}

	/** On the hour while a box is open; the end at the close is made public with it. */
	@Scheduled(cron = "0 0 * * * *")
	void anchor() {
		rows.in(VoteState.OPEN).forEach(vote -> act(vote, id -> transaction.executeWithoutResult(status -> box.anchor(rows.locked(id)))));
	}

	private static void act(VoteFacts vote, LongConsumer act) {
		try {
			act.accept(vote.id());
		} catch (Refusal refusal) {
			LOG.debug("Vote {} waits: {}", vote.id(), refusal.rule());
		} catch (RuntimeException e) {
			LOG.error("Vote {} could not be moved on, and is tried again", vote.id(), e);
		}
	}
}

package cn.cuobian.clocks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import cn.cuobian.nodes.ClockWatch;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rings what is due. Record, the clock's next rung and everything listeners write are one commit, and a clock that
 * another node has in hand is left to it: each clock and rung exactly once, on however many nodes, killed whenever.
 * After a standstill each clock tells once, of the highest rung it passed.
 */
@Component
class RungSweep {

	/** So many clocks in one transaction: large enough to write in batches, small enough to keep nobody waiting. */
	static final int MOST = 1_000;

	private final ClockLedger ledger;
	private final RungRows rows;
	private final Reckonings reckonings;
	private final ApplicationEventPublisher events;
	private final Clock clock;
	private final RungMeters meters;
	private final ClockWatch time;
	private final TransactionTemplate transaction;

	RungSweep(ClockLedger ledger, RungRows rows, Reckonings reckonings, ApplicationEventPublisher events, Clock clock,
			RungMeters meters, ClockWatch time, PlatformTransactionManager transactions) {
		this.ledger = ledger;
		this.rows = rows;
		this.reckonings = reckonings;
		this.events = events;
		this.clock = clock;
		this.meters = meters;
		this.time = time;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Every second; with nothing due it is one look into an index. A node whose clock is off would ring early, and leaves it to the others. */
	@Scheduled(cron = "${cuobian.clocks.sweep:* * * * * *}")
	void run() {
		while (!time.isOff() && sweep() == MOST) {
			Thread.onSpinWait();
		}
	}

	/** @return of how many clocks a rung was due */
	int sweep() {
		var peals = transaction.execute(status -> ring(clock.instant()));
		meters.told(peals);
		return peals.size();
	}

	private List<Peal> ring(Instant now) {
		var due = ledger.ringing(now, MOST);
		if (due.isEmpty()) {
			return List.of();
		}
		var told = rows.told(due.stream().map(ClockRow::id).toList());
		var courses = reckonings.of(due);
		var peals = due.stream().map(row -> Peal.of(row, Rungs.untold(row, courses.get(row), told), now)).toList();
		rows.record(peals.stream().flatMap(peal -> peal.records().stream()).toList(), now);
		rows.advance(peals);
		announce(peals.stream().flatMap(peal -> peal.reached().stream()).toList());
		return peals;
	}

	private void announce(List<ReachedRung> reached) {
		if (!reached.isEmpty()) {
			events.publishEvent(new RungsReached(reached));
		}
	}
}

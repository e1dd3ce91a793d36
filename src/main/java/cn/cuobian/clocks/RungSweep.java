package cn.cuobian.clocks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
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

	private static final Logger LOG = LoggerFactory.getLogger(RungSweep.class);
	private static final Duration LATER = Duration.ofMinutes(5);

	private final ClockLedger ledger;
	private final RungRows rows;
	private final Reckonings reckonings;
	private final WorkingCalendar calendar;
	private final ApplicationEventPublisher events;
	private final Clock clock;
	private final TransactionTemplate transaction;

	RungSweep(ClockLedger ledger, RungRows rows, Reckonings reckonings, WorkingCalendar calendar,
			ApplicationEventPublisher events, Clock clock, PlatformTransactionManager transactions) {
		this.ledger = ledger;
		this.rows = rows;
		this.reckonings = reckonings;
		this.calendar = calendar;
		this.events = events;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Every second; with nothing due it is one look into an index. */
	@Scheduled(cron = "${cuobian.clocks.sweep:* * * * * *}")
	void run() {
		try {
			while (sweep(MOST) == MOST) {
				LOG.debug("More clocks are due");
			}
		} catch (TransientDataAccessException | TransactionException e) {
			LOG.warn("Reminders wait for the database: {}", e.getClass().getSimpleName());
		} catch (RuntimeException e) {
			LOG.error("Reminders are told one by one, for one of them cannot be told", e);
			oneByOne();
		}
	}

	/** One clock that cannot ring must not silence all others: it is tried again a little later. */
	private void oneByOne() {
		for (int n = 0; n < MOST; n++) {
			try {
				if (sweep(1) == 0) {
					return;
				}
			} catch (RuntimeException e) {
				LOG.error("A clock could not ring: {}", e.getClass().getSimpleName());
				transaction.executeWithoutResult(status -> ledger.ringing(clock.instant(), 1)
						.forEach(row -> rows.postpone(row.id(), clock.instant().plus(LATER))));
			}
		}
	}

	/** @return of how many clocks a rung was due */
	int sweep(int most) {
		return transaction.execute(status -> ring(clock.instant(), most));
	}

	private int ring(Instant now, int most) {
		var due = ledger.ringing(now, most);
		if (!due.isEmpty()) {
			var told = rows.told(due.stream().map(ClockRow::id).toList());
			var courses = reckonings.of(due, calendar);
			var peals = due.stream().map(row -> Peal.of(row, Rungs.untold(row, courses.get(row), told), now)).toList();
			rows.record(peals.stream().flatMap(peal -> peal.records().stream()).toList(), now);
			rows.advance(peals);
			announce(peals.stream().flatMap(peal -> peal.reached().stream()).toList());
		}
		return due.size();
	}

	private void announce(List<ReachedRung> reached) {
		if (!reached.isEmpty()) {
			events.publishEvent(new RungsReached(reached));
		}
	}
}

package cn.cuobian.twin;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.cuobian.clocks.Clocks;
import cn.cuobian.engine.DueWork;
import cn.cuobian.refusals.Refusal;

/** Moves the time of the twin on, and lets happen what falls due on the way. */
@ForTwin
@Component
class Time {

	/** So many timers at one instant are a loop. */
	private static final int MOST_TIMERS = 500;
	/** So many reminders before one deadline are no policy. */
	private static final int MOST_RUNGS = 200;

	private final TwinClock clock;
	private final DueWork timers;
	private final Ledger ledger;
	private final Rounds rounds;

	Time(TwinClock clock, DueWork timers, Ledger ledger, Rounds rounds) {
		this.clock = clock;
		this.timers = timers;
		this.ledger = ledger;
		this.rounds = rounds;
	}

	/** The next reminder or deadline. */
	Optional<Instant> next() {
		return sooner(ledger.nextRung(), deadline());
	}

	/** The next instant at which a procedure goes on by itself or a clock runs out. */
	Optional<Instant> deadline() {
		return sooner(timers.next(), ledger.nextDue(clock.instant()));
	}

	/** @throws Refusal when nothing is left to wait for */
	void jump() {
		clock.forwardTo(next().orElseThrow(() -> new Refusal("design.dry-nothing-due")));
		settle();
	}

	/** On to the deadline, with every reminder at its own time. */
	void jumpToDeadline() {
		Instant until = deadline().orElseThrow(() -> new Refusal("design.dry-nothing-due"));
		for (int rungs = 0; rungs < MOST_RUNGS && clock.instant().isBefore(until); rungs++) {
			jump();
		}
	}

	/** What is due now. First the reminders: a timer may end the clock that is about to tell. */
	void settle() {
		rounds.ofTime();
		timers.run(MOST_TIMERS);
	}

	private static Optional<Instant> sooner(Optional<Instant> one, Optional<Instant> other) {
		return Stream.concat(one.stream(), other.stream()).filter(instant -> instant.isBefore(Clocks.NEVER)).min(Comparator.naturalOrder());
	}
}

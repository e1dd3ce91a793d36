package cn.cuobian.design;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.design.Move.Outcome;
import cn.cuobian.design.Move.Result;
import cn.cuobian.design.Move.State;
import cn.cuobian.engine.Moving;
import cn.cuobian.refusals.Refusal;

/**
 * Moves matters in the background. Each is a transaction of its own, in which the run comes to it, the procedure moves,
 * the record gets its line and the result is written: whoever dies on the way is continued after the last one that was
 * committed. One node works on a run; it is another's when nothing is heard of it for a while.
 */
@Component
class Mover {

	private static final Logger LOG = LoggerFactory.getLogger(Mover.class);
	private static final int BATCH = 50;
	private static final Duration SILENT = Duration.ofSeconds(30);

	private final MoveRows rows;
	private final Moving moving;
	private final Bundles bundles;
	private final Carriage carriage;
	private final TransactionTemplate transaction;
	private final Clock clock;
	private final String node = UUID.randomUUID().toString();

	Mover(MoveRows rows, Moving moving, Bundles bundles, Carriage carriage, TransactionTemplate transaction, Clock clock) {
		this.rows = rows;
		this.moving = moving;
		this.bundles = bundles;
		this.carriage = carriage;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Every second; with nothing to move it is one look at a small table. */
	@Scheduled(cron = "${cuobian.design.moves:* * * * * *}")
	void run() {
		rows.free(now()).stream().filter(move -> rows.take(move.id(), node, silentUntil(), now())).forEach(this::go);
	}

	private void go(Move taken) {
		try {
			while (batch(taken.id())) {
				Thread.onSpinWait();
			}
		} finally {
			rows.release(taken.id(), node);
		}
	}

	/** @return whether there is more to do */
	private boolean batch(long id) {
		var move = rows.find(id).orElseThrow();
		if (move.state() != State.RUNNING) {
			return false;
		}
		if (bundles.current(move.bundle()).version() != move.version()) {
			rows.end(id, State.OVERTAKEN, now());
			return false;
		}
		List<String> next = moving.behind(move.bundle(), move.deployment(), move.last(), BATCH);
		if (next.isEmpty()) {
			rows.end(id, State.DONE, now());
			return false;
		}
		var plan = carriage.plan(move);
		return next.stream().allMatch(subject -> one(move, plan, subject));
	}

	/** False when the run was stopped. Who loses to somebody who works on the matter tries once more. */
	private boolean one(Move move, Carriage.Plan plan, String subject) {
		try {
			return moved(move, plan, subject);
		} catch (ConcurrencyFailureException | Refusal first) {
			if (first instanceof Refusal refusal && refusal.status() != HttpStatus.CONFLICT) {
				return told(move, refused(move, plan, subject, refusal));
			}
			return again(move, plan, subject);
		} catch (RuntimeException broken) {
			return told(move, broken(move, plan, subject, broken));
		}
	}

	private boolean again(Move move, Carriage.Plan plan, String subject) {
		try {
			return moved(move, plan, subject);
		} catch (ConcurrencyFailureException clash) {
			return told(move, clash(move, plan, subject));
		} catch (Refusal refusal) {
			return told(move, refused(move, plan, subject, refusal));
		} catch (RuntimeException broken) {
			return told(move, broken(move, plan, subject, broken));
		}
	}

	private boolean moved(Move move, Carriage.Plan plan, String subject) {
		return transaction.execute(moving -> {
			boolean mine = rows.advance(move.id(), node, subject, silentUntil());
			if (mine) {
				carriage.carry(move, plan, subject).ifPresent(result -> rows.insert(move.id(), result));
			}
			return mine;
		});
	}

	private boolean told(Move move, Result result) {
		return transaction.execute(telling -> {
			boolean mine = rows.advance(move.id(), node, result.subject(), silentUntil());
			if (mine) {
				rows.insert(move.id(), result);
			}
			return mine;
		});
	}

	private Result clash(Move move, Carriage.Plan plan, String subject) {
		return new Result(subject, Outcome.STAYS, carriage.from(move, plan, subject), "clash", "", now());
	}

	private Result refused(Move move, Carriage.Plan plan, String subject, Refusal refusal) {
		if (refusal.status() == HttpStatus.CONFLICT) {
			return clash(move, plan, subject);
		}
		boolean noWay = refusal.rule().equals("engine.not-movable");
		return new Result(subject, noWay ? Outcome.STAYS : Outcome.FAILED, carriage.from(move, plan, subject), noWay ? "no-way" : "refused", carriage.words(refusal), now());
	}

	private Result broken(Move move, Carriage.Plan plan, String subject, RuntimeException broken) {
		LOG.warn("{} could not be moved to another version of its procedure", subject, broken);
		return new Result(subject, Outcome.FAILED, carriage.from(move, plan, subject), "broken", String.valueOf(broken.getMessage()), now());
	}

	private Instant now() {
		return clock.instant();
	}

	private Instant silentUntil() {
		return now().plus(SILENT);
	}
}

package cn.cuobian.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import cn.cuobian.clocks.ClockActs;
import cn.cuobian.clocks.Pause;
import cn.cuobian.elections.ElectionRecord;
import cn.cuobian.engine.Processes;
import cn.cuobian.matters.Timeline;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.worklist.Workbench;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a supervisor does with clocks of his territory, one or many: each in a transaction of its own, so that one that is
 * refused holds up no other. Every act needs a reason, which stands in the record.
 */
@Component
class BoardActs {

	static final int MOST = 100;
	/** Steps that have a tier above them wait for this message. */
	private static final String RAISED = "matter_raised";
	private static final Duration URGED_AGAIN_AFTER = Duration.ofHours(1);
	private static final int LONGEST_WORDS = 500;

	private final Board board;
	private final WatchRows rows;
	private final Changes changes;
	private final ClockActs clocks;
	private final Workbench bench;
	private final Processes processes;
	private final Timeline timeline;
	private final ElectionRecord records;
	private final ApplicationEventPublisher events;
	private final Clock clock;
	private final TransactionTemplate transaction;

	BoardActs(Board board, WatchRows rows, Changes changes, ClockActs clocks, Workbench bench, Processes processes, Timeline timeline, ElectionRecord records,
			ApplicationEventPublisher events, Clock clock, PlatformTransactionManager transactions) {
		this.board = board;
		this.rows = rows;
		this.changes = changes;
		this.clocks = clocks;
		this.bench = bench;
		this.processes = processes;
		this.timeline = timeline;
		this.records = records;
		this.events = events;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * What became of one clock.
	 *
	 * @param number of its matter; null if the clock has ended meanwhile
	 * @param refusal null where it was done
	 */
	record Result(long clockId, String number, Refusal refusal) {

		public boolean isDone() {
			return refusal == null;
		}
	}

	/** 催办: tells those who work on it, at most once an hour. */
	List<Result> urge(Collection<Long> clockIds, String words, Viewer viewer) {
		return each(clockIds, words, viewer, row -> {
			var now = clock.instant();
			if (!rows.urge(row.clockId(), now, now.minus(URGED_AGAIN_AFTER))) {
				throw new Refusal("supervision.urged-already").status(HttpStatus.CONFLICT);
			}
			note(row, viewer, "urged", words.strip());
			events.publishEvent(new Urged(row.clockId(), row.subject(), row.number(), row.taskId(), words.strip(), viewer.personId()));
		});
	}

	/** 挂牌督办, of the whole matter. */
	List<Result> list(Collection<Long> clockIds, boolean listed, String words, Viewer viewer) {
		return each(clockIds, words, viewer, row -> {
			if (!rows.list(row.subject(), listed)) {
				throw new Refusal(listed ? "supervision.listed-already" : "supervision.not-listed").status(HttpStatus.CONFLICT);
			}
			note(row, viewer, listed ? "listed" : "unlisted", words.strip());
			events.publishEvent(new PutUnderSupervision(row.clockId(), row.subject(), row.number(), row.taskId(), listed, words.strip(),
					viewer.personId()));
		});
	}

	/** @param since null for now */
	List<Result> pause(Collection<Long> clockIds, Pause.Reason reason, String words, String evidence, Instant since, Viewer viewer) {
		return each(clockIds, words, viewer, row -> clocks.pause(row.clockId(),
				new Pause(reason, words, evidence, since == null ? clock.instant() : since, viewer.personId())));
	}

	/** @param at null for now */
	List<Result> resume(Collection<Long> clockIds, Instant at, String words, Viewer viewer) {
		return each(clockIds, words, viewer, row -> clocks.resume(row.clockId(), at == null ? clock.instant() : at, words, viewer.personId()));
	}

	List<Result> extend(Collection<Long> clockIds, int amount, String words, Viewer viewer) {
		return each(clockIds, words, viewer, row -> clocks.extend(row.clockId(), amount, words, row.assignee(), viewer.personId()));
	}

	/** Decides about what was asked for. */
	List<Result> decide(Collection<Long> clockIds, boolean granted, String words, Viewer viewer) {
		return each(clockIds, words, viewer, row -> clocks.decideExtension(row.clockId(), granted, words, viewer.personId()));
	}

	List<Result> handOver(Collection<Long> clockIds, long to, String words, Viewer viewer) {
		return each(clockIds, words, viewer, row -> {
			if (row.taskId() == null) {
				throw new Refusal("supervision.no-task");
			}
			bench.handOver(row.taskId(), to, words, viewer);
		});
	}

	/** 上提: the matter goes to the next tier before the time of this one is up. */
	List<Result> raise(Collection<Long> clockIds, String words, Viewer viewer) {
		return each(clockIds, words, viewer, row -> {
			if (!row.isOfMatter()) {
				throw new Refusal("supervision.no-tiers").status(HttpStatus.CONFLICT);
			}
			if (row.taskId() == null || !processes.awaits(RAISED, row.subject())) {
				throw new Refusal("supervision.no-tier-above").status(HttpStatus.CONFLICT);
			}
			note(row, viewer, "raised-by-order", words.strip());
			processes.tell(RAISED, row.subject(), Map.of());
		});
	}

	private List<Result> each(Collection<Long> clockIds, String words, Viewer viewer, Consumer<Watched> act) {
		if (clockIds.isEmpty() || clockIds.size() > MOST) {
			throw new Refusal("supervision.how-many", MOST);
		}
		if (words == null || words.isBlank() || words.strip().length() > LONGEST_WORDS) {
			throw Refusal.onField("words", "clocks.words", LONGEST_WORDS);
		}
		var wanted = clockIds.stream().distinct().toList();
		if (wanted.stream().noneMatch(clockId -> board.find(clockId, viewer).isPresent())) {
			throw Board.gone();
		}
		return wanted.stream().map(clockId -> board.find(clockId, viewer).map(row -> one(row, act))
				.orElseGet(() -> new Result(clockId, null, new Refusal("supervision.ended")))).toList();
	}

	private Result one(Watched row, Consumer<Watched> act) {
		try {
			transaction.executeWithoutResult(status -> {
				act.accept(row);
				changes.at(List.of(row.place()));
			});
			return new Result(row.clockId(), row.number(), null);
		} catch (Refusal refusal) {
			return new Result(row.clockId(), row.number(), refusal);
		}
	}

	private void note(Watched row, Viewer viewer, String key, String... details) {
		if (row.isOfMatter()) {
			timeline.note(row.matterId(), viewer.personId(), key, details);
		} else {
			records.note(row.subject(), viewer.personId(), key, details[0]);
		}
	}
}

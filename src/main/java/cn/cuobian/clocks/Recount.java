package cn.cuobian.clocks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import cn.cuobian.clocks.ClockEntry.Kind;
import cn.cuobian.clocks.ClockMoved.Cause;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts all open clocks anew after the calendar changed: in the background, in small transactions of their own, each of
 * which moves rows, timers and rungs together. Nobody waits for it, and who dies on the way is continued by another node.
 * A second pass finds what was opened by the old calendar meanwhile: on a node that did not know the new one, or in a
 * transaction that was under way.
 */
@Component
class Recount {

	private static final int BATCH = 1000;
	/** By then every node knows the calendar, and what was under way is committed. */
	private static final Duration SETTLED = Duration.ofSeconds(30);

	private final ClockLedger ledger;
	private final ClockEntries entries;
	private final Reckonings reckonings;
	private final Rungs rungs;
	private final HeldCalendar held;
	private final JdbcClient db;
	private final ApplicationEventPublisher events;
	private final Clock clock;
	private final TransactionTemplate transaction;

	Recount(ClockLedger ledger, ClockEntries entries, Reckonings reckonings, Rungs rungs, HeldCalendar held, JdbcClient db,
			ApplicationEventPublisher events, Clock clock, PlatformTransactionManager transactions) {
		this.ledger = ledger;
		this.entries = entries;
		this.reckonings = reckonings;
		this.rungs = rungs;
		this.held = held;
		this.db = db;
		this.events = events;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * What a calendar or other hours would do to the running clocks.
	 *
	 * @param overdue how many of those that move are overdue then and are not now
	 */
	record Effect(int clocks, int moved, int overdue) {
	}

	/** How far it has come. */
	record Progress(long total, long seen, long moved, boolean finished) {
	}

	private record Work(long change, String reason, long last, boolean again) {
	}

	/**
	 * Counts without changing anything; a hundred thousand clocks take seconds. Compares with what holds now, not with what
	 * is written: an earlier change may not have reached every clock yet.
	 */
	Effect effect(WorkingCalendar candidate, OpeningHoursByPlace hours) {
		var now = clock.instant();
		int seen = 0;
		int moved = 0;
		int overdue = 0;
		for (var rows = ledger.runningAfter(0, BATCH); !rows.isEmpty(); rows = ledger.runningAfter(last(rows), BATCH)) {
			var standing = reckonings.of(rows);
			for (var counted : reckonings.of(rows, candidate, hours).entrySet()) {
				var before = standing.get(counted.getKey()).due();
				var due = counted.getValue().due();
				seen++;
				moved += due.equals(before) ? 0 : 1;
				overdue += now.isBefore(before) && !now.isBefore(due) ? 1 : 0;
			}
		}
		return new Effect(seen, moved, overdue);
	}

	/** Leaves the work for {@link #run}, in the transaction that changed the calendar. */
	void begin(long change) {
		db.sql("""
				insert into clock_recount (change_id, total, last_clock, seen, moved)
				values (?, (select count(*) from clock where open_key is not null and paused_since is null), 0, 0, 0)""")
				.param(change).update();
	}

	/** Of the newest change; empty if there was none. */
	Optional<Progress> progress() {
		return db.sql("select total, seen, moved, finished from clock_recount order by change_id desc fetch first 1 rows only")
				.query((rs, n) -> new Progress(rs.getLong("total"), rs.getLong("seen"), rs.getLong("moved"),
						rs.getTimestamp("finished") != null)).optional();
	}

	/** Every two seconds: goes on where it stopped. */
	@Scheduled(cron = "${cuobian.clocks.recount:*/2 * * * * *}")
	void run() {
		while (transaction.execute(status -> step())) {
			Thread.onSpinWait();
		}
	}

	/**
	 * By the calendar as it was committed with the work, which this node may not have heard of yet.
	 *
	 * @return whether there is more to do
	 */
	private boolean step() {
		var work = db.sql("""
				select r.change_id, c.reason, r.last_clock, r.finished from clock_recount r join calendar_change c on c.id = r.change_id
				where r.settled is null and (r.finished is null or r.finished <= ?) order by r.change_id fetch first 1 rows only for update""")
				.param(Timestamp.from(clock.instant().minus(SETTLED)))
				.query((rs, n) -> new Work(rs.getLong(1), rs.getString(2), rs.getLong(3), rs.getTimestamp(4) != null)).optional();
		work.ifPresent(found -> {
			held.refresh();
			batch(found);
		});
		return work.isPresent();
	}

	private void batch(Work work) {
		var rows = ledger.runningAfter(work.last(), BATCH);
		if (rows.isEmpty()) {
			db.sql("update clock_recount set last_clock = 0, " + (work.again() ? "settled" : "finished") + " = ? where change_id = ?")
					.params(Timestamp.from(clock.instant()), work.change()).update();
			return;
		}
		int moved = move(rows, work.reason());
		db.sql("update clock_recount set last_clock = ?, seen = seen + ?, moved = moved + ? where change_id = ?")
				.params(last(rows), work.again() ? 0 : rows.size(), moved, work.change()).update();
	}

	private int move(List<ClockRow> rows, String reason) {
		var now = clock.instant();
		var courses = reckonings.of(rows);
		var told = rungs.told(rows.stream().map(ClockRow::id).toList());
		var lines = new ArrayList<ClockLedger.Recounted>();
		for (var row : rows) {
			var due = courses.get(row).due();
			if (!due.equals(row.due())) {
				lines.add(new ClockLedger.Recounted(row, due, NextRung.of(Rungs.untold(row, courses.get(row), told))));
			}
		}
		var moved = ledger.recount(lines);
		entries.addAll(moved.stream().map(line -> recounted(line, reason, now)).toList());
		if (!moved.isEmpty()) {
			events.publishEvent(new ClocksMoved(moved.stream().map(line -> moved(line, reason)).toList()));
		}
		return moved.size();
	}

	private static ClockEntry recounted(ClockLedger.Recounted line, String reason, Instant now) {
		return new ClockEntry(line.row().id(), Kind.RECOUNTED, now, now, null, null, null, null, reason, null, line.row().due(),
				line.due());
	}

	private static ClockMoved moved(ClockLedger.Recounted line, String reason) {
		var row = line.row();
		return new ClockMoved(row.id(), row.subject(), row.code(), row.part(), row.taskId(), row.due(), line.due(), Cause.CALENDAR, reason, null);
	}

	private static long last(List<ClockRow> rows) {
		return rows.get(rows.size() - 1).id();
	}
}

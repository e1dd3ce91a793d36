package cn.cuobian.clocks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import cn.cuobian.clocks.ClockEntry.Kind;
import cn.cuobian.clocks.ClockMoved.Cause;
import cn.cuobian.refusals.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people may do to an open clock: pause it, let it run on, extend it once. Each act adds an entry to the ledger,
 * counts anew, moves the timers of the procedure and announces {@link ClocksMoved}, in one transaction. Whether a person
 * may act at all is decided by the caller; what an act may never do is refused here.
 */
@Component
public class ClockActs {

	private static final int LONGEST_WORDS = 500;
	private static final int LONGEST_EVIDENCE = 200;

	private final ClockLedger ledger;
	private final ClockEntries entries;
	private final Reckonings reckonings;
	private final Rungs rungs;
	private final ApplicationEventPublisher events;
	private final Clock clock;

	ClockActs(ClockLedger ledger, ClockEntries entries, Reckonings reckonings, Rungs rungs, ApplicationEventPublisher events,
			Clock clock) {
		this.ledger = ledger;
		this.entries = entries;
		this.reckonings = reckonings;
		this.rungs = rungs;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Lets the clock stand still.
	 *
	 * @throws Refusal {@code clocks.already-paused} (409), {@code pause-in-future}, {@code pause-too-early} before the start
	 *         or inside an earlier pause, {@code pause-after-due}, {@code words}, {@code evidence}
	 */
	@Transactional
	public void pause(long clockId, Pause pause) {
		var row = open(clockId);
		var now = clock.instant();
		var words = words(pause.words());
		if (row.isPaused()) {
			throw new Refusal("clocks.already-paused").status(HttpStatus.CONFLICT);
		}
		refuseIf(pause.since().isAfter(now), "clocks.pause-in-future");
		refuseIf(pause.since().isBefore(ranSince(row)), "clocks.pause-too-early", DueText.of(ranSince(row)));
		refuseIf(!pause.since().isBefore(row.due()), "clocks.pause-after-due", DueText.of(row.due()));
		var evidence = pause.evidence() == null ? "" : pause.evidence().strip();
		if (evidence.length() > LONGEST_EVIDENCE) {
			throw Refusal.onField("evidence", "clocks.evidence", LONGEST_EVIDENCE);
		}
		var paused = row.paused(pause.since());
		write(row, paused, Cause.PAUSED, pause.by(), new ClockEntry(clockId, Kind.PAUSED, now, pause.since(), null, pause.by(),
				null, pause.reason().code(), words, evidence, row.due(), paused.due()));
	}

	/**
	 * Lets a paused clock run on, from now or, entered afterwards, from an earlier instant.
	 *
	 * @throws Refusal {@code clocks.not-paused} (409), {@code resume-before-pause}, {@code resume-in-future}, {@code words}
	 */
	@Transactional
	public void resume(long clockId, Instant at, String words, long by) {
		var row = open(clockId);
		var now = clock.instant();
		if (!row.isPaused()) {
			throw new Refusal("clocks.not-paused").status(HttpStatus.CONFLICT);
		}
		refuseIf(at.isBefore(row.pausedSince()), "clocks.resume-before-pause", DueText.of(row.pausedSince()));
		refuseIf(at.isAfter(now), "clocks.resume-in-future");
		var resumed = row.resumed(reckonings.until(row, at).due());
		write(row, resumed, Cause.RESUMED, by, new ClockEntry(clockId, Kind.RESUMED, now, at, null, by, null, null, words(words),
				null, row.due(), resumed.due()));
	}

	/**
	 * Asks for more time; a supervisor decides.
	 *
	 * @throws Refusal {@code clocks.no-extension}, {@code extended-once}, {@code extension-too-late}, {@code extension-amount},
	 *         {@code already-asked} (409), {@code words}
	 */
	@Transactional
	public void askExtension(long clockId, int amount, String words, long by) {
		var row = open(clockId);
		var now = clock.instant();
		if (row.asked() != null) {
			throw new Refusal("clocks.already-asked").status(HttpStatus.CONFLICT);
		}
		refuseUnlessExtensible(row, amount, now);
		ledger.change(row.asking(amount, by), next(row));
		entries.add(new ClockEntry(clockId, Kind.EXTENSION_ASKED, now, now, amount, by, null, null, words(words), null,
				row.due(), row.due()));
		events.publishEvent(new ExtensionAsked(clockId, row.subject(), row.code(), row.taskId(), amount, by));
	}

	/**
	 * Grants or refuses what was asked for.
	 *
	 * @throws Refusal {@code clocks.nothing-asked} (409), {@code own-extension} for the one who asked, and when granted as
	 *         {@link #extend}
	 */
	@Transactional
	public void decideExtension(long clockId, boolean granted, String words, long by) {
		var row = open(clockId);
		if (row.asked() == null) {
			throw new Refusal("clocks.nothing-asked").status(HttpStatus.CONFLICT);
		}
		refuseIf(row.askedBy() == by, "clocks.own-extension");
		if (granted) {
			grant(row, row.asked(), words(words), row.askedBy(), by);
		} else {
			var now = clock.instant();
			ledger.change(row.asking(null, null), next(row));
			var said = words(words);
			entries.add(new ClockEntry(clockId, Kind.EXTENSION_REFUSED, now, now, row.asked(), row.askedBy(), by, null,
					said, null, row.due(), row.due()));
			events.publishEvent(new ExtensionRefused(clockId, row.subject(), row.code(), row.taskId(), said, by));
		}
	}

	/**
	 * Extends the clock unasked, or by another number of units than was asked for.
	 *
	 * @param forWhom who works on it and gets the time; null if nobody holds it
	 * @throws Refusal {@code clocks.own-extension} if he approves it himself or had asked for it, {@code no-extension},
	 *         {@code extended-once}, {@code extension-too-late}, {@code extension-amount}, {@code words}
	 */
	@Transactional
	public void extend(long clockId, int amount, String words, Long forWhom, long approvedBy) {
		var row = open(clockId);
		var asker = row.askedBy() == null ? forWhom : row.askedBy();
		refuseIf(asker != null && asker == approvedBy || forWhom != null && forWhom == approvedBy, "clocks.own-extension");
		grant(row, amount, words(words), asker, approvedBy);
	}

	private void grant(ClockRow row, int amount, String words, Long asker, long approvedBy) {
		var now = clock.instant();
		refuseUnlessExtensible(row, amount, now);
		var more = row.extended(amount);
		var extended = row.isPaused() ? more : more.dueAt(reckonings.until(more, now).due());
		write(row, extended, Cause.EXTENDED, approvedBy, new ClockEntry(row.id(), Kind.EXTENDED, now, now, amount, asker,
				approvedBy, null, words, null, row.due(), extended.due()));
	}

	private void refuseUnlessExtensible(ClockRow row, int amount, Instant now) {
		int most = row.limit().extension();
		refuseIf(most == 0, "clocks.no-extension");
		refuseIf(row.extra() > 0, "clocks.extended-once");
		refuseIf(!now.isBefore(row.due()), "clocks.extension-too-late", DueText.of(row.due()));
		if (amount < 1 || amount > most) {
			throw Refusal.onField("amount", "clocks.extension-amount", most);
		}
	}

	private void write(ClockRow before, ClockRow after, Cause cause, long by, ClockEntry entry) {
		// first, for what is counted next counts it in
		entries.add(entry);
		ledger.change(after, next(after));
		events.publishEvent(new ClocksMoved(List.of(new ClockMoved(after.id(), after.subject(), after.code(), after.part(),
				after.taskId(), before.due(), after.due(), cause, entry.words(), by))));
	}

	private NextRung next(ClockRow row) {
		return rungs.next(row, reckonings.until(row, clock.instant()));
	}

	/** Since when it has been running without a pause. */
	private Instant ranSince(ClockRow row) {
		return entries.of(row.id()).stream().filter(entry -> entry.kind() == Kind.RESUMED).map(ClockEntry::effective)
				.reduce(row.started(), (earlier, later) -> later);
	}

	private ClockRow open(long clockId) {
		ledger.byId(clockId).ifPresent(row -> events.publishEvent(new ClockTouched(row.id(), row.subject(), row.taskId())));
		return ledger.locked(clockId).orElseThrow(() -> new Refusal("clocks.stopped").status(HttpStatus.CONFLICT));
	}

	private static String words(String words) {
		var said = words == null ? "" : words.strip();
		if (said.isEmpty() || said.length() > LONGEST_WORDS) {
			throw Refusal.onField("words", "clocks.words", LONGEST_WORDS);
		}
		return said;
	}

	private static void refuseIf(boolean wrong, String rule, Object... args) {
		if (wrong) {
			throw new Refusal(rule, args);
		}
	}
}

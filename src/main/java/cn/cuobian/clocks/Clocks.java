package cn.cuobian.clocks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import cn.cuobian.clocks.ClockClosed.Ending;
import cn.cuobian.clocks.ClockEntry.Kind;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clocks of subjects ({@code matter:42}) and of tasks; every deadline shown anywhere is read here. */
@Component
public class Clocks {

	/** Where a due instant would stand, if the clock were not paused. */
	public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

	private final ClockLedger ledger;
	private final ClockEntries entries;
	private final TimeLimits limits;
	private final Reckonings reckonings;
	private final Places places;
	private final WorkingCalendar calendar;
	private final Explanation explanation;
	private final ApplicationEventPublisher events;
	private final Clock clock;

	Clocks(ClockLedger ledger, ClockEntries entries, TimeLimits limits, Reckonings reckonings, Places places,
			WorkingCalendar calendar, Explanation explanation, ApplicationEventPublisher events, Clock clock) {
		this.ledger = ledger;
		this.entries = entries;
		this.limits = limits;
		this.reckonings = reckonings;
		this.places = places;
		this.calendar = calendar;
		this.explanation = explanation;
		this.events = events;
		this.clock = clock;
	}

	/** The clock that runs for an open task. */
	public Optional<Running> ofTask(String taskId) {
		return ledger.ofTask(taskId).map(this::explained);
	}

	/** When the clock of an open task is due; {@link #NEVER} while it is paused. */
	public Optional<Instant> dueOfTask(String taskId) {
		return ledger.ofTask(taskId).map(ClockRow::due);
	}

	/** All open clocks of a subject, the earliest due first, paused ones last. */
	public List<Running> ofSubject(String subject) {
		return ledger.ofSubject(subject).stream().map(this::explained).toList();
	}

	/** An open clock. */
	public Optional<Running> byId(long clockId) {
		return ledger.byId(clockId).map(this::explained);
	}

	/** Everything that happened to a clock, open or not, line by line in the reader's language. */
	public List<String> history(long clockId) {
		return ledger.limitOf(clockId).map(limit -> explanation.history(entries.of(clockId), limit)).orElse(List.of());
	}

	/** The clock of the subject that ran out last. */
	public Optional<Expired> lastExpired(String subject) {
		return ledger.lastExpired(subject);
	}

	/** Starts a clock of the subject as a whole, which no procedure stops; nothing happens if it runs already. */
	@Transactional
	public void start(String code, String subject, String place) {
		open(code, subject, place, 0, false, clock.instant());
	}

	/**
	 * Starts a clock of a procedure, which stops it, counted from a day that is named by the law and not by when somebody
	 * wrote it down; the day itself is not counted.
	 *
	 * @return when it is due; this may be over
	 */
	@Transactional
	public Instant startFrom(LocalDate day, String code, String subject, String place) {
		return open(code, subject, place, 0, true, day.atStartOfDay(WorkingCalendar.ZONE).toInstant()).due();
	}

	/** Stops the subject's clock of this code, if it runs: what it waited for was done, or is not wanted any more. */
	@Transactional
	public void stop(String code, String subject, boolean done) {
		running(code, subject, 0).ifPresent(row -> stop(row, done));
	}

	/**
	 * The last day on which something is in time that must lie a fixed time before an event.
	 *
	 * @param code of a limit counted backward, such as {@code NOTICE.ASSEMBLY}
	 * @throws IllegalStateException for a limit that is counted forward
	 */
	public LocalDate latestBefore(String code, String place, LocalDate event) {
		return Backward.of(limits.limit(code, pathOf(place))).latest(event, calendar);
	}

	/** When a clock of this code would be due if it began now; none begins. */
	public Instant wouldBeDue(String code, String place) {
		return reckonings.from(limits.limit(code, pathOf(place)), clock.instant(), place).due();
	}

	/** @throws IllegalStateException if the table has no such limit */
	void known(String code) {
		limits.limit(code, pathOf(null));
	}

	/** The open line of the ledger, opened now if there is none. */
	@Transactional
	ClockRow open(String code, String subject, String place, long part) {
		return open(code, subject, place, part, true, clock.instant());
	}

	private ClockRow open(String code, String subject, String place, long part, boolean byProcess, Instant started) {
		return ledger.running(subject, code, part).orElseGet(() -> {
			var limit = limits.limit(code, pathOf(place));
			var reckoning = reckonings.from(limit, started, place);
			var row = ledger.open(subject, part, place, byProcess, limit, started, reckoning.due(),
					Rungs.first(limit, started, reckoning));
			entries.add(ClockEntry.own(row.id(), Kind.OPENED, clock.instant(), null, row.due()));
			events.publishEvent(new ClockOpened(row.id(), subject, code, part, place, started, row.due()));
			return row;
		});
	}

	void bind(ClockRow row, String taskId, String modelKey, String elementId) {
		var bound = new ClockBound(row.id(), taskId, modelKey, elementId);
		ledger.bind(row.id(), bound);
		events.publishEvent(bound);
	}

	/**
	 * Stops the clock of a task that was done ({@code met}) or taken away; what was taken away too late has expired. A
	 * clock of the subject as a whole runs on: the task was one step towards it.
	 */
	void stopTask(String taskId, boolean done) {
		ledger.letGo(taskId);
		ledger.ofTask(taskId).ifPresent(row -> stop(row, done));
	}

	/** Stops what ran for no task, such as waiting for a rating, once the procedure that waited is over. */
	void stopWaiting(String subject) {
		ledger.waiting(subject).forEach(row -> stop(row, true));
	}

	void stop(ClockRow row, boolean done) {
		var now = clock.instant();
		var ending = ending(row.due(), now, done);
		ledger.close(row.id(), ending, now, reckonings.until(row, now).usedPermille(now));
		entries.add(ClockEntry.own(row.id(), Kind.valueOf(ending.name()), now, row.due(), null));
		events.publishEvent(new ClockClosed(row.id(), row.subject(), row.code(), row.taskId(), ending, now));
	}

	Optional<ClockRow> running(String code, String subject, long part) {
		return ledger.running(subject, code, part);
	}

	private static Ending ending(Instant due, Instant now, boolean done) {
		if (!now.isBefore(due)) {
			return Ending.EXPIRED;
		}
		return done ? Ending.MET : Ending.CANCELLED;
	}

	private Running explained(ClockRow row) {
		var limit = row.limit();
		var now = clock.instant();
		var reckoning = reckonings.until(row, now);
		return new Running(row.id(), row.subject(), row.code(), row.place(), row.taskId(), row.started(), row.due(),
				row.pausedSince(), row.extra(), row.extra() > 0 ? 0 : limit.extension(), row.asked() == null ? 0 : row.asked(),
				limit.unit(), !now.isBefore(row.due()), reckoning.term().provisional(), explanation.of(row, reckoning, entries.of(row.id())));
	}

	private String pathOf(String place) {
		return place == null ? "/" : places.find(place).map(Place::path).orElse("/");
	}
}

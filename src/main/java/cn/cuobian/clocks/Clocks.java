package cn.cuobian.clocks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import cn.cuobian.clocks.ClockLedger.Ending;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The running clocks of subjects ({@code matter:42}) and of tasks; every deadline shown anywhere is read here. */
@Component
public class Clocks {

	private final ClockLedger ledger;
	private final TimeLimits limits;
	private final WorkingCalendar calendar;
	private final Places places;
	private final Explanation explanation;
	private final Clock clock;

	Clocks(ClockLedger ledger, TimeLimits limits, WorkingCalendar calendar, Places places, Explanation explanation,
			Clock clock) {
		this.ledger = ledger;
		this.limits = limits;
		this.calendar = calendar;
		this.places = places;
		this.explanation = explanation;
		this.clock = clock;
	}

	/** The clock that runs for an open task. */
	public Optional<Running> ofTask(String taskId) {
		return ledger.ofTask(taskId).map(this::explained);
	}

	/** All clocks that run for a subject, the earliest due first. */
	public List<Running> ofSubject(String subject) {
		return ledger.ofSubject(subject).stream().map(this::explained).toList();
	}

	/** The clock of the subject that ran out last. */
	public Optional<Expired> lastExpired(String subject) {
		return ledger.lastExpired(subject);
	}

	/** The open line of the ledger, opened now if there is none. */
	@Transactional
	ClockRow open(String code, String subject, String place, long part) {
		return ledger.running(subject, code, part).orElseGet(() -> {
			var limit = limits.limit(code, pathOf(place));
			var started = clock.instant();
			ledger.open(subject, part, limit, started, Counting.of(limit).from(started, calendar).due());
			return ledger.running(subject, code, part).orElseThrow();
		});
	}

	void bind(ClockRow row, String taskId) {
		ledger.bind(row.id(), taskId);
	}

	/** Stops the clock of a task that was done ({@code met}) or taken away; what was taken away too late has expired. */
	void stopTask(String taskId, boolean done) {
		ledger.ofTask(taskId).ifPresent(row -> stop(row, done));
	}

	/** Stops what ran for no task, such as waiting for a rating, once the procedure that waited is over. */
	void stopWaiting(String subject) {
		ledger.waiting(subject).forEach(row -> stop(row, true));
	}

	void stop(ClockRow row, boolean done) {
		var now = clock.instant();
		ledger.close(row.id(), ending(row.due(), now, done), now);
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
		var term = Counting.of(row.limit()).from(row.started(), calendar);
		return new Running(row.code(), row.started(), row.due(), explanation.of(row, term));
	}

	private String pathOf(String place) {
		return place == null ? "/" : places.find(place).map(Place::path).orElse("/");
	}
}

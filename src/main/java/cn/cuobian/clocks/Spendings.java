package cn.cuobian.clocks;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** What open clocks have used of their limits, many at once. */
@Component
public class Spendings {

	private final ClockLedger ledger;
	private final Reckonings reckonings;
	private final Clock clock;

	Spendings(ClockLedger ledger, Reckonings reckonings, Clock clock) {
		this.ledger = ledger;
		this.reckonings = reckonings;
		this.clock = clock;
	}

	/** Of these clocks, without those that are not open any more. */
	public List<Spending> of(Collection<Long> clockIds) {
		return clockIds.isEmpty() ? List.of() : spent(ledger.byIds(clockIds));
	}

	/** Of running clocks, not paused ones, in the order of their ids after the one given: to go through all of them. */
	public List<Spending> after(long clockId, int most) {
		return spent(ledger.runningAfter(clockId, most));
	}

	private List<Spending> spent(List<ClockRow> rows) {
		var now = clock.instant();
		Map<Boolean, List<ClockRow>> byPause = rows.stream().collect(Collectors.partitioningBy(ClockRow::isPaused));
		var running = reckonings.of(byPause.get(false));
		return rows.stream().map(row -> spent(row, row.isPaused() ? reckonings.until(row, now) : running.get(row), now)).toList();
	}

	private static Spending spent(ClockRow row, Reckoning reckoning, Instant now) {
		return new Spending(row.id(), row.subject(), row.code(), row.place(), row.due(), reckoning.usedPermille(now), reckoning::used);
	}
}

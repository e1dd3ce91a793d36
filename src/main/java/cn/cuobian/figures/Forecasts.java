package cn.cuobian.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import cn.cuobian.clocks.Spending;
import cn.cuobian.clocks.Spendings;
import org.springframework.stereotype.Component;

/**
 * How open clocks are likely to end, read from how clocks like them ended: of those that had used at least as much of
 * their limit, how many were late, and when half of them were done. Without {@value Past#MINIMUM} such clocks nothing
 * is said. The past of a limit is read once an hour.
 */
@Component
public class Forecasts {

	private static final Duration FRESH = Duration.ofHours(1);
	private static final int CERTAIN = 1_000;
	private static final int PER_PERCENT = 10;

	private final Spendings spendings;
	private final History history;
	private final Clock clock;
	private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();

	Forecasts(Spendings spendings, History history, Clock clock) {
		this.spendings = spendings;
		this.history = history;
		this.clock = clock;
	}

	private record Known(History.OfLimit past, Instant read) {
	}

	/** Empty for a clock that is not open, and where too few clocks like it have ended. */
	public Optional<Forecast> of(long clockId) {
		return Optional.ofNullable(of(List.of(clockId)).get(clockId));
	}

	/** By id of the clock; a clock of which nothing can be said is not among them. */
	public Map<Long, Forecast> of(Collection<Long> clockIds) {
		return foretold(spendings.of(clockIds));
	}

	Map<Long, Forecast> foretold(List<Spending> spent) {
		Map<String, String> kinds = history.kinds(spent.stream().map(Spending::subject).toList());
		Map<Long, Forecast> foretold = new HashMap<>();
		spent.forEach(each -> forecast(each, kinds.getOrDefault(each.subject(), "?"))
				.ifPresent(forecast -> foretold.put(each.clockId(), forecast)));
		return foretold;
	}

	/** Forgets what it read, as it does every hour. */
	void forget() {
		known.clear();
	}

	private Optional<Forecast> forecast(Spending spent, String kind) {
		return past(spent.code()).like(kind, history.township(spent.place()), spent.permille()).map(found -> {
			Past past = found.getValue();
			boolean late = !clock.instant().isBefore(spent.due());
			int percent = (past.median(spent.permille()) + PER_PERCENT - 1) / PER_PERCENT;
			return new Forecast(spent.clockId(), late ? CERTAIN : past.latePermille(spent.permille()), spent.usedAt().apply(percent),
					past.beyond(spent.permille()), found.getKey());
		});
	}

	private History.OfLimit past(String code) {
		Instant now = clock.instant();
		return known.compute(code, (same, had) -> had != null && Duration.between(had.read(), now).abs().compareTo(FRESH) < 0 ? had
				: new Known(history.of(code), now)).past();
	}
}

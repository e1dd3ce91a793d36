package cn.cuobian.figures;

import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import cn.cuobian.nodes.Turns;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Place;
import cn.cuobian.territory.Places;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Monthly figures: counted anew while a month runs, frozen when it is over. */
@Component
class Kpis {

	private static final int LONGEST_REASON = 500;

	private final Tallies tallies;
	private final SnapshotRows snapshots;
	private final Places places;
	private final Clock clock;
	private final Turns turns;

	Kpis(Tallies tallies, SnapshotRows snapshots, Places places, Clock clock, Turns turns) {
		this.tallies = tallies;
		this.snapshots = snapshots;
		this.places = places;
		this.clock = clock;
		this.turns = turns;
	}

	/** What is shown: the newest frozen edition, or what can be counted now. */
	Kpi of(YearMonth month, Place place) {
		return frozen(month, place).map(Snapshot::kpi).orElseGet(() -> counted(month, place));
	}

	Optional<Snapshot> frozen(YearMonth month, Place place) {
		return snapshots.find(month, place.code());
	}

	/** Counted from the record as it is now. */
	Kpi counted(YearMonth month, Place place) {
		var all = new Tally();
		tallies.of(month, place.path()).values().forEach(all::add);
		return all.kpi();
	}

	/** A place and the places directly below it. */
	Map<Place, Kpi> below(YearMonth month, Place place) {
		var live = rolledUp(month, place.path());
		Map<Place, Kpi> shown = new LinkedHashMap<>();
		for (Place child : places.children(place.code())) {
			shown.put(child, frozen(month, child).map(Snapshot::kpi)
					.orElseGet(() -> live.getOrDefault(child.code(), new Tally()).kpi()));
		}
		return shown;
	}

	/** Freezes the month that is over, once; a start after a longer rest makes up for it. */
	@Scheduled(cron = "0 20 2 * * *", zone = "Asia/Shanghai")
	@Transactional
	void freezeLastMonth() {
		if (turns.isMine("figures.month")) {
			freeze(YearMonth.now(clock).minusMonths(1));
		}
	}

	@Transactional
	void freeze(YearMonth month) {
		if (!snapshots.isFrozen(month)) {
			rolledUp(month, "/").forEach((place, tally) -> snapshots.add(month, place, new Snapshot(1, tally.kpi(), clock.instant(), null), null));
		}
	}

	/**
	 * Records what is counted now as a further edition, for the place and all below it whose figures differ.
	 *
	 * @return the number of places with a new edition
	 * @throws Refusal if the month is not over, if there is no reason, or if nothing differs
	 */
	@Transactional
	int record(YearMonth month, Place place, String reason, long by) {
		checked(month, reason);
		Map<String, Tally> now = rolledUp(month, place.path());
		int changed = 0;
		for (var line : now.entrySet()) {
			var before = snapshots.find(month, line.getKey());
			if (before.map(Snapshot::kpi).filter(line.getValue().kpi()::equals).isEmpty()) {
				int edition = before.map(Snapshot::edition).orElse(0) + 1;
				snapshots.add(month, line.getKey(), new Snapshot(edition, line.getValue().kpi(), clock.instant(), reason.strip()), by);
				changed++;
			}
		}
		if (changed == 0) {
			throw new Refusal("figures.nothing-differs", month.toString());
		}
		return changed;
	}

	private void checked(YearMonth month, String reason) {
		if (!month.isBefore(YearMonth.now(clock))) {
			throw new Refusal("figures.month-not-over", month.toString());
		}
		if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
			throw Refusal.onField("reason", "figures.reason-needed", LONGEST_REASON);
		}
	}

	/** What happened at a place counts for every place above it; places where nothing happened are there with nothing. */
	private Map<String, Tally> rolledUp(YearMonth month, String path) {
		Map<String, Tally> all = new HashMap<>();
		everyPlace(places.children(null), path, all);
		tallies.of(month, path).forEach((code, tally) -> places.lineage(code)
				.forEach(above -> all.computeIfPresent(above.code(), (key, sum) -> added(sum, tally))));
		return all;
	}

	private void everyPlace(List<Place> siblings, String path, Map<String, Tally> all) {
		for (Place place : siblings) {
			if (place.path().startsWith(path)) {
				all.put(place.code(), new Tally());
			}
			if (place.path().startsWith(path) || path.startsWith(place.path())) {
				everyPlace(places.children(place.code()), path, all);
			}
		}
	}

	private static Tally added(Tally sum, Tally more) {
		sum.add(more);
		return sum;
	}
}

package cn.cuobian.design;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import cn.cuobian.design.walk.Answer.Start;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** The plays that are under way on this node: one of each person and draft, ended after a while in which nothing is done. */
@Component
class DryRuns {

	private final Drafts drafts;
	private final Twins twins;
	private final TwinSettings settings;
	private final Map<Key, DryRun> running = new ConcurrentHashMap<>();

	DryRuns(Drafts drafts, Twins twins, TwinSettings settings) {
		this.drafts = drafts;
		this.twins = twins;
		this.settings = settings;
	}

	private record Key(long draft, long person) {
	}

	/** Begins anew; what was under way is over. */
	DryRun begin(long draft, String start, String place, Instant at, Viewer viewer) {
		return begin(draft, starts -> new Start(start, place, null, null, null, null), at, viewer);
	}

	/**
	 * The same with a beginning that is chosen among all that the models offer.
	 *
	 * @param choice may refuse
	 */
	DryRun begin(long draft, Function<List<Start>, Start> choice, Instant at, Viewer viewer) {
		end(draft, viewer);
		int revision = drafts.of(draft).revision();
		var house = drafts.house(draft);
		var run = DryRun.begin(twins.take(house), revision, new Drawings(house), choice, at);
		running.put(new Key(draft, viewer.personId()), run);
		return run;
	}

	Optional<DryRun> find(long draft, Viewer viewer) {
		var key = new Key(draft, viewer.personId());
		var run = running.get(key);
		if (run != null && !run.isAlive()) {
			running.remove(key);
			return Optional.empty();
		}
		return Optional.ofNullable(run);
	}

	/** @throws Refusal when it ended meanwhile */
	DryRun of(long draft, Viewer viewer) {
		return find(draft, viewer).orElseThrow(() -> new Refusal("design.dry-over"));
	}

	void end(long draft, Viewer viewer) {
		Optional.ofNullable(running.remove(new Key(draft, viewer.personId()))).ifPresent(DryRun::end);
	}

	@Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
	void endIdle() {
		endIdle(settings.idle().toNanos());
	}

	void endIdle(long nanos) {
		running.forEach((key, run) -> {
			if (run.isIdleFor(nanos) && running.remove(key, run)) {
				run.end();
			}
		});
	}
}
